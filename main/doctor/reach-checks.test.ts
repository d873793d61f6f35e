import { describe, expect, it } from 'vitest'
import { inEnglish } from '../testing/in-english.ts'
import { clockCheck } from './clock-check.ts'
import type { FaultKind } from './connection-fault.ts'
import { faultFinding } from './fault-finding.ts'
import type { Check } from './finding.ts'
import type { Probe } from './host-probe.ts'
import { networkCheck } from './network-check.ts'

const run = async (check: Check) => inEnglish(await check.run(new AbortController().signal))
const answered = (aheadMs: number | undefined, status = 200): Probe => ({
  proxy: undefined,
  outcome: { kind: 'answer', status, aheadMs },
})
const failed = (kind: FaultKind): Probe => ({ proxy: undefined, outcome: { kind, code: 'CODE' } })

describe('a host', () => {
  const look = (probe: Probe) =>
    run(networkCheck({ probe: () => Promise.resolve(probe), limitMs: 8_000 }, 'a.example'))

  it('that answers is fine, and the line says by which way', async () => {
    expect(await look(answered(0))).toMatchObject({
      state: 'ok',
      sentence: expect.stringContaining('directly'),
    })
    const proxied = await look({ ...answered(0), proxy: 'proxy.example:8080' })
    expect(proxied).toMatchObject({ state: 'ok', sentence: expect.stringContaining('proxy.example:8080') })
  })

  it.each([502, 503, 504])('whose gateway answers %i is worth a note, not an alarm', async (status) => {
    const finding = await look(answered(0, status))
    expect(finding).toMatchObject({ state: 'note', action: 'retry' })
    expect(finding.sentence).toContain(`HTTP ${status}`)
  })

  it.each([401, 403, 404, 405, 500])('that answers %i to nobody in particular is fine', async (status) => {
    expect(await look(answered(0, status))).toMatchObject({ state: 'ok' })
  })
})

describe('a fault in words', () => {
  const direct = { host: 'a.example', proxy: undefined, limitSeconds: 8 }
  const proxied = { ...direct, proxy: 'proxy.example:8080' }
  const kinds: readonly FaultKind[] = [
    'name',
    'refused',
    'unreachable',
    'timeout',
    'cut_off',
    'certificate_time',
    'certificate_issuer',
    'certificate_name',
    'certificate',
    'tls',
    'proxy_password',
    'proxy_refused',
    'proxy_kind',
    'portal',
    'unknown',
  ]

  it.each(kinds)('is whole sentences with a button, on every way: %s', (kind) => {
    for (const way of [direct, proxied]) {
      const finding = inEnglish(faultFinding({ kind, code: 'CODE' }, way))
      expect(finding).toMatchObject({ state: 'problem', action: 'retry' })
      expect(finding.sentence).toMatch(/^[A-Za-z].{20,}\.$/)
      expect(finding.sentence).not.toMatch(/undefined| {2}|\.\./)
    }
  })

  it.each(['name', 'refused', 'unreachable'] as const)(
    'blames the proxy where the host was not met yet: %s',
    (kind) => {
      expect(inEnglish(faultFinding({ kind, code: 'CODE' }, proxied)).sentence).toContain(
        'proxy.example:8080',
      )
      expect(inEnglish(faultFinding({ kind, code: 'CODE' }, direct)).sentence).toContain('a.example')
    },
  )

  it('of a certificate’s dates leads to the clock', () => {
    const { sentence } = inEnglish(
      faultFinding({ kind: 'certificate_time', code: 'CERT_NOT_YET_VALID' }, direct),
    )
    expect(sentence).toMatch(/date and time/)
  })
})

describe('the clock', () => {
  const look = (...probes: Probe[]) => {
    const hosts = probes.map((_, index) => String(index))
    const probe = (host: string) => Promise.resolve(probes[Number(host)] ?? failed('unknown'))
    return run(clockCheck({ probe, hosts, limitMs: 8_000 }))
  }

  it.each([
    [0, 'ok'],
    [30_000, 'ok'],
    [-30_000, 'ok'],
    [31_000, 'note'],
    [-31_000, 'note'],
    [120_000, 'note'],
    [121_000, 'problem'],
    [-121_000, 'problem'],
  ])('off by %i ms', async (ahead, state) => {
    expect(await look(answered(ahead))).toMatchObject({ state })
  })

  it('says which way it is wrong: a person would set it the wrong way', async () => {
    expect((await look(answered(600_000))).sentence).toContain('10 minutes slow')
    expect((await look(answered(-3 * 86_400_000))).sentence).toContain('3 days fast')
    expect((await look(answered(45_000))).sentence).toContain('45 seconds slow')
  })

  it('is right when one host agrees, however wrong another is', async () => {
    expect(await look(answered(9_000_000), answered(1_000))).toMatchObject({ state: 'ok' })
  })

  it('is not judged when nobody says the time', async () => {
    expect(await look(failed('name'), answered(undefined))).toMatchObject({ state: 'skipped' })
    expect(await look()).toMatchObject({ state: 'skipped' })
  })

  it('that is years off is found although no connection comes about', async () => {
    expect(await look(failed('certificate_time'), failed('certificate_time'))).toMatchObject({
      state: 'problem',
    })
    expect(await look(failed('certificate_time'), failed('timeout'))).toMatchObject({ state: 'skipped' })
  })
})
