import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { parse as parseToml, stringify as stringifyToml } from '@decimalturn/toml-patch'
import { parse as parseJson } from 'jsonc-parser'
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml'
import { describe, expect, it } from 'vitest'
import { CLIENTS } from './client-table.ts'
import type { ClientFacts, ConfigFormat } from './client-facts.ts'
import { dropEntry, putEntry, readConfig } from './edit-config.ts'
import { entryFor } from './entry-shapes.ts'

const token = 'gatehouse_abcdefghijklmnopqrstuvwxyz'
const url = 'http://127.0.0.1:7717/mcp'

function client(id: string): ClientFacts {
  const found = CLIENTS.find((it) => it.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

const entryOf = (facts: ClientFacts) =>
  entryFor(facts.shape, {
    url,
    token,
    program: { command: '/usr/bin/node', args: ['/data/bin/x.mjs'], dataFolder: '/data' },
  })

const put = (id: string, text: string): string => putEntry(text, client(id), entryOf(client(id)))
const drop = (id: string, text: string, withContainer = false): string =>
  dropEntry(text, client(id), withContainer)

describe('JSON', () => {
  it('is written into a missing or empty file, and into one with comments only', () => {
    for (const text of ['', '\n', '// mine\n', '{}', '\uFEFF{}']) {
      const after = put('cursor', text)
      expect(readConfig(after, client('cursor')).entry).toEqual({
        url,
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(after.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
      expect(after).toContain(text.startsWith('//') ? '// mine\n' : '')
    }
  })

  it('keeps comments where they were, the trailing comma, tabs and CRLF', () => {
    const text =
      '{\r\n\t// first\r\n\t"mcpServers": {\r\n\t\t"a": { "command": "x" }, // about a\r\n\t\t// below a\r\n\t}, /* end */\r\n}\r\n'
    expect(put('cursor', text)).toBe(
      text.replace(
        '// about a\r\n',
        `// about a\r\n\t\t"gatehouse": {\r\n\t\t\t"url": "${url}",\r\n\t\t\t"headers": {\r\n\t\t\t\t"Authorization": "Bearer ${token}"\r\n\t\t\t}\r\n\t\t},\r\n`,
      ),
    )
  })

  it('leaves the comment of the last entry with that entry when it needs a comma', () => {
    const text = '{\n  "mcpServers": {\n    "a": {} // about a\n  }\n}'
    expect(put('cursor', text)).toMatch(/"a": \{\}, \/\/ about a\n {4}"gatehouse": \{\n {6}"url"/)
  })

  it('stays on one line where everything is', () => {
    expect(put('cursor', '{"mcpServers":{"a":{}},"z":1}')).toBe(
      `{"mcpServers":{"a":{},"gatehouse":{"url":"${url}","headers":{"Authorization":"Bearer ${token}"}}},"z":1}`,
    )
  })

  it('is refused with line and column when it cannot be read', () => {
    expect(() => put('cursor', '{\n  "a": 1\n  "b": 2\n}')).toThrow(/line 3, column 3/)
  })

  it.each(['[]', '7', '"text"', '{"mcpServers": []}', '{"mcpServers": "x"}', '{} {}'])(
    'is refused when it is no object, or has something else in its place: %s',
    (text) => expect(() => put('cursor', text)).toThrow(),
  )

  it('is refused when a key is there twice: programs differ in which they take', () => {
    expect(() => put('cursor', '{"mcpServers":{},"mcpServers":{"a":{}}}')).toThrow(/twice/)
  })

  it('replaces an entry of the same name and nothing else', () => {
    const text = '{\n  "mcpServers": {\n    "gatehouse": { "url": "old" }, // mine\n    "b": {}\n  }\n}\n'
    const after = put('cursor', text)
    expect(after).toContain('}, // mine\n    "b": {}\n  }\n}\n')
    expect(after).not.toContain('old')
  })

  it('is taken out with its comma, and the comments around it stay', () => {
    const text =
      '{\n  "mcpServers": {\n    "a": {}, // a\n    // ours\n    "gatehouse": {} // tail\n    // end\n  }\n}\n'
    const after = drop('cursor', text)
    for (const comment of ['// a\n', '// ours\n', '// tail\n', '// end\n']) expect(after).toContain(comment)
    expect(parseJson(after, [], { allowTrailingComma: false })).toEqual({ mcpServers: { a: {} } })
  })
})

describe('TOML', () => {
  it('gets a table of its own at the end', () => {
    expect(put('codex', 'model = "o" # mine\n\n[mcp_servers.a]\ncommand = "x"\n')).toBe(
      'model = "o" # mine\n\n[mcp_servers.a]\ncommand = "x"\n\n' +
        `[mcp_servers.gatehouse]\nurl = "${url}"\nhttp_headers = { "Authorization" = "Bearer ${token}" }\n`,
    )
  })

  it.each([
    'mcp_servers = { a = { command = "x" } } # all\n',
    'mcp_servers.a.command = "x" # dotted\n[z]\nq = 1\n',
    '# only this',
    '',
    '[mcp_servers]\r\n# none yet\r\n[z]\r\nd = 1979-05-27T07:32:00Z\r\n',
    '[mcp_servers.gatehouse]\nurl = "old"\n[mcp_servers.gatehouse.tools.x]\nmode = "y"\n[z]\nq = 1 # q\n',
  ])('is written and taken out again, comments and all else kept: %j', (text) => {
    const after = put('codex', text)
    expect(readConfig(after, client('codex')).entry).toMatchObject({ url })
    const back = drop('codex', after)
    for (const comment of text.match(/#.*/g) ?? []) {
      expect(after).toContain(comment)
      expect(back).toContain(comment)
    }
    expect(back).not.toContain(token)
  })

  it('is refused with line and column when it cannot be read', () => {
    expect(() => put('codex', 'a = 1\nb = = 2\n')).toThrow(/line 2, column \d/)
  })
})

describe('YAML', () => {
  it('keeps every byte, and puts the entry among its siblings', () => {
    const text =
      "# goose\nGOOSE_MODE:   'auto'   # why\nextensions:\n    developer:\n        enabled: true   # on\n        args: [ 'a',   b ]\n\n# next\nGOOSE_X: |\n  text\n\n"
    const after = put('goose', text)
    expect(after.replace(/ {4}gatehouse:\n(?: {6}.*\n(?: {8}.*\n)*)+/, '')).toBe(text)
    expect(after).toMatch(/b \]\n {4}gatehouse:\n {6}type: streamable_http\n/)
  })

  it.each([
    '',
    '# only\n',
    'a: 1',
    'extensions:\n',
    'extensions: # none\na: 1\n',
    'extensions: ~\r\na: 1\r\n',
    'extensions: {}\n',
    'extensions: { a: { enabled: true } } # one\n',
    '{ "extensions": { "a": 1 } }\n',
    '---\nextensions:\n  a:\n    text: |-\n      one\n      two\nb: 2\n...\n',
    'extensions:\n  gatehouse: {type: old}\n  b: 1 # b\n',
    'extensions:\n  a: &x {b: 1}\nc: *x\n',
  ])('is written and taken out again, comments and all else kept: %j', (text) => {
    const after = put('goose', text)
    expect(readConfig(after, client('goose')).entry).toMatchObject({ uri: url, enabled: true })
    for (const comment of text.match(/#.*/g) ?? []) expect(drop('goose', after)).toContain(comment)
  })

  it.each([
    'mcpServers:\n- name: a # a\n  command: x\n',
    'mcpServers:\n  - name: a\n    command: x\nmodels:\n  - name: m\n',
    'mcpServers: []\n',
    'mcpServers: [ { name: a } ]\n',
    'name: mine\n',
    '',
    'mcpServers:\n  -\n    name: a\n',
    'mcpServers:\n  - name: gatehouse\n    url: old\n  - name: b\n',
  ])('is written into a list: %j', (text) => {
    const after = put('continue', text)
    expect(readConfig(after, client('continue')).entry).toMatchObject({ type: 'streamable-http', url })
    expect(readConfig(drop('continue', after), client('continue')).entry).toBeUndefined()
  })

  it('begins a new file with what the client wants there', () => {
    expect(parseYaml(put('continue', ''))).toMatchObject({ version: '1.0.0', schema: 'v1' })
  })

  it.each([
    ['a: [1\nb: 2\n', /line \d, column \d/],
    ['- a\n- b\n', /no YAML table/],
    ['a: 1\na: 2\n', /line 2, column 1/],
    ['a: &x {}\nextensions: *x\n', /alias/],
    ['a: 1\n---\nb: 1\n', /several/],
    ['extensions: text\n', /not what this program expects/],
  ])('is refused when it cannot be changed safely: %j', (text, reason) => {
    expect(() => put('goose', text)).toThrow(reason)
  })
})

/** Documents as people and programs write them. */
const key = fc.constantFrom('a', 'b c', 'mcpServers', 'mcp_servers', 'extensions', 'x.y', 'ünï', 'url', 'q"q')
const leaf = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -999, max: 999 }),
  fc.boolean(),
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
)
const table = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 3 })), { maxKeys: 4 })
const document = fc.tuple(
  table,
  fc.option(fc.dictionary(key, fc.dictionary(key, leaf, { maxKeys: 3 })), { nil: undefined }),
)

const cases: readonly (readonly [
  ConfigFormat,
  string,
  (data: object) => string,
  (text: string) => unknown,
  RegExp,
])[] = [
  [
    'json',
    'zed',
    (data) => JSON.stringify(data, null, 3),
    (text) => parseJson(text, [], { allowTrailingComma: true }),
    /\/\/c\d+/g,
  ],
  ['json', 'claude-code', (data) => JSON.stringify(data), (text) => parseJson(text), /\/\/c\d+/g],
  ['toml', 'codex', (data) => stringifyToml(data), parseToml, /#c\d+/g],
  [
    'yaml',
    'goose',
    (data) => stringifyYaml(data, { indent: 4, lineWidth: 0 }),
    (text) => parseYaml(text),
    /#c\d+/g,
  ],
  [
    'yaml',
    'goose',
    (data) => stringifyYaml(data, { collectionStyle: 'flow' }),
    (text) => parseYaml(text),
    /#c\d+/g,
  ],
]

/** Comments behind lines where the format allows one for certain, and on lines of their own. */
function withComments(text: string, format: ConfigFormat, at: readonly number[]): string {
  const mark = format === 'json' ? '//' : '#'
  const lines = text.split('\n')
  return lines
    .map((line, index) => {
      if (!at.includes(index % 7)) return line
      const mayFollow = format === 'json' ? /[{}\],]$/.test(line) : /^[\w"' .-]+[:=] ?-?\d+$/.test(line)
      return mayFollow ? `${line} ${mark}c${index}` : line
    })
    .join('\n')
}

describe.each(cases)('any %s document of %s', (format, id, write, read, comment) => {
  it('keeps every other key and every comment, added and taken out, with any line break', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.nat(6), { maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        ([data, held], marks, crlf, bom) => {
          const facts = client(id)
          const { [facts.container.key]: _dropped, ...rest } = data
          const full = held === undefined ? rest : { ...rest, [facts.container.key]: held }
          const plainText = withComments(write(full), format, marks)
          const text = (bom ? '\uFEFF' : '') + (crlf ? plainText.replaceAll('\n', '\r\n') : plainText)
          const before = read(text.replace('\uFEFF', '')) as Record<string, unknown>
          const after = put(id, text)
          const entry = readConfig(after, facts).entry
          const back = drop(id, after, held === undefined)
          const parsed = read(back.replace('\uFEFF', '')) as Record<string, unknown> | null
          expect(entry).toBeDefined()
          const sameData =
            isDeepStrictEqual(strip(parsed ?? {}, facts), strip(before ?? {}, facts)) &&
            isDeepStrictEqual(
              strip(read(after.replace('\uFEFF', '')) as object, facts),
              strip(before ?? {}, facts),
            )
          expect({ text, after, back, sameData }).toMatchObject({ sameData: true })
          expect(after.match(comment)?.sort()).toEqual(text.match(comment)?.sort())
          expect(back.match(comment)?.sort()).toEqual(text.match(comment)?.sort())
          expect(after.startsWith('\uFEFF')).toBe(bom)
          expect(text.includes('\r\n') && /[^\r]\n/.test(after)).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Everything but our entry; an empty place for entries counts for none. */
function strip(data: object, { container }: ClientFacts): unknown {
  const copy = structuredClone(data) as Record<string, Record<string, unknown> | null>
  const held = copy[container.key]
  delete held?.['gatehouse']
  if (held === null || held === undefined || Object.keys(held).length === 0) delete copy[container.key]
  return JSON.parse(JSON.stringify(copy)) as unknown
}
