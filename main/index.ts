import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { HubError } from '../preload/contract/errors.ts'
import type { HubEvents } from '../preload/contract/events.ts'
import { nativeWords, type NativeWords } from '../preload/messages/native.ts'
import { CUSTOM_SCHEME } from './connections/redirect-uri.ts'
import type { Hub, HubListener } from './hub.ts'
import { createLockedNotice } from './ipc/locked-notice.ts'
import { createQuestionNotices } from './ipc/question-notices.ts'
import type { Router } from './ipc/router.ts'
import { serveWindows, tellWindows } from './ipc/transport.ts'
import { openHub } from './open-hub.ts'
import { takeLinks } from './platform/deep-link.ts'
import { applyTheme } from './platform/appearance.ts'
import { applyChosenLocale, spokenLanguage } from './platform/language.ts'
import { HIDDEN, isHiddenStart } from './platform/login-item.ts'
import {
  canAnswerNotifications,
  notifyEnded,
  notifyLocked,
  notifyQuestion,
  notifyStillRunning,
} from './platform/notifications.ts'
import { createTray } from './platform/tray.ts'
import { declareWindowScheme, serveWindowFiles } from './platform/window-files.ts'
import { lockDownContents } from './platform/window.ts'
import { createWindowMemory, type WindowMemory } from './platform/window-state.ts'
import { createWindows, type Windows } from './platform/windows.ts'

if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  declareWindowScheme()
  lockDownContents()
  const memory = createWindowMemory(join(app.getPath('userData'), 'window.json'))
  applyChosenLocale(memory)
  const windows = createWindows({
    memory,
    onFirstClose: () => notifyStillRunning(wordsOf(memory).notice, () => windows.showMain()),
  })
  let announce: (hub: Promise<Hub>) => void = () => undefined
  const hub = new Promise<Hub>((resolve) => {
    announce = resolve
  })
  serveWindows(hub.then(({ router }): Router => router))
  takeLinks(CUSTOM_SCHEME, (link) => {
    if (app.isReady()) windows.showMain()
    void hub.then((running) => running.openLink(link))
  })
  app.on('second-instance', (_, argv) => {
    if (!argv.includes(HIDDEN)) windows.showMain()
  })
  app.on('activate', () => windows.showMain())
  // Closing the window keeps the bridge running; the tray, or quitting, ends it.
  app.on('window-all-closed', () => undefined)
  closeBeforeQuit(hub, windows)
  void app.whenReady().then(() => {
    serveWindowFiles(session.defaultSession, join(import.meta.dirname, '../renderer'))
    applyTheme(memory.read().theme)
    if (!isHiddenStart()) windows.showMain()
    announce(startHub(windows, memory))
  })
}

async function startHub(windows: Windows, memory: WindowMemory): Promise<Hub> {
  await windows.painted()
  const tray = createTray({
    words: () => wordsOf(memory).tray,
    open: () => windows.showMain(),
    setPaused: (on) => hub.setPaused(on),
  })
  const showMain = (): void => windows.showMain()
  const notices = createQuestionNotices({
    router: (route, input) => hub.router(route, input),
    canAnswer: canAnswerNotifications(),
    words: () => wordsOf(memory).notice,
    notify: (notice, onAnswer) => notifyQuestion(wordsOf(memory).notice, notice, showMain, onAnswer),
  })
  const locked = createLockedNotice({
    isLocked: () => hub.isLocked(),
    isWindowOpen: windows.isMainOpen,
    notify: () => notifyLocked(wordsOf(memory).notice, showMain),
  })
  const hub: Hub = await orSay(memory, (event, body) => {
    tellWindows(windows.all(), event, body)
    if (isEnded(event, body)) {
      return notifyEnded(wordsOf(memory).notice, body, showMain)
    }
    if (event === 'vault.changed') locked.changed()
    if (event === 'preferences.changed') tray.translate()
    if (event === 'bridge.changed') tray.show({ isPaused: hub.isPaused() })
    if (event !== 'approvals.changed' && event !== 'pairings.changed') return
    const waiting = hub.waitingApprovals()
    tray.show({ waiting })
    windows.showApprovals(waiting)
    const isSeen = windows.all().some((window) => window.isFocused())
    void notices.changed(waiting, isSeen)
  })
  tray.show({ isPaused: hub.isPaused() })
  void hub.start()
  locked.started()
  app.on('browser-window-focus', locked.changed)
  return hub
}

const wordsOf = (memory: WindowMemory): NativeWords => nativeWords(spokenLanguage(memory))

type Ended = HubEvents['connection.ended']

function isEnded(event: keyof HubEvents, body: HubEvents[keyof HubEvents]): body is Ended {
  return event === 'connection.ended' && 'accountName' in body
}

/** A hub that does not open ends the app, with the reason on the screen. */
async function orSay(memory: WindowMemory, tell: HubListener): Promise<Hub> {
  try {
    return await openHub(memory, tell)
  } catch (error) {
    dialog.showErrorBox(wordsOf(memory).dialog.cannotOpen, await reasonIn(memory, error))
    app.exit(1)
    throw error
  }
}

async function reasonIn(memory: WindowMemory, error: unknown): Promise<string> {
  if (error instanceof HubError) {
    const { sayIn } = await import('../preload/messages/sentences.ts')
    return sayIn(spokenLanguage(memory), error.sentence)
  }
  return error instanceof Error ? error.message : String(error)
}

/** Whatever asks to quit waits until open questions are withdrawn and the database is closed. */
function closeBeforeQuit(hub: Promise<Hub>, windows: Windows): void {
  let closing: Promise<void> | undefined
  app.on('before-quit', (event) => {
    event.preventDefault()
    windows.beforeQuit()
    closing ??= hub.then((running) => running.close()).finally(() => app.exit(0))
  })
}
