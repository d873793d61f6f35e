import { app, Menu, nativeImage, Tray } from 'electron'
import icon from './icon.png?inline'

interface TrayActions {
  readonly open: () => void
}

/** The sign that Gatehouse runs while its window is closed. */
export interface TrayIcon {
  setWaiting(count: number): void
}

export function createTray({ open }: TrayActions): TrayIcon {
  const tray = new Tray(nativeImage.createFromDataURL(icon).resize({ width: 22, height: 22 }))
  const setWaiting = (count: number): void => {
    const label = count === 0 ? 'Open Gatehouse' : `${count} waiting for your answer…`
    tray.setToolTip(count === 0 ? 'Gatehouse' : `Gatehouse: ${count} waiting for your answer`)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label, click: open },
        { type: 'separator' },
        { label: 'Quit Gatehouse', click: () => app.quit() },
      ]),
    )
  }
  tray.on('click', open)
  setWaiting(0)
  return { setWaiting }
}
