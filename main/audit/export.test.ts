import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConnectedHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'
import { csvRecord } from './csv.ts'
import { writerOf } from './export-format.ts'
import { writeExport } from './write-export.ts'

async function hubWithCalls(): Promise<{ test: TestHub; file: string; folder: string }> {
  const test = await createConnectedHub()
  const app = await test.pair('=cmd|calc')
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
  await app.call('notes_create_note', { title: 'Milk, "fresh"\nand cold' })
  await app.call('notes_list_notes')
  await app.call('notes_create_note', { title: 'Bread' })
  const folder = temporaryFolder()
  const file = join(folder, 'export')
  test.platform.fileDialogs.saveTo = file
  return { test, file, folder }
}

describe('an export', () => {
  it('of the whole log can be checked by anybody, with nothing but SHA-256', async () => {
    const { test, file } = await hubWithCalls()
    await test.ask('activity.export', { format: 'log', filter: { tool: 'none' } })
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    let previous: Buffer = Buffer.alloc(32)
    for (const text of lines) {
      const { hash, ...fields } = JSON.parse(text) as Record<string, unknown>
      previous = createHash('sha256')
        .update(previous)
        .update(JSON.stringify(Object.values(fields)))
        .digest()
      expect(previous.toString('hex')).toBe(hash)
    }
    expect(lines).toHaveLength(5)
  })

  it('of some calls has all lines of these, and of no others', async () => {
    const { test, file } = await hubWithCalls()
    const done = await test.ask('activity.export', { format: 'jsonl', filter: { text: 'milk' } })
    expect(done).toEqual({ status: 'saved', path: file, rows: 2 })
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual([
      'started',
      'succeeded',
    ])
  })

  it('as CSV has a row a call, and no cell that a spreadsheet would run', async () => {
    const { test, file } = await hubWithCalls()
    await test.ask('activity.export', { format: 'csv', filter: {} })
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith('\uFEFFseq,at,')).toBe(true)
    const rows = parseCsv(text.slice(1))
    expect(rows).toHaveLength(4)
    expect(rows[1]?.[5]).toBe("'=cmd|calc")
    expect(rows.every((row) => row.length === 15)).toBe(true)
  })

  it('is for the person’s eyes only, replaces what was there as a whole, and leaves nothing beside it', async () => {
    const { test, file, folder } = await hubWithCalls()
    writeFileSync(file, 'what was there', { mode: 0o644 })
    await test.ask('activity.export', { format: 'csv', filter: {} })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain('what was there')
    expect(readdirSync(folder)).toEqual(['export'])
  })

  it('proposes a name of its format, and writes nothing when no file was chosen', async () => {
    const { test, folder } = await hubWithCalls()
    test.platform.fileDialogs.saveTo = null
    expect(await test.ask('activity.export', { format: 'csv', filter: {} })).toEqual({ status: 'cancelled' })
    expect(test.platform.fileDialogs.proposed).toEqual([
      expect.stringMatching(/^gatehouse-activity-\d{4}-\d\d-\d\d\.csv$/),
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('that cannot be written says why and leaves nothing', async () => {
    const { test, folder } = await hubWithCalls()
    test.platform.fileDialogs.saveTo = join(folder, 'gone', 'file')
    const missing = await test.refusal('activity.export', { format: 'csv', filter: {} })
    expect(missing.message).toBe('The file could not be written: the folder is not there.')
    test.platform.fileDialogs.saveTo = join(folder, 'taken')
    mkdirSync(join(folder, 'taken', 'full'), { recursive: true })
    await test.refusal('activity.export', { format: 'csv', filter: {} })
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  it('that cannot be written says so in German, the reason too, to who reads German', async () => {
    const test = await createConnectedHub()
    await test.ask('preferences.setLanguage', { language: 'de' })
    test.platform.fileDialogs.saveTo = join(temporaryFolder(), 'gone', 'file')
    expect((await test.refusal('activity.export', { format: 'csv', filter: {} })).message).toBe(
      'Die Datei ließ sich nicht schreiben: Den Ordner gibt es nicht.',
    )
    expect((await test.refusal('activity.get', { callId: 'none' })).message).toBe(
      'Diesen Aufruf gibt es im Protokoll nicht.',
    )
  })

  it('that is stopped half way leaves what was there before', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file')
    writeFileSync(path, 'before')
    const controller = new AbortController()
    function* portions() {
      yield []
      controller.abort()
      yield []
    }
    const options = { path, portions: portions(), writer: writerOf('jsonl'), signal: controller.signal }
    expect(await writeExport({ ...options, onProgress: () => undefined })).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

it('a CSV record comes back as it was, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (values) => {
      const [record = []] = parseCsv(csvRecord(values))
      const guarded = values.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))
      expect(record).toEqual(guarded)
    }),
  )
})

/** RFC 4180, by hand. */
function parseCsv(text: string): string[][] {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
