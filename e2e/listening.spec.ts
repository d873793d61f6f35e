import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { listeningSockets, processTree } from '../main/testing/listening-sockets.ts'
import { openIntegration } from './fixtures/steps.ts'
import { byBrowser, enterClient } from './fixtures/ways-in.ts'
import { expect, test } from './fixtures/world.ts'

const LOOPBACK = ['127.0.0.1', '::1']

test('nothing of the app listens anywhere but on this computer, also while a sign-in waits', async ({
  world,
}) => {
  const { pid, window } = await world.launch()
  const { url } = await world.bridge()
  const port = Number(new URL(url).port)
  const listening = () => listeningSockets(processTree(pid))
  expect(processTree(pid).length).toBeGreaterThan(2)
  expect(listening()).toContainEqual({ address: '127.0.0.1', port })
  const before = listening().length

  await openIntegration(window, 'Gmail')
  await enterClient(window, 'gatehouse-google', 'google-secret')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  await world.browser.page('https://accounts.google.com/')
  // The sign-in has a door of its own, for as long as it waits.
  await expect.poll(() => listening().length).toBeGreaterThan(before)
  for (const { address, port: open } of listening()) expect(LOOPBACK, `port ${open}`).toContain(address)

  for (const { port: open } of listening()) {
    for (const address of otherAddresses())
      expect(await reaches(address, open), `${address}:${open}`).toBe(false)
  }
})

const otherAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => address)

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    const done = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
