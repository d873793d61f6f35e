import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { CHARACTERS_PER_TOKEN } from '../../registry/tool-tokens.ts'
import type { PairedApp } from '../apps/apps.ts'
import { newId } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'
import { noteJsonLength } from './json-length.ts'
import type { Vault } from '../vault/vault.ts'

const KEPT_MS = 24 * 60 * 60_000

export const sealedResults: SealedColumn = {
  table: 'results',
  column: 'sealed',
  key: ['id'],
  boundTo: (id) => id,
  ifDamaged: sentences.vault.damaged.result,
  forget: 'delete rows',
}

/** Part of an answer that was too long to hand over at once. */
export interface ResultPage {
  readonly result_id: string
  /** Where to read on, or null at the end. */
  readonly next_offset: number | null
  readonly total_chars: number
  /** JSON text, from the offset asked for. */
  readonly text: string
}

/** For the model. */
const NOT_KEPT = {
  result_id: null,
  next_offset: null,
  note: 'The rest was not kept, because the vault is locked.',
}

/** Keeps long answers, sealed, for a day. */
export interface Results {
  /** @returns the data itself when it fits the app's budget, else its first page */
  withinBudget(app: PairedApp, data: unknown): Promise<unknown>
  /** @throws HubError RESOURCE_NOT_FOUND or INVALID_PARAMS */
  read(app: PairedApp, resultId: string, offset: number): Promise<ResultPage>
}

export function createResults(database: Database, vault: Vault, clock: Clock): Results {
  const insert = database.prepare('INSERT INTO results (id, app_id, sealed, expires_at) VALUES (?, ?, ?, ?)')
  const removeOld = database.prepare('DELETE FROM results WHERE expires_at < ?')
  const select = database.prepare<[string, string, number], { sealed: Buffer }>(
    'SELECT sealed FROM results WHERE id = ? AND app_id = ? AND expires_at >= ?',
  )
  return {
    async withinBudget(app, data) {
      const text = JSON.stringify(data) ?? 'null'
      noteJsonLength(data, text.length)
      if (text.length <= app.resultBudgetTokens * CHARACTERS_PER_TOKEN) return data
      const id = newId('res')
      const sealed = await vault.seal(id, text).catch(() => undefined)
      // The call has happened, perhaps changed something: its answer is not given up over what cannot be kept.
      if (sealed === undefined) return { ...pageOf(app, id, text, 0), ...NOT_KEPT }
      removeOld.run(clock.now())
      insert.run(id, app.id, sealed, clock.now() + KEPT_MS)
      return pageOf(app, id, text, 0)
    },
    async read(app, resultId, offset) {
      const row = select.get(resultId, app.id, clock.now())
      if (row === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.tools.noResult)
      const text = await vault.unseal(resultId, row.sealed)
      if (offset > text.length) throw new HubError('INVALID_PARAMS', sentences.tools.pastEnd(text.length))
      return pageOf(app, resultId, text, offset)
    },
  }
}

function pageOf(app: PairedApp, id: string, text: string, offset: number): ResultPage {
  let end = Math.min(text.length, offset + app.resultBudgetTokens * CHARACTERS_PER_TOKEN)
  // A pair of surrogates is one character: never cut it in two.
  if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
  return {
    result_id: id,
    next_offset: end < text.length ? end : null,
    total_chars: text.length,
    text: text.slice(offset, end),
  }
}
