import { join } from 'node:path'
import type { LanguageChoice, Theme } from '../../preload/contract/preferences.ts'
import { openDatabase } from '../platform/database.ts'
import type {
  FileDialogs,
  Keychain,
  LoginItem,
  Network,
  Platform,
  Presence,
  ProtocolHandler,
} from '../platform/platform.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

/** `fails`: there is none, or it is locked. `forgets`: it takes what it is given and keeps nothing. */
type KeychainMood = 'works' | 'fails' | 'forgets'

interface FakeKeychain extends Keychain {
  mood: KeychainMood
  readonly entries: Map<string, string>
  /** How often something was stored. */
  writes: number
}

/** What reached the network, taken apart for comparison. */
export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string | undefined
  readonly redirect: string | undefined
}

export interface FakeNetwork extends Network {
  readonly requests: SentRequest[]
  /** Answers the next requests; the default has no connection. */
  respond: (request: SentRequest) => Response | Promise<Response>
}

interface FakeProtocolHandler extends ProtocolHandler {
  /** Who opens the app's links now; registering makes it this app, unless `isFixed`. */
  current: Awaited<ReturnType<ProtocolHandler['owner']>>
  isFixed: boolean
}

/** What the person chooses in the system's dialogs; null is Cancel. */
interface FakeFileDialogs extends FileDialogs {
  saveTo: string | null
  openFrom: string | null
  /** The names that were proposed. */
  readonly proposed: string[]
}

interface FakeLoginItem extends LoginItem {
  on: boolean
  /** The system does not let it be changed. */
  fails: boolean
}

interface FakePresence extends Presence {
  /** For how long nobody has been there. */
  idle: number
  /** As the system tells when the computer locks. */
  lock(): void
}

export interface FakePlatform extends Platform {
  readonly presence: FakePresence
  readonly fileDialogs: FakeFileDialogs
  readonly loginItem: FakeLoginItem
  /** How often the app was started again, or ended. */
  readonly ends: ('restart' | 'quit')[]
  readonly keychain: FakeKeychain
  readonly clock: ManualClock
  readonly network: FakeNetwork
  readonly protocolHandler: FakeProtocolHandler
  /** Who listens on whatever port. */
  portHolder: string | null
  /** The way to every address, as Chromium names it. */
  proxy: string
  /** What every name leads to. */
  addresses: readonly string[]
  readonly environment: Record<string, string | undefined>
  /** Addresses that the person's browser was asked to open. */
  readonly opened: string[]
  readonly copied: string[]
}

type Kept = Partial<Pick<FakePlatform, 'keychain' | 'clock' | 'network' | 'environment' | 'opened'>>

/**
 * A platform whose edges are fakes and whose database is the real one, in a file of `folder`.
 *
 * @param kept parts of an earlier platform, for a start after a stop
 */
export function createFakePlatform({ folder, ...kept }: { readonly folder: string } & Kept): FakePlatform {
  const opened = kept.opened ?? []
  const copied: string[] = []
  let theme: Theme = 'system'
  let language: LanguageChoice = 'system'
  const platform: FakePlatform = {
    keychain: kept.keychain ?? createFakeKeychain(),
    clock: kept.clock ?? createManualClock(),
    network: kept.network ?? createFakeNetwork(),
    environment: kept.environment ?? {},
    database: openDatabase(join(folder, 'gatehouse.db')),
    dataFolder: folder,
    version: '0.0.0-test',
    home: join(folder, 'home'),
    systemId: process.platform,
    stdioProgram: join(import.meta.dirname, '../cli/gatehouse-mcp.ts'),
    system: 'Test system 1',
    protocolHandler: createFakeProtocolHandler(),
    presence: createFakePresence(),
    appearance: { theme: () => theme, setTheme: (next) => void (theme = next) },
    language: {
      choice: () => language,
      spoken: () => (language === 'system' ? 'en' : language),
      choose: (next) => void (language = next),
    },
    loginItem: createFakeLoginItem(),
    fileDialogs: createFakeFileDialogs(),
    openDatabase,
    ends: [],
    restart: () => void platform.ends.push('restart'),
    quit: () => void platform.ends.push('quit'),
    portHolder: null,
    proxy: 'DIRECT',
    addresses: ['93.184.215.14'],
    addressesOf: () => Promise.resolve(platform.addresses),
    proxyFor: () => Promise.resolve(platform.proxy),
    portOwner: () => Promise.resolve(platform.portHolder),
    browser: { open: (url) => Promise.resolve(void opened.push(url)) },
    copyText: (text) => void copied.push(text),
    opened,
    copied,
  }
  return platform
}

function createFakeLoginItem(): FakeLoginItem {
  const item: FakeLoginItem = {
    on: false,
    fails: false,
    isOn: () => Promise.resolve(item.on),
    async set(on) {
      await Promise.resolve()
      if (item.fails) throw new Error('EACCES: permission denied')
      item.on = on
    },
  }
  return item
}

function createFakeFileDialogs(): FakeFileDialogs {
  const dialogs: FakeFileDialogs = {
    saveTo: null,
    openFrom: null,
    proposed: [],
    save(name) {
      dialogs.proposed.push(name)
      return Promise.resolve(dialogs.saveTo)
    },
    open: () => Promise.resolve(dialogs.openFrom),
  }
  return dialogs
}

function createFakePresence(): FakePresence {
  const listeners = new Set<() => void>()
  const presence: FakePresence = {
    idle: 0,
    idleSeconds: () => presence.idle,
    lock: () => listeners.forEach((listener) => listener()),
    onLock(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return presence
}

function createFakeProtocolHandler(): FakeProtocolHandler {
  const handler: FakeProtocolHandler = {
    current: { isOurs: true, name: 'Gatehouse' },
    isFixed: false,
    owner: () => Promise.resolve(handler.current),
    register() {
      if (!handler.isFixed) handler.current = { isOurs: true, name: 'Gatehouse' }
      return Promise.resolve(handler.current.isOurs === true)
    },
  }
  return handler
}

function createFakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>()
  const keychain: FakeKeychain = {
    entries,
    mood: 'works',
    writes: 0,
    async get(entry) {
      await reach(keychain.mood)
      return entries.get(entry) ?? null
    },
    async set(entry, secret) {
      await reach(keychain.mood)
      keychain.writes += 1
      if (keychain.mood !== 'forgets') entries.set(entry, secret)
    },
    async delete(entry) {
      await reach(keychain.mood)
      entries.delete(entry)
    },
  }
  return keychain
}

async function reach(mood: KeychainMood): Promise<void> {
  await Promise.resolve()
  if (mood === 'fails') throw new Error('org.freedesktop.secrets was not provided by any .service files')
}

export function createFakeNetwork(): FakeNetwork {
  const requests: SentRequest[] = []
  const network: FakeNetwork = {
    requests,
    respond: () => noConnection(),
    async fetch(url, init) {
      const request = sentRequest(url, init)
      requests.push(request)
      init.signal?.throwIfAborted()
      return await beforeAbort(Promise.resolve(network.respond(request)), init.signal)
    },
  }
  return network
}

/** Fails as fetch does when there is no way to the host. */
export function noConnection(): never {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  })
}

function sentRequest(address: string, init: RequestInit): SentRequest {
  const body = init.body instanceof URLSearchParams ? init.body.toString() : init.body
  return {
    method: init.method ?? 'GET',
    url: new URL(address),
    headers: new Headers(init.headers),
    body: typeof body === 'string' ? body : undefined,
    redirect: init.redirect,
  }
}

function beforeAbort(answer: Promise<Response>, signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    answer.then(resolve, reject)
  })
}
