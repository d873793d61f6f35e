import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { WINDOW_ORIGIN } from '../ipc/trusted-sender.ts'

const PAGE = `${WINDOW_ORIGIN}/index.html`
const BACKGROUND = { light: '#faf9f7', dark: '#171716' }

interface WindowOptions {
  readonly route?: string
  readonly width: number
  readonly height: number
  readonly minWidth?: number
  readonly minHeight?: number
  readonly alwaysOnTop?: boolean
  readonly show?: boolean
}

/** A window that can do nothing but show our page and ask through the preload script. */
export function openWindow({ route = '', show = true, ...options }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show,
    title: 'Gatehouse',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  void window.loadURL(`${PAGE}${route}`)
  return window
}

/** No page but ours, no second window, no permission, whatever a page asks for. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_, contents) => lockDown(contents))
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.session.setPermissionRequestHandler((_, __, answer) => answer(false))
  contents.session.setPermissionCheckHandler(() => false)
}
