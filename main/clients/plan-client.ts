import { dirname, join } from 'node:path'
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
    throw refusal('The bridge is not running, so there is no address to write. Start it, then try again.')
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
    warnings,
    backupPath: file.bytes === null ? null : parts.backups.pathFor(client.id, path, parts.now()),
    hash: hashOf(seen),
  }
  return { shown, file, shape, entryWith, hasContainer, old }
}

async function programStart({ node, program, dataFolder }: ClientParts, client: ClientFacts) {
  const found = await node()
  if (found === undefined) {
    throw refusal(
      `${client.name} reaches Gatehouse through a small program that needs Node.js ${OLDEST_NODE} or newer, and none was found that stays where it is. Install it from nodejs.org, then try again.`,
    )
  }
  const warnings = found.isManaged
    ? [
        `${found.path} belongs to a version manager. When you remove that version of Node.js, come back and press Update.`,
      ]
    : []
  return { start: { command: found.path, args: [program.path], dataFolder }, warnings }
}

function warningsOf(parts: ClientParts, client: ClientFacts, file: ConfigFile, old: unknown): string[] {
  const warnings: string[] = []
  if (!isFound(client, parts.around, parts.look)) {
    warnings.push(`${client.name} was not found on this computer. Its file is made where it would look.`)
  }
  if (file.isLink) warnings.push(`The path is a link. The file it leads to is changed: ${file.target}`)
  const token = tokenIn(old)
  const isOurs = token !== undefined && parts.records.get(client.id)?.tokenHash === hashOf(token)
  if (old !== undefined && !isOurs) {
    warnings.push(
      `There is an entry “${ENTRY_NAME}” that was not made here. It is replaced; Undo brings it back.`,
    )
  }
  if (file.isOpenToOthers) {
    warnings.push('Other users of this computer can read this file, and the token will be in it.')
  }
  return warnings
}

function refuseShadowing({ look }: ClientParts, client: ClientFacts, file: ConfigFile): void {
  if (client.shadows === undefined || file.bytes !== null) return
  if (!look.exists(join(dirname(file.path), client.shadows))) return
  throw refusal(
    `${client.name} still uses its older ${client.shadows}, and would no longer read it beside a new file. Let it convert its settings first.`,
  )
}
