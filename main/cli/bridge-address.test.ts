import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../testing/test-hub.ts'
import { bridgeAddresses } from './bridge-address.ts'

const deadPid = (): number => spawnSync(process.execPath, ['-e', '0']).pid

function addresses(facts: object | string): ReturnType<typeof bridgeAddresses> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'bridge.json'), typeof facts === 'string' ? facts : JSON.stringify(facts))
  return bridgeAddresses(folder)
}

async function realSocket(): Promise<string> {
  const socket = join(temporaryFolder(), 'bridge.sock')
  const server = createServer().listen(socket)
  onTestFinished(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  return socket
}

describe('the way to the bridge', () => {
  it('is the socket, else the port', async () => {
    const socket = await realSocket()
    expect(addresses({ socket, url: 'http://127.0.0.1:7717', pid: process.pid })).toEqual([
      { socketPath: socket },
      { host: '127.0.0.1', port: 7717 },
    ])
  })

  it('is not a port that a killed app left to whoever takes it', () => {
    expect(addresses({ url: 'http://127.0.0.1:7717', pid: deadPid() })).toEqual([])
  })

  it('is the person’s own socket also when a sandbox hides the app’s process', async () => {
    const socket = await realSocket()
    expect(addresses({ socket, url: 'http://127.0.0.1:7717', pid: deadPid() })).toEqual([
      { socketPath: socket },
    ])
  })

  it('is not something else in the socket’s place', () => {
    expect(addresses({ socket: temporaryFolder(), pid: process.pid })).toEqual([])
  })

  it.each([
    'http://evil.example:80',
    'http://127.0.0.1.evil.example:7717',
    'http://127.0.0.1:7717@evil.example',
    'https://127.0.0.1:7717',
  ])('is not %s', (url) => {
    expect(addresses({ url, pid: process.pid })).toEqual([])
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"url":7,"socket":{},"pid":"1"}',
    '{"url":"http://127.0.0.1:7717","pid":0}',
  ])('is nowhere when the file is %s', (text) => expect(addresses(text)).toEqual([]))

  it('is nowhere when there is no file', () => {
    expect(bridgeAddresses(temporaryFolder())).toEqual([])
  })
})
