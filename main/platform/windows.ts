import type { BrowserWindow } from 'electron'
import { openWindow } from './window.ts'

/** The main window, and the small one that asks while the main one is closed. */
export interface Windows {
  /** Opens the main window, or brings it to the front. */
  showMain(): void
  /** Makes sure that open questions can be seen, and only while there are any. */
  showApprovals(waiting: number): void
  all(): readonly BrowserWindow[]
  /** Resolves when the main window has been painted, or after a second in which it was not. */
  painted(): Promise<void>
}

const LONGEST_PAINT_MS = 1_000

export function createWindows(): Windows {
  let main: BrowserWindow | undefined
  let approval: BrowserWindow | undefined
  let open = 0

  const isMainVisible = (): boolean => main?.isVisible() === true && !main.isMinimized()
  const closeApproval = (): void => {
    approval?.destroy()
    approval = undefined
  }

  const showApprovals = (waiting: number): void => {
    open = waiting
    if (waiting === 0 || isMainVisible()) {
      if (waiting > 0) main?.flashFrame(true)
      return closeApproval()
    }
    if (approval !== undefined) return
    const opened = openWindow({
      route: '#/approval',
      width: 480,
      height: 640,
      alwaysOnTop: true,
      show: false,
    })
    approval = opened
    // Shown without focus: what the person is typing right now must not press a button.
    opened.once('ready-to-show', () => opened.showInactive())
    opened.on('closed', () => {
      if (approval === opened) approval = undefined
    })
  }

  return {
    showApprovals,
    showMain() {
      if (main !== undefined) {
        if (main.isMinimized()) main.restore()
        main.show()
        main.focus()
        return
      }
      main = openWindow({ width: 1100, height: 760, minWidth: 640, minHeight: 480 })
      main.on('closed', () => {
        main = undefined
        showApprovals(open)
      })
      // The main window shows open questions itself.
      closeApproval()
    },
    all: () => [main, approval].filter((window) => window !== undefined),
    painted: () =>
      new Promise((resolve) => {
        main?.once('ready-to-show', () => resolve())
        setTimeout(resolve, LONGEST_PAINT_MS)
      }),
  }
}
