import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import type { HubEvents } from '../preload/contract/events.ts'
import { CUSTOM_SCHEME } from './connections/redirect-uri.ts'
import type { Hub, HubListener } from './hub.ts'
import type { Router } from './ipc/router.ts'
import { serveWindows, tellWindows } from './ipc/transport.ts'
import { openHub } from './open-hub.ts'
import { takeLinks } from './platform/deep-link.ts'
import { notifyEnded, notifyWaiting } from './platform/notifications.ts'
import { createTray } from './platform/tray.ts'
import { declareWindowScheme, serveWindowFiles } from './platform/window-files.ts'
import { lockDownContents } from './platform/window.ts'
import { createWindows, type Windows } from './platform/windows.ts'

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  declareWindowScheme()
  lockDownContents()
  const windows = createWindows()
  let announce: (hub: Promise<Hub>) => void = () => undefined
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
  closeBeforeQuit(hub)
  void app.whenReady().then(() => {
    serveWindowFiles(session.defaultSession, join(import.meta.dirname, '../renderer'))
    windows.showMain()
    announce(startHub(windows))
  })
}

async function startHub(windows: Windows): Promise<Hub> {
  await windows.painted()
  const tray = createTray({ open: () => windows.showMain() })
  let waitingBefore = 0
  const hub: Hub = await orSay((event, body) => {
    tellWindows(windows.all(), event, body)
    if (isEnded(event, body)) {
      return notifyEnded(body.integrationName, body.accountName, () => windows.showMain())
    }
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
  return hub
}

type Ended = HubEvents['connection.ended']

function isEnded(event: keyof HubEvents, body: HubEvents[keyof HubEvents]): body is Ended {
  return event === 'connection.ended' && 'accountName' in body
}

/** A hub that does not open ends the app, with the reason on the screen. */
async function orSay(tell: HubListener): Promise<Hub> {
  try {
    return await openHub(tell)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox('Gatehouse cannot open its data', reason)
    app.exit(1)
    throw error
  }
}

/** Whatever asks to quit waits until open questions are withdrawn and the database is closed. */
function closeBeforeQuit(hub: Promise<Hub>): void {
  let closing: Promise<void> | undefined
  app.on('before-quit', (event) => {
    event.preventDefault()
    closing ??= hub.then((running) => running.close()).finally(() => app.exit(0))
  })
}
