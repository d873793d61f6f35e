import { app, Menu, nativeImage, Tray, type NativeImage } from 'electron'
import type { NativeWords } from '../../preload/messages/native.ts'
import icon from './icon.png?inline'
import { trayPicture, type Picture } from './tray-picture.ts'

interface TrayActions {
  /** In the language of that moment. */
  readonly words: () => NativeWords['tray']
  readonly open: () => void
  readonly setPaused: (on: boolean) => void
}

interface TrayState {
  /** How many questions wait for the person. */
  readonly waiting: number
  /** Whether all apps are paused; null until it is known. */
  readonly isPaused: boolean | null
}

/** The sign that Gatehouse runs while its window is closed. */
export interface TrayIcon {
  show(state: Partial<TrayState>): void
  /** Says the same in another language. */
  translate(): void
}

/** Drawn at twice the size it is shown, for fine screens. */
const SIZE = 44
const SCALE = 2

export function createTray(actions: TrayActions): TrayIcon {
  const bare = barePicture()
  let state: TrayState = { waiting: 0, isPaused: null }
  const tray = new Tray(imageOf(trayPicture(bare, { waiting: 0, isPaused: false })))
  const draw = (): void => {
    const { waiting, isPaused } = state
    tray.setImage(imageOf(trayPicture(bare, { waiting, isPaused: isPaused === true })))
    tray.setToolTip(toolTip(state, actions.words()))
    tray.setContextMenu(menu(state, actions))
    // The dock of macOS and some Linux docks; elsewhere it does nothing.
    app.setBadgeCount(waiting)
  }
  tray.on('click', actions.open)
  draw()
  return {
    show(news) {
      const next = { ...state, ...news }
      if (next.waiting === state.waiting && next.isPaused === state.isPaused) return
      state = next
      draw()
    },
    translate: draw,
  }
}

function menu({ waiting, isPaused }: TrayState, { open, setPaused, words }: TrayActions): Menu {
  const { open: openLabel, openWaiting, pause, quit } = words()
  return Menu.buildFromTemplate([
    { label: waiting === 0 ? openLabel : openWaiting(waiting), click: open },
    { type: 'separator' },
    {
      label: pause,
      type: 'checkbox',
      checked: isPaused === true,
      enabled: isPaused !== null,
      click: () => setPaused(isPaused !== true),
    },
    { type: 'separator' },
    { label: quit, click: () => app.quit() },
  ])
}

function toolTip({ waiting, isPaused }: TrayState, words: NativeWords['tray']): string {
  const facts = [
    ...(isPaused === true ? [words.paused] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ]
  return facts.length === 0 ? 'Gatehouse' : words.toolTip(facts.join(', '))
}

function barePicture(): Picture {
  const image = nativeImage.createFromDataURL(icon).resize({ width: SIZE, height: SIZE })
  return { size: SIZE, pixels: image.toBitmap() }
}

function imageOf({ pixels, size }: Picture): NativeImage {
  return nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: SCALE })
}
