import { dirname, join } from 'node:path'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { ClientPlan } from '../../preload/contract/clients.ts'
import type { ClientFacts, EntryShape } from './client-facts.ts'
import type { ClientParts } from './client-parts.ts'
import { hashOf, placeOf } from './client-state.ts'
import { readConfigFile, type ConfigFile } from './config-file.ts'
import { isFound } from './config-place.ts'
import { putEntry, readConfig } from './edit-config.ts'
import { ENTRY_NAME, entryFor, tokenIn, type Entry } from './entry-shapes.ts'
import { OLDEST_NODE } from './find-node.ts'
import { refusal } from './refusal.ts'
import { shownDiff, TOKEN_TO_COME } from './shown-diff.ts'

/** A plan with what only main may know of it. */
export interface WorkedOutPlan {
  readonly shown: ClientPlan
  readonly file: ConfigFile
  readonly shape: EntryShape
  readonly entryWith: (token: string) => Entry
  /** Whether the place for entries is there already. */
  readonly hasContainer: boolean
  /** The entry that would be replaced. */
  readonly old: unknown
}

/** Works out what adding would do, without doing it. @throws HubError when it cannot be done, and why */
export async function planClient(parts: ClientParts, client: ClientFacts): Promise<WorkedOutPlan> {
  const { path, shape } = placeOf(parts, client)
  const file = readConfigFile(path)
  refuseShadowing(parts, client, file)
  const url = parts.bridgeUrl()
  if (url === null) {
    throw refusal(sentences.clients.noBridge)
  }
  const program = shape === 'stdio' ? await programStart(parts, client) : undefined
  const entryWith = (token: string): Entry =>
    entryFor(shape, { url: `${url}/mcp`, token, ...(program !== undefined && { program: program.start }) })
  const { entry: old, hasContainer } = readConfig(file.text, client)
  const after = putEntry(file.text, client, entryWith(TOKEN_TO_COME))
  const warnings = [...(program?.warnings ?? []), ...warningsOf(parts, client, file, old)]
  const lines = shownDiff(file.text, after, ENTRY_NAME)
  const seen = JSON.stringify([client.id, file.target, hashOf(file.bytes ?? 'missing'), entryWith('')])
  const shown: ClientPlan = {
    clientId: client.id,
    configPath: path,
    linkTarget: file.isLink ? file.target : null,
    isNewFile: file.bytes === null,
    lines,
    warnings: warnings.map(parts.say),
    backupPath: file.bytes === null ? null : parts.backups.pathFor(client.id, path, parts.now()),
    hash: hashOf(seen),
  }
  return { shown, file, shape, entryWith, hasContainer, old }
}

async function programStart({ node, program, dataFolder }: ClientParts, client: ClientFacts) {
  const found = await node()
  if (found === undefined) {
    throw refusal(sentences.clients.noNode(client.name, OLDEST_NODE))
  }
  const warnings = found.isManaged ? [sentences.clients.warnings.managedNode(found.path)] : []
  return { start: { command: found.path, args: [program.path], dataFolder }, warnings }
}

function warningsOf(parts: ClientParts, client: ClientFacts, file: ConfigFile, old: unknown): Sentence[] {
  const said = sentences.clients.warnings
  const warnings: Sentence[] = []
  if (!isFound(client, parts.around, parts.look)) {
    warnings.push(said.notFound(client.name))
  }
  if (file.isLink) warnings.push(said.link(file.target))
  const token = tokenIn(old)
  const isOurs = token !== undefined && parts.records.get(client.id)?.tokenHash === hashOf(token)
  if (old !== undefined && !isOurs) {
    warnings.push(said.otherEntry(ENTRY_NAME))
  }
  if (file.isOpenToOthers) {
    warnings.push(said.open)
  }
  return warnings
}

function refuseShadowing({ look }: ClientParts, client: ClientFacts, file: ConfigFile): void {
  if (client.shadows === undefined || file.bytes !== null) return
  if (!look.exists(join(dirname(file.path), client.shadows))) return
  throw refusal(sentences.clients.shadowed(client.name, client.shadows))
}
