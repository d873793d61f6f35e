import type { Language, LanguageChoice, Theme } from '../../preload/contract/preferences.ts'
import type { Database } from './database.ts'

/** The operating system's secret store. Every method rejects when there is none or it is locked. */
export interface Keychain {
  /** @returns the secret, or null when there is no such entry */
  get(entry: string): Promise<string | null>
  set(entry: string, secret: string): Promise<void>
  delete(entry: string): Promise<void>
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Calls once after `ms`. @returns a function that cancels */
  after(ms: number, callback: () => void): () => void
}

export interface Browser {
  /** Opens the person's own browser. Only https, and http for loopback, is ever passed on. */
  open(url: string): Promise<void>
}

/** The network as the operating system has it: its proxy, its trusted roots. Redirects are never followed. */
export interface Network {
  fetch(url: string, init: RequestInit): Promise<Response>
}

/** Which program opens the links of the app's own scheme. */
export interface ProtocolHandler {
  /** @returns `isOurs` null when the system does not say; `name` null when there is none, or none is known */
  owner(): Promise<{ readonly isOurs: boolean | null; readonly name: string | null }>
  /** Makes it this app. @returns whether it is now */
  register(): Promise<boolean>
}

/** Whether somebody is at the computer. */
export interface Presence {
  /** Since the last key or movement of the mouse. */
  idleSeconds(): number
  /** Called when the computer locks or goes to sleep. @returns a function that ends that */
  onLock(listener: () => void): () => void
}

/** How the windows look. */
export interface Appearance {
  theme(): Theme
  setTheme(theme: Theme): void
}

/** What the person reads. */
export interface PersonLanguage {
  choice(): LanguageChoice
  /** @returns the language that the choice comes to on this system */
  spoken(): Language
  choose(language: LanguageChoice): void
}

/** Whether the system starts the app, without a window, when the person signs in. */
export interface LoginItem {
  isOn(): Promise<boolean>
  /** @throws when the system does not let it be changed */
  set(on: boolean): Promise<void>
}

/** What the person keeps in a file of their own. */
export type FileKind = 'backup' | 'log'

/** The system's own dialogs, in which the person names a file. */
export interface FileDialogs {
  /** @param name the file's name that is proposed. @returns its path, or null when the person has thought better of it */
  save(name: string, kind: FileKind): Promise<string | null>
  /** Asks for a backup. @returns its path, or null */
  open(): Promise<string | null>
}

/** Everything the hub needs of the world outside; the only part a test replaces. */
export interface Platform {
  readonly keychain: Keychain
  readonly clock: Clock
  readonly browser: Browser
  readonly network: Network
  readonly protocolHandler: ProtocolHandler
  readonly presence: Presence
  readonly appearance: Appearance
  readonly language: PersonLanguage
  readonly loginItem: LoginItem
  readonly fileDialogs: FileDialogs
  /** @returns the way to an address as Chromium names it: `DIRECT`, `PROXY host:port`, `SOCKS5 host:port` */
  proxyFor(url: string): Promise<string>
  /** @returns what a name leads to when no proxy asks for it. @throws when it leads nowhere */
  addressesOf(host: string): Promise<readonly string[]>
  /** @returns the program that listens on a port; null when none does, or when the system does not say which */
  portOwner(port: number): Promise<string | null>
  readonly database: Database
  /** Opens another database than the app's own, which is made or upgraded like it. @throws when it cannot be */
  openDatabase(path: string): Database
  /** Where `bridge.json` is written. */
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** The person's own folder. */
  readonly home: string
  readonly systemId: NodeJS.Platform
  /** The program for clients that only start programs, as it came with the app. */
  readonly stdioProgram: string
  /** Operating system and runtime, in words. */
  readonly system: string
  copyText(text: string): void
  /** Ends the app as quitting does, and starts it again. */
  restart(): void
  quit(): void
}
