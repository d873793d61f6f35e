import { BrowserWindow, dialog } from 'electron'
import type { FileChooser } from './platform.ts'

/** The system's own dialog, over the window in front; it also asks before a file is replaced. */
export const chooseFile: FileChooser = async ({ name }) => {
  const window = BrowserWindow.getFocusedWindow()
  const options = { defaultPath: name, properties: ['createDirectory', 'showOverwriteConfirmation'] as const }
  const mutable = { ...options, properties: [...options.properties] }
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(mutable)
    : dialog.showSaveDialog(window, mutable))
  return canceled || filePath === '' ? null : filePath
}
