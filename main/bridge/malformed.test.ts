import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { sendMalformed } from '../testing/malformed/send-malformed.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

/** A long run: `GATEHOUSE_MALFORMED=100000`, and `GATEHOUSE_MALFORMED_SEED` of a failure to see it again. */
const COUNT = Number(process.env['GATEHOUSE_MALFORMED'] ?? 3_000)
const FIRST_SEED = Number(process.env['GATEHOUSE_MALFORMED_SEED'] ?? 1)
const PARTS = 5
const AT_ONCE = 8
const MIB = 1_024 * 1_024

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const minutes = Math.max(1, COUNT / 5_000)

it(
  `answers ${COUNT} malformed requests, each with a code, and is as small and as well as before`,
  {
    timeout: minutes * 60_000,
  },
  async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.update', { appId: app.appId, callsPerMinute: 1_000_000 })
    const target = { port: Number(new URL(app.url).port), token: app.token }
    const heaps: number[] = []
    const statuses: Record<number, number> = {}
    const each = Math.ceil(COUNT / PARTS)
    for (let part = 0; part < PARTS; part += 1) {
      const run = { firstSeed: FIRST_SEED + part * each, count: each, atOnce: AT_ONCE }
      const report = await sendMalformed(target, run)
      expect(report.failures.slice(0, 10)).toEqual([])
      for (const [status, count] of Object.entries(report.statuses)) {
        statuses[Number(status)] = (statuses[Number(status)] ?? 0) + count
      }
      heaps.push(heapAfter(test))
    }
    if (process.env['GATEHOUSE_MALFORMED'] !== undefined) {
      process.stdout.write(
        `${JSON.stringify({ statuses, heapsMiB: heaps.map((bytes) => Math.round(bytes / MIB)) })}\n`,
      )
    }
    // The generator reaches what it is for: good and bad ones, and ones that are no request at all.
    for (const status of [200, 400, 401, 403, 404, 422])
      expect(statuses[status], String(status)).toBeGreaterThan(0)
    expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(8 * MIB)
    expect((await app.call('notes_list_notes')).status).toBe(200)
  },
)

/** What the fakes note down about each request is not the bridge's. */
function heapAfter({ platform, events }: Awaited<ReturnType<typeof createConnectedHub>>): number {
  platform.network.requests.length = 0
  ;(events as unknown[]).length = 0
  collectGarbage()
  return process.memoryUsage().heapUsed
}
