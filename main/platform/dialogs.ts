import { app, BrowserWindow, dialog, type FileFilter, type SaveDialogOptions } from 'electron'
import { join } from 'node:path'
import { BACKUP_EXTENSION } from '../backup/backup-file.ts'
import type { NativeWords } from '../../preload/messages/native.ts'
import type { FileDialogs, FileKind } from './platform.ts'

/**
 * The system's own windows for choosing a file: the page never names a path.
 *
 * @param words in the language of that moment
 */
export function createFileDialogs(words: () => NativeWords['dialog']): FileDialogs {
  const filters = (kind: FileKind): FileFilter[] =>
    kind === 'backup' ? [{ name: words().backup, extensions: [BACKUP_EXTENSION] }] : []
  return {
    async save(name, kind) {
      const options: SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), name),
        filters: filters(kind),
        // Linux replaces a file without a word unless it is told to ask.
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      }
      const { canceled, filePath } = await over(
        (window) => dialog.showSaveDialog(window, options),
        () => dialog.showSaveDialog(options),
      )
      return canceled || filePath === '' ? null : filePath
    },
    async open() {
      const options = { properties: ['openFile' as const], filters: filters('backup') }
      const { filePaths } = await over(
        (window) => dialog.showOpenDialog(window, options),
        () => dialog.showOpenDialog(options),
      )
      return filePaths[0] ?? null
    },
  }
}

/** Belongs to the window that asked, where one is there. */
function over<T>(inWindow: (window: BrowserWindow) => Promise<T>, alone: () => Promise<T>): Promise<T> {
  const window = BrowserWindow.getFocusedWindow()
  return window === null ? alone() : inWindow(window)
}
