import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import type { Language, Theme } from '../../preload/contract/preferences.ts'
import { WINDOW_ORIGIN } from '../ipc/trusted-sender.ts'

const PAGE = `${WINDOW_ORIGIN}/index.html`
const BACKGROUND = { light: '#fcfbf9', dark: '#1b1a18', contrastLight: '#ffffff', contrastDark: '#000000' }

interface PageOptions {
  readonly theme: Theme
  readonly language: Language
  readonly route?: string
}

interface WindowOptions extends PageOptions {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly minWidth?: number
  readonly minHeight?: number
  readonly alwaysOnTop?: boolean
  readonly show?: boolean
}

/** A window that can do nothing but show our page and ask through the preload script. */
export function openWindow({
  route = '',
  show = true,
  theme,
  language,
  ...options
}: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show,
    title: 'Gatehouse',
    autoHideMenuBar: true,
    backgroundColor: backgroundOf(theme),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  showPage(window, { theme, language, route })
  return window
}

/** The page could only ask for theme and language when it is too late to be drawn in them at once. */
export function showPage(window: BrowserWindow, { theme, language, route = '' }: PageOptions): void {
  void window.loadURL(`${PAGE}?theme=${theme}&language=${language}${route}`)
}

function backgroundOf(theme: Theme): string {
  const isDark = nativeTheme.shouldUseDarkColors
  if (theme === 'contrast') return isDark ? BACKGROUND.contrastDark : BACKGROUND.contrastLight
  return isDark ? BACKGROUND.dark : BACKGROUND.light
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
