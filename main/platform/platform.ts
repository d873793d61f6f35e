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

/** Everything the hub needs of the world outside; the only part a test replaces. */
export interface Platform {
  readonly keychain: Keychain
  readonly clock: Clock
  readonly browser: Browser
  readonly network: Network
  readonly protocolHandler: ProtocolHandler
  /** @returns the way to an address as Chromium names it: `DIRECT`, `PROXY host:port`, `SOCKS5 host:port` */
  proxyFor(url: string): Promise<string>
  /** @returns the program that listens on a port; null when none does, or when the system does not say which */
  portOwner(port: number): Promise<string | null>
  readonly database: Database
  /** Where `bridge.json` is written. */
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Operating system and runtime, in words. */
  readonly system: string
  copyText(text: string): void
}
