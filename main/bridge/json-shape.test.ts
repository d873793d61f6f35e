import { describe, expect, it } from 'vitest'
import { createConnectedHub } from '../testing/test-hub.ts'
import { refuseUnwieldyJson } from './json-shape.ts'

const check = (text: string) => () => refuseUnwieldyJson(Buffer.from(text))
const nested = (levels: number, [open, close] = ['[', ']']): string =>
  `${open?.repeat(levels)}1${close?.repeat(levels)}`

describe('JSON is refused before it is walked', () => {
  it.each([
    ['65 lists', nested(65)],
    ['65 objects', nested(65, ['{"a":', '}'])],
    ['lists and objects in turns', nested(33, ['[{"a":', '}]'])],
    ['a million levels that never close', '['.repeat(1_000_000)],
    ['depth after a string full of brackets', `["]]]]]]]]",${nested(64)}]`],
    ['depth after an escaped quote', `["\\"",${nested(64)}]`],
    ['100,001 values', `[${'0,'.repeat(100_000)}0]`],
    ['100,001 keys', `{${Array.from({ length: 100_001 }, (_, index) => `"${index}":0`).join(',')}}`],
  ])('when it has %s', (_, text) => {
    expect(check(text)).toThrow(expect.objectContaining({ code: 'INVALID_PARAMS' }) as Error)
  })

  it.each([
    ['64 levels', nested(64)],
    ['many lists one after the other', `[${Array.from({ length: 10_000 }, () => '[[[]]]').join(',')}]`],
    ['brackets in a string', JSON.stringify('[{'.repeat(1_000))],
    ['brackets behind escapes in a string', JSON.stringify('\\"[\\\\'.repeat(1_000))],
    ['100,000 values', `[${'0,'.repeat(99_999)}0]`],
    ['a string that never ends', `"${'[,'.repeat(200_000)}`],
  ])('but not when it has %s', (_, text) => {
    expect(check(text)).not.toThrow()
  })

  it('in less than 2 µs for a body of 200 bytes, or calls get slower', () => {
    const body = Buffer.from(
      JSON.stringify({ arguments: { title: 'x'.repeat(120), tags: [['a'], ['b'], {}] } }).padEnd(200),
    )
    expect(body.length).toBe(200)
    const rounds = 20_000
    const best = Math.min(
      ...Array.from({ length: 10 }, () => {
        const started = process.hrtime.bigint()
        for (let round = 0; round < rounds; round += 1) refuseUnwieldyJson(body)
        return Number(process.hrtime.bigint() - started) / rounds / 1_000
      }),
    )
    expect(best).toBeLessThan(2)
  })
})

it('deep JSON is a bad request on every route that takes a body, not an error of the bridge', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
  const routes: readonly [string, (deep: string) => string][] = [
    ['/v1/tools/notes_list_notes', (deep) => `{"arguments":{"a":${deep}}}`],
    ['/v1/actions/notes_list_notes', (deep) => `{"a":${deep}}`],
    ['/v1/manage_integrations', (deep) => `{"action":"list_tools","arguments":${deep}}`],
    [
      '/mcp',
      (deep) =>
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"notes_list_notes","arguments":{"a":${deep}}}}`,
    ],
  ]
  for (const [path, bodyAround] of routes) {
    const { status } = await app.fetch(path, { method: 'POST', headers, body: bodyAround(nested(50_000)) })
    expect([path, status >= 400 && status < 500]).toEqual([path, true])
  }
  expect(test.apiRequests()).toEqual([])
})
