import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import type { SimulatedRequest } from '../internet/exchange.ts'
import { createSecretsSeen } from '../internet/secrets-seen.ts'
import { createByteSearch } from './byte-search.ts'
import { createCanaries } from './canaries.ts'
import { findLeaks } from './find-leaks.ts'

const token = 'canary/token+with~signs_5f3a'
const key = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')
const search = createByteSearch([
  { kind: 'token', value: token },
  { kind: 'key', value: key },
])

const around = (bytes: Buffer): Buffer => Buffer.concat([randomBytes(5_001), bytes, randomBytes(77)])

test.each([
  ['UTF-8', Buffer.from(token)],
  ['UTF-16', Buffer.from(token, 'utf16le')],
  ['hex', Buffer.from(Buffer.from(token).toString('hex'))],
  ['hex', Buffer.from(Buffer.from(token).toString('hex').toUpperCase())],
  ['percent', Buffer.from(`?token=${encodeURIComponent(token)}&`)],
  ['JSON', Buffer.from(JSON.stringify({ token }).replaceAll('/', String.raw`\/`))],
  ['base64', Buffer.from(Buffer.from(token).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`x:${token}, and more`).toString('base64'))],
  ['base64', Buffer.from(Buffer.from(`{${token}}`).toString('base64'))],
  ['base64url', Buffer.from(Buffer.from(`??${token}??`).toString('base64url'))],
])('a secret left behind as %s is not overlooked', (encoding, bytes) => {
  expect(search(around(bytes)).map((hit) => hit.replace('base64url', 'base64'))).toContain(
    `token (${encoding.replace('base64url', 'base64')})`,
  )
  expect(search(around(bytes.subarray(0, bytes.length / 2)))).toEqual([])
})

test('the bytes of a key are as bad as its text, and a hit at either end of a file counts', () => {
  expect(search(Buffer.from(key, 'base64'))).toEqual(['key (bytes)'])
  expect(search(Buffer.from(`-${key}`))).toEqual(['key (UTF-8)'])
  expect(search(Buffer.alloc(0))).toEqual([])
})

test('a value too short to be looked for is refused and not passed over', () => {
  expect(() => createByteSearch([{ kind: 'key', value: 'short' }])).toThrow('5 characters')
})

test('files, their names, rows in pieces and collected texts are searched; the person’s own browser is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-canary-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'data/Crashpad'), { recursive: true })
  await mkdir(join(folder, 'home/chromium'), { recursive: true })
  writeInPieces(join(folder, 'data/gatehouse.db'))
  const clean = 'gatehouse_get_result is a tool'
  await writeFile(join(folder, 'data/Crashpad/report.dmp'), around(Buffer.from(token)))
  await writeFile(join(folder, 'data', encodeURIComponent(token)), clean)
  await writeFile(join(folder, 'data/app'), `gatehouse_${'a'.repeat(43)}`)
  await writeFile(join(folder, 'home/chromium/History'), token)

  const canaries = createCanaries([() => [{ kind: 'token', value: token }]])
  const found = await findLeaks(folder, await canaries.search(), { printed: `x${token}`, answers: clean })
  expect(found.toSorted()).toEqual(
    expect.arrayContaining([
      'data/Crashpad/report.dmp: token (UTF-8)',
      `data/${encodeURIComponent(token)}: token (percent)`,
      'data/app: app token (UTF-8)',
      'data/gatehouse.db, column audit.details: token (UTF-8)',
      'printed: token (UTF-8)',
    ]),
  )
  // No line but these: not the other browser, not the answers, and no value whole in the database file.
  expect(found).toHaveLength(5)
})

test('every credential of a token exchange and of a call is known afterwards', () => {
  const seen = createSecretsSeen()
  const request = (change: Partial<SimulatedRequest>): SimulatedRequest => ({
    method: 'POST',
    url: new URL('https://provider.example/oauth/token'),
    headers: {},
    body: '',
    at: 0,
    ...change,
  })
  seen.note(request({ body: 'code=c-1&code_verifier=v-1&client_secret=s-1&grant_type=authorization_code' }), {
    status: 200,
    body: JSON.stringify({ access_token: 'a-1', refresh_token: 'r-1', token_type: 'bearer' }),
  })
  seen.note(request({ headers: { authorization: `Basic ${Buffer.from('me:p-1').toString('base64')}` } }), {
    status: 302,
    headers: { location: 'app.gatehouse.desktop:/oauth/callback?code=c-2&state=st-2' },
  })
  seen.note(
    request({ headers: { authorization: 'k-1' }, url: new URL('https://x.example/bot1:k-2/getMe') }),
    {
      status: 200,
    },
  )
  const values = seen.list().map(({ value }) => value)
  expect(values).toEqual(
    expect.arrayContaining(['c-1', 'v-1', 's-1', 'a-1', 'r-1', 'p-1', 'c-2', 'st-2', 'k-1', '1:k-2']),
  )
  expect(values).not.toContain('me')
})

/** A database in whose file the token stands nowhere whole: it lies where one page ends and the next begins. */
const writeInPieces = (path: string): void => {
  const database = new DatabaseSync(path)
  // Pages that are no longer in use are wiped: what stands in the file is the row as it is.
  database.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = OFF; CREATE TABLE audit (details TEXT)')
  const change = database.prepare('INSERT OR REPLACE INTO audit (rowid, details) VALUES (1, ?)')
  for (let before = 9_000; before < 9_000 + 4_096; before += 16) {
    change.run(`${'x'.repeat(before)}${token}${'x'.repeat(20_000 - before)}`)
    if (!readFileSync(path).includes(token)) return database.close()
  }
  throw new Error('no page ended within the token')
}
