import { isDeepStrictEqual } from 'node:util'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ClientFacts } from './client-facts.ts'
import { ENTRY_NAME, type Entry } from './entry-shapes.ts'
import { refusal } from './refusal.ts'

/** Where in a document the entry goes. */
export type Container = ClientFacts['container']

export type Data = Readonly<Record<string, unknown>>

/** Knows one format: reads it, and changes its text in one place without touching the rest. */
export interface FormatEditor {
  /** @returns the document's table; an empty one for an empty document. @throws HubError with line and column */
  parse(text: string): Data
  /** Writes the entry, in place of one of that name. */
  put(text: string, container: Container, entry: Entry): string
  /** Removes the entry; `withContainer` the container too, if it is empty then. */
  drop(text: string, container: Container, withContainer: boolean): string
}

export function isTable(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns what is listed under our name, or undefined. @throws HubError when the container is something else */
export function entryIn(data: Data, { key, kind }: Container): unknown {
  const held = data[key] ?? undefined
  if (held === undefined) return undefined
  if (kind === 'list' ? !Array.isArray(held) : !isTable(held)) {
    throw refusal(sentences.clients.content.unexpected(key))
  }
  if (Array.isArray(held)) return held.find(isOurs)
  return isTable(held) && Object.hasOwn(held, ENTRY_NAME) ? held[ENTRY_NAME] : undefined
}

/** Whether an item of a list is the one under our name. */
export function isOurs(item: unknown): boolean {
  return isTable(item) && item['name'] === ENTRY_NAME
}

/** @throws HubError when a change of text did anything but write this entry */
export function checkPut(before: Data, after: Data, container: Container, entry: Entry): void {
  const isWritten = isDeepStrictEqual(plain(entryIn(after, container)), plain(entry))
  if (!isWritten || !isSameBeside(before, after, container)) throw notPossible()
}

/** @throws HubError when a change of text did anything but remove the entry */
export function checkDrop(before: Data, after: Data, container: Container): void {
  const isGone = entryIn(after, container) === undefined
  if (!isGone || !isSameBeside(before, after, container)) throw notPossible()
}

/** Everything but our entry is as it was, an empty container counting for none. */
function isSameBeside(before: Data, after: Data, container: Container): boolean {
  return isDeepStrictEqual(plain(without(before, container)), plain(without(after, container)))
}

function without(data: Data, { key }: Container): Data {
  const { [key]: held, ...rest } = data
  const left = Array.isArray(held)
    ? held.filter((item) => !isOurs(item))
    : isTable(held)
      ? Object.fromEntries(Object.entries(held).filter(([name]) => name !== ENTRY_NAME))
      : {}
  return Object.keys(left).length === 0 ? rest : { ...rest, [key]: left }
}

/** Prototypes differ between libraries; dates and large numbers stay what they are. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isTable(value) || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** A file that cannot be changed without changing something else. */
export function notPossible(): Error {
  return refusal(sentences.clients.content.notPossible)
}
