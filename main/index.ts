import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { integrations } from '../registry/index.ts'
import { CUSTOM_SCHEME } from './connections/redirect-uri.ts'
import { createHub, type Hub } from './hub.ts'
import type { Router } from './ipc/router.ts'
import { serveWindows, tellWindows } from './ipc/transport.ts'
import { createPlatform } from './platform/create-platform.ts'
import { takeLinks } from './platform/deep-link.ts'
import { notifyWaiting } from './platform/notifications.ts'
import { createTray } from './platform/tray.ts'
import { declareWindowScheme, serveWindowFiles } from './platform/window-files.ts'
import { lockDownContents } from './platform/window.ts'
import { createWindows } from './platform/windows.ts'

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  declareWindowScheme()
  lockDownContents()
  const windows = createWindows()
  let announce: (hub: Hub) => void = () => undefined
  const hub = new Promise<Hub>((resolve) => {
    announce = resolve
  })
  serveWindows(hub.then(({ router }): Router => router))
  takeLinks(CUSTOM_SCHEME, (link) => {
    if (app.isReady()) windows.showMain()
    void hub.then((running) => running.openLink(link))
  })
  app.on('second-instance', () => windows.showMain())
  app.on('activate', () => windows.showMain())
  // Closing the window keeps the bridge running; the tray, or quitting, ends it.
  app.on('window-all-closed', () => undefined)
  void app.whenReady().then(() => {
    serveWindowFiles(session.defaultSession, join(import.meta.dirname, '../renderer'))
    windows.showMain()
    announce(startHub(windows))
  })
}

function startHub(windows: ReturnType<typeof createWindows>): Hub {
  const tray = createTray({ open: () => windows.showMain() })
  let waitingBefore = 0
  const hub: Hub = openHub((event, body) => {
    tellWindows(windows.all(), event, body)
    if (event !== 'approvals.changed') return
    const waiting = hub.waitingApprovals()
    tray.setWaiting(waiting)
    windows.showApprovals(waiting)
    if (waiting > waitingBefore && !windows.all().some((window) => window.isFocused())) {
      notifyWaiting(waiting, () => windows.showMain())
    }
    waitingBefore = waiting
  })
  void hub.start()
  closeBeforeQuit(hub)
  return hub
}

function openHub(tell: Parameters<typeof createHub>[2]): Hub {
  try {
    return createHub(createPlatform(), integrations, tell)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox('Gatehouse cannot open its data', reason)
    app.exit(1)
    throw error
  }
}

/** Whatever asks to quit waits until open questions are withdrawn and the database is closed. */
function closeBeforeQuit(hub: Hub): void {
  let closing: Promise<void> | undefined
  app.on('before-quit', (event) => {
    event.preventDefault()
    closing ??= hub.close().finally(() => app.exit(0))
  })
}
