import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { createActivityChart } from '../../main/audit/activity-chart.ts'
import { createActivityQuery } from '../../main/audit/activity-query.ts'
import { createAuditLog } from '../../main/audit/audit-log.ts'
import { createCallIndex } from '../../main/audit/call-index.ts'
import { verifyChain } from '../../main/audit/verify-chain.ts'
import { openDatabase } from '../../main/platform/database.ts'
import { writeLongLog } from './activity-log.ts'
import { quantile } from './bench-hub.ts'

const LINES = 1_000_000
const ROUNDS = 30
const NOW = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000
const MONTH = { from: NOW - 130 * DAY_MS, to: NOW - 100 * DAY_MS }

const LISTS: Readonly<Record<string, RequestInput<'activity.list'>>> = {
  'first page': {},
  'page in the middle': { offset: 300_000, limit: 100 },
  'last page': { offset: 740_000, limit: 100 },
  'kept while new ones come': { offset: 1_000, limit: 100, upTo: LINES - 40_000 },
  app: { appId: 'app_2' },
  integration: { integrationId: 'gmail' },
  account: { accountName: 'person1@example.com' },
  tool: { tool: 'slack_get_issue' },
  'outcome: failed': { outcome: 'failed' },
  'outcome: a rare one': { outcome: 'expired' },
  'a month': MONTH,
  'a month, app and outcome': { ...MONTH, appId: 'app_1', outcome: 'failed' },
  'two that never meet': { tool: 'linear_create_issue', integrationId: 'gmail' },
  'a frequent word': { text: 'safari' },
  'two words': { text: 'budget linear' },
  'one letter': { text: 's' },
  'a word as it is typed': { text: 'meeti' },
  'a rare word': { text: '424242' },
  'a frequent word, a rare outcome': { text: 'safari', outcome: 'expired' },
  'a frequent word, a month': { text: 'safari', ...MONTH },
  'a word that is not there': { text: 'zebra' },
  'a long word': { text: 'customer' },
  'two long words': { text: 'customer meeting' },
  'a word, an app': { text: 'safari', appId: 'app_1' },
  'a word, a tool': { text: 'meeting', tool: 'slack_get_issue' },
  'a word, an integration': { text: 'meeting', integrationId: 'slack' },
  'a word, an account': { text: 'meeting', accountName: 'person1@example.com' },
  'a word, an outcome': { text: 'meeting', outcome: 'failed' },
  'a long word, a rare outcome': { text: 'person1', outcome: 'expired' },
  'a word, an app, an outcome': { text: 'safari', appId: 'app_1', outcome: 'failed' },
  'a word, app, outcome, account': {
    text: 'safari',
    appId: 'app_2',
    outcome: 'failed',
    accountName: 'person1@example.com',
  },
  'one letter, a day': { text: 's', from: MONTH.from, to: MONTH.from + DAY_MS },
  'a word, a month, an outcome': { text: 'person1', outcome: 'failed', ...MONTH },
  'a word and an app that never meet': { text: 'customer', appId: 'app_2' },
  'two words and a tool that never meet': { text: 'budget linear', integrationId: 'slack' },
}

test(`the activity screen over ${LINES.toLocaleString('en')} lines`, { timeout: 900_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  const path = join(folder, 'bench.db')
  const database = openDatabase(path)
  const log = createAuditLog(database)
  const apps = [1, 2, 3, 4].map((number) => ({ id: `app_${number}`, name: `App ${number}` }))
  const written = timed(() =>
    writeLongLog(log, { workspaceId: 'w', lines: LINES, end: NOW, days: 365, apps }),
  )
  const index = createCallIndex(database)
  let longest = 0
  const indexed = timed(() => {
    while (index.behind() > 0)
      longest = Math.max(
        longest,
        timed(() => void index.step(200)),
      )
  })
  const size = Math.round(statSync(path).size / 2 ** 20)
  console.log(
    `written in ${perLine(written)} a line, indexed in ${perLine(indexed)} a line (longest step of 200: ${longest.toFixed(1)} ms), ${size} MiB`,
  )
  const query = createActivityQuery(database)
  const chart = createActivityChart(database)
  const bare = database.prepare('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT 50')
  const base = median(() => bare.all(LINES / 2))
  console.log(`${'a bare SELECT by key, 50 rows'.padEnd(34)} ${base.toFixed(3)} ms`)
  for (const [name, input] of Object.entries(LISTS)) {
    print(
      name,
      base,
      median(() => query.list('w', input)),
      `${query.list('w', input).total} found`,
    )
  }
  print(
    'chart of 30 days',
    base,
    median(() => chart('w', 30, NOW)),
    '',
  )
  const verified = performance.now()
  const { rows } = await verifyChain(database, [log.head()], {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
  console.log(`Verify log: ${rows} lines in ${(performance.now() - verified).toFixed(0)} ms`)
  database.close()
  rmSync(folder, { recursive: true })
})

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The middle of many rounds; the first ones fill caches. */
function median(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => timed(work))
  return quantile(times.slice(3), 0.5)
}

const perLine = (ms: number): string => `${((ms / LINES) * 1_000).toFixed(1)} µs`

function print(name: string, base: number, ms: number, note: string): void {
  console.log(`${name.padEnd(34)} ${ms.toFixed(3)} ms  ${(ms / base).toFixed(1)}x  ${note}`)
}
