import { expect, it } from 'vitest'
import { hasNeverLeft } from '../connections/network-error.ts'
import { unreachable } from '../connections/unreachable.ts'
import { turn } from '../testing/manual-clock.ts'
import { createNetwork } from './network.ts'

it.each([
  ['DIRECT', 'DIRECT'],
  ['PROXY one.example:8080; PROXY two.example:8080; DIRECT', 'PROXY one.example:8080'],
  ['  PROXY   one.example:8080 ', 'PROXY one.example:8080'],
  ['SOCKS5 127.0.0.1:9050', 'SOCKS5 127.0.0.1:9050'],
  ['', 'DIRECT'],
])('the way that is shown is the one that a request takes: %s', async (answer, way) => {
  const asked: string[] = []
  const { proxyFor } = createNetwork({
    forceReloadProxyConfig: () => turn().then(() => void asked.push('settings are loaded')),
    resolveProxy: (url) => Promise.resolve(answer).finally(() => asked.push(url)),
  })
  expect(await proxyFor('https://a.example/')).toBe(way)
  // Before its settings are loaded Chromium says DIRECT, whatever they are.
  expect(asked).toEqual(['settings are loaded', 'https://a.example/'])
})

it('a proxy that cannot be used is named to the person, not an error inside Gatehouse', async () => {
  const { fetch } = createNetwork({
    forceReloadProxyConfig: () => Promise.resolve(),
    resolveProxy: () => Promise.resolve('SOCKS5 127.0.0.1:9050'),
  })
  const url = 'https://a.example/'
  const error: unknown = await fetch(url, {}).catch((thrown: unknown) => thrown)
  expect(hasNeverLeft(error)).toBe(true)
  expect(unreachable('Notes', url, error)).toMatchObject({
    code: 'NETWORK',
    message: expect.stringContaining('through a proxy of the kind SOCKS5, which Gatehouse does not support'),
  })
})
