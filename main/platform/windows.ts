import { screen, type BrowserWindow } from 'electron'
import { spokenLanguage } from './language.ts'
import { openWindow } from './window.ts'
import { fitToScreens, type WindowMemory } from './window-state.ts'

/** The main window, and the small one that asks while the main one is closed or not in front. */
export interface Windows {
  /** Opens the main window, or brings it to the front. */
  showMain(): void
  isMainOpen(): boolean
  /** Makes sure that open questions can be seen, and only while there are any. */
  showApprovals(waiting: number): void
  all(): readonly BrowserWindow[]
  /** Resolves when the main window has been painted, at once where there is none, or after a second in which it was not. */
  painted(): Promise<void>
  /** Remembers where the window is; what closes from now on is the end of the app, not of the window. */
  beforeQuit(): void
}

interface WindowsOptions {
  readonly memory: WindowMemory
  /** Called the first time that the window is closed while the app goes on. */
  readonly onFirstClose: () => void
}

const LONGEST_PAINT_MS = 1_000
const SETTLED_MS = 400
const USUAL = { width: 1100, height: 760 }

export function createWindows({ memory, onFirstClose }: WindowsOptions): Windows {
  let main: BrowserWindow | undefined
  let approval: BrowserWindow | undefined
  let open = 0
  let isQuitting = false

  const isMainVisible = (): boolean => main?.isVisible() === true && !main.isMinimized()
  const closeApproval = (): void => {
    approval?.destroy()
    approval = undefined
  }

  const showApprovals = (waiting: number): void => {
    const isMore = waiting > open
    open = waiting
    if (waiting === 0 || (isMainVisible() && main?.isFocused() === true)) return closeApproval()
    // The main window shows it too, but may lie under others: only what is new comes on top of them.
    if (isMainVisible() && !isMore) return
    main?.flashFrame(true)
    if (approval !== undefined) return
    const opened = openWindow({
      theme: memory.read().theme,
      language: spokenLanguage(memory),
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

  const mainClosed = (): void => {
    main = undefined
    if (isQuitting) return
    showApprovals(open)
    if (memory.read().wasToldOfClosing) return
    memory.change({ wasToldOfClosing: true })
    onFirstClose()
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
      main = openMain(memory)
      main.on('closed', mainClosed)
      main.on('focus', closeApproval)
      // The main window shows open questions itself.
      closeApproval()
    },
    isMainOpen: () => main !== undefined,
    all: () => [main, approval].filter((window) => window !== undefined),
    painted: () =>
      new Promise((resolve) => {
        if (main === undefined) return resolve()
        main.once('ready-to-show', () => resolve())
        setTimeout(resolve, LONGEST_PAINT_MS)
      }),
    beforeQuit() {
      isQuitting = true
      if (main !== undefined) remember(memory, main)
    },
  }
}

/** As large as the last time, on the same screen if that is still there. */
function openMain(memory: WindowMemory): BrowserWindow {
  const { theme, bounds, isMaximised } = memory.read()
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const place = fitToScreens(bounds, areas) ?? USUAL
  const language = spokenLanguage(memory)
  const window = openWindow({ theme, language, ...place, minWidth: 640, minHeight: 480 })
  if (isMaximised) window.maximize()
  let settling: ReturnType<typeof setTimeout> | undefined
  const moved = (): void => {
    clearTimeout(settling)
    settling = setTimeout(() => remember(memory, window), SETTLED_MS)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
    // Each has a signature of its own, of which nothing is used.
    window.on(event as 'resize', moved)
  }
  window.on('close', () => {
    clearTimeout(settling)
    remember(memory, window)
  })
  return window
}

function remember(memory: WindowMemory, window: BrowserWindow): void {
  if (window.isDestroyed()) return
  // A full-screen window opens again as the window it was before.
  memory.change({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() })
}
