import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Client, ClientPlan } from '../../preload/contract/clients.ts'
import type { ClientFacts } from './client-facts.ts'
import type { ClientParts } from './client-parts.ts'
import type { ClientRecord } from './client-records.ts'
import { clientState, hashOf, placeOf } from './client-state.ts'
import { CLIENTS } from './client-table.ts'
import { readConfigFile, replaceConfigFile } from './config-file.ts'
import { dropEntry, putEntry, readConfig } from './edit-config.ts'
import { tokenIn } from './entry-shapes.ts'
import { planClient, type WorkedOutPlan } from './plan-client.ts'
import { refusal } from './refusal.ts'

/** Puts the bridge into the configuration of AI programs, and takes it out again. */
export interface Clients {
  list(): Client[]
  /** @throws HubError with the reason why it cannot be added */
  plan(clientId: string): Promise<ClientPlan>
  /** Does what a plan has shown. @throws HubError when something has changed since; then nothing was done */
  add(clientId: string, planHash: string): Promise<Client>
  /** Undoes it and ends the app's token. @throws HubError when the file cannot be changed; then nothing was done */
  remove(clientId: string): Client
}

export function createClients(parts: ClientParts): Clients {
  return {
    list: () => CLIENTS.map((client) => clientState(parts, client)),
    plan: async (clientId) => (await planClient(parts, factsOf(clientId))).shown,
    async add(clientId, planHash) {
      const client = factsOf(clientId)
      const plan = await planClient(parts, client)
      if (plan.shown.hash !== planHash) {
        throw refusal(sentences.clients.changedSince)
      }
      add(parts, client, plan)
      return clientState(parts, client)
    },
    remove(clientId) {
      const client = factsOf(clientId)
      remove(parts, client)
      return clientState(parts, client)
    },
  }
}

function factsOf(clientId: string): ClientFacts {
  const client = CLIENTS.find(({ id }) => id === clientId)
  if (client === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.clients.noClient)
  return client
}

/** The app comes first, because its token goes into the file; whatever fails after that takes it back. */
function add(parts: ClientParts, client: ClientFacts, plan: WorkedOutPlan): void {
  const { apps, records, program } = parts
  const earlier = records.get(client.id)
  const paired = earlier === undefined ? undefined : apps.find(earlier.appId)
  const { appId, token } = paired === undefined ? apps.add(client.name) : apps.renew(paired.id)
  try {
    const entry = plan.entryWith(token)
    if ('command' in entry) program.install()
    const after = Buffer.from(putEntry(plan.file.text, client, entry))
    const before = keepBefore(parts, client, plan, earlier)
    replaceConfigFile(plan.file, after)
    records.set(client.id, {
      appId,
      tokenHash: hashOf(token),
      path: plan.file.path,
      shape: plan.shape,
      afterHash: hashOf(after),
      before,
      madeContainer: earlier?.madeContainer ?? !plan.hasContainer,
      at: parts.now(),
    })
  } catch (error) {
    if (paired === undefined) apps.remove(appId)
    throw error instanceof HubError ? error : refusal(sentences.clients.notWritten)
  }
}

/** @returns how the file was before anything of ours was in it, as far as it can be brought back */
function keepBefore(
  { backups }: ClientParts,
  client: ClientFacts,
  { file, shown, old }: WorkedOutPlan,
  earlier: ClientRecord | undefined,
): ClientRecord['before'] {
  const { bytes } = file
  if (bytes === null || shown.backupPath === null) return { kind: 'missing' }
  backups.keep(shown.backupPath, client.id, bytes)
  const token = tokenIn(old)
  const isOurs = token !== undefined && earlier?.tokenHash === hashOf(token)
  if (!isOurs) return { kind: 'bytes', hash: hashOf(bytes), backup: shown.backupPath }
  // Our own entry is replaced: what was before the first time still counts, if nothing else has changed since.
  return hashOf(bytes) === earlier?.afterHash ? earlier.before : null
}

/** The file comes first: as long as our entry is in it, its app stays to be seen. */
function remove(parts: ClientParts, client: ClientFacts): void {
  const { records, apps } = parts
  const record = records.get(client.id)
  if (record === undefined) throw refusal(sentences.clients.notAdded(client.name))
  undo(parts, client, record)
  records.set(client.id, null)
  apps.remove(record.appId)
}

function undo(parts: ClientParts, client: ClientFacts, record: ClientRecord): void {
  const file = readConfigFile(placeOf(parts, client).path)
  if (file.bytes === null) return
  if (hashOf(file.bytes) === record.afterHash && record.before !== null) {
    if (record.before.kind === 'missing') return replaceConfigFile(file, null)
    const kept = parts.backups.read(record.before.backup)
    if (kept !== undefined && hashOf(kept) === record.before.hash) return replaceConfigFile(file, kept)
  }
  const token = tokenIn(readConfig(file.text, client).entry)
  // Somebody has put another entry there: it is not ours to remove.
  if (token === undefined || hashOf(token) !== record.tokenHash) return
  replaceConfigFile(file, Buffer.from(dropEntry(file.text, client, record.madeContainer)))
}
