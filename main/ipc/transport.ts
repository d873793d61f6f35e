import { ipcMain, type BrowserWindow } from 'electron'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../preload/contract/bridge.ts'
import { HubError } from '../../preload/contract/errors.ts'
import type { HubEventName, HubEvents } from '../../preload/contract/events.ts'
import type { Router } from './router.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** @param router resolves once the hub is there: the window may ask before that */
export function serveWindows(router: Promise<Router>): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, route: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) {
      // The window is drawn before all that main may ever say has been read.
      const { sentences } = await import('../../preload/messages/sentences.ts')
      return { ok: false, error: new HubError('FORBIDDEN', sentences.request.foreignPage).toBody() }
    }
    const ask = await router
    return await ask(route, input)
  })
}

/** Sends an event to every open window. */
export function tellWindows<E extends HubEventName>(
  windows: readonly BrowserWindow[],
  event: E,
  body: HubEvents[E],
): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, body)
  }
}
