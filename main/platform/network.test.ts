import { expect, it } from 'vitest'
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
