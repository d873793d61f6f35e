import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { HubError } from '../../preload/contract/errors.ts'
import { CLIENTS } from './client-table.ts'
import { dropEntry, putEntry, readConfig } from './edit-config.ts'
import { entryFor } from './entry-shapes.ts'

/** Pieces of which broken, odd and sound documents are made. */
const piece = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '=',
  '"a"',
  'a',
  'gatehouse',
  '"gatehouse"',
  '1',
  '"x"',
  'null',
  '# c',
  '// c',
  '\n',
  '\r\n',
  '  ',
  '\t',
  '- ',
  '---\n',
  '&x',
  '*x',
  '|\n',
  '? ',
  '<<: ',
  '"',
  "'",
  '__proto__',
  '\uFEFF',
  '\0',
)

it.each(['cursor', 'codex', 'goose', 'continue'])(
  'whatever is in the file of %s, it is written right or refused with a reason, and can be taken out',
  (id) => {
    const client = CLIENTS.find((it) => it.id === id)
    if (client === undefined) throw new Error(id)
    const key = fc.constantFrom(
      client.container.key,
      `"${client.container.key}"`,
      `[${client.container.key}]`,
    )
    const entry = entryFor(client.shape, { url: 'http://127.0.0.1:7717/mcp', token: 'gatehouse_x' })
    let written = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, piece, key), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        try {
          const after = putEntry(text, client, entry)
          expect(readConfig(after, client).entry).toEqual(entry)
          expect(readConfig(dropEntry(after, client, false), client).entry).toBeUndefined()
          written += 1
        } catch (error) {
          if (!(error instanceof HubError)) throw error
        }
      }),
      { numRuns: 1_000 },
    )
    expect(written).toBeGreaterThan(0)
  },
)
