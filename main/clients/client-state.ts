import { existsSync } from 'node:fs'
import type { Client } from '../../preload/contract/clients.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { sha256 } from '../identifiers.ts'
import type { ClientFacts, EntryShape } from './client-facts.ts'
import type { ClientRecord } from './client-records.ts'
import { readConfigFile } from './config-file.ts'
import { configPlace, isFound } from './config-place.ts'
import { isTable } from './config-target.ts'
import type { ClientParts } from './client-parts.ts'
import { readConfig } from './edit-config.ts'
import { entryFor, isSameButToken, tokenIn } from './entry-shapes.ts'

/** Where a client's entry goes and how it looks there. */
export interface ClientPlace {
  readonly path: string
  readonly shape: EntryShape
}

/** @returns where it was written, if it was; else where it would be */
export function placeOf({ around, look, records }: ClientParts, client: ClientFacts): ClientPlace {
  // An entry stays to be found where it was put, even if the client has another folder since.
  const written = records.get(client.id)
  if (written !== undefined && look.exists(written.path)) return { path: written.path, shape: written.shape }
  const { path, place } = configPlace(client, around, look)
  return { path, shape: place.shape ?? client.shape }
}

/** What the window shows of a client. Never throws: what cannot be read is a problem to show. */
export function clientState(parts: ClientParts, client: ClientFacts): Client {
  const { around, look, records, apps, say } = parts
  const { path, shape } = placeOf(parts, client)
  const record = records.get(client.id)
  const app = record === undefined ? undefined : apps.find(record.appId)
  const seen = app?.lastSeenAt ?? null
  const isSeen = record !== undefined && seen !== null && seen >= record.at
  return {
    id: client.id,
    name: client.name,
    found: isFound(client, around, look) || look.exists(path),
    configPath: path,
    appId: app?.id ?? null,
    addedAt: record === undefined ? null : new Date(record.at).toISOString(),
    lastSeenAt: isSeen ? new Date(seen).toISOString() : null,
    backupPath: record?.before?.kind === 'bytes' ? record.before.backup : null,
    restart: say(client.restart),
    ...installation(parts, client, { path, shape }, app === undefined ? undefined : record),
  }
}

type Installation = Pick<Client, 'installed' | 'problem'>

function installation(
  parts: ClientParts,
  client: ClientFacts,
  place: ClientPlace,
  record: ClientRecord | undefined,
): Installation {
  try {
    const { text } = readConfigFile(place.path)
    const { entry } = readConfig(text, client)
    return { installed: stateOf(parts, client, place, entry, record), problem: null }
  } catch (error) {
    const sentence = error instanceof HubError ? error.sentence : sentences.clients.cannotRead
    return { installed: 'no', problem: parts.say(sentence) }
  }
}

function stateOf(
  parts: ClientParts,
  client: ClientFacts,
  { shape }: ClientPlace,
  entry: unknown,
  record: ClientRecord | undefined,
): Client['installed'] {
  if (entry === undefined) return 'no'
  const token = tokenIn(entry)
  const ever = parts.records.get(client.id)?.tokenHash
  if (token === undefined || ever !== hashOf(token)) return 'other'
  if (record === undefined) return 'stale'
  return leadsHere(parts, shape, entry) ? 'yes' : 'stale'
}

/** Whether the entry is what would be written now. */
function leadsHere(
  { bridgeUrl, program, dataFolder }: ClientParts,
  shape: EntryShape,
  entry: unknown,
): boolean {
  const command = isTable(entry) ? entry['command'] : undefined
  if (shape === 'stdio' && (typeof command !== 'string' || !existsSync(command))) return false
  const url = bridgeUrl()
  if (url === null && shape !== 'stdio') return true
  const wanted = entryFor(shape, {
    url: `${url ?? ''}/mcp`,
    token: '',
    program: { command: String(command), args: [program.path], dataFolder },
  })
  return isSameButToken(wanted, entry)
}

/** SHA-256 in hex: how records know a token or a file without holding it. */
export function hashOf(content: string | Buffer): string {
  return sha256(typeof content === 'string' ? content : content.toString('latin1')).toString('hex')
}
