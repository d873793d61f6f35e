import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { listeningInodes, parseLsof, portOwner } from './port-owner.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:4539 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 111 1 0 100 0 0 10 0
   1: 0100007F:4539 0100007F:D2F0 01 00000000:00000000 00:00000000 00000000  1000        0 222 1 0 20 4 30 10 -1
   2: 0100007F:453A 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 333 1 0 100 0 0 10 0
   3: 00000000000000000000000001000000:4539 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 444 1`

it('only who listens on the very port counts, not who is connected to it', () => {
  expect(listeningInodes(TABLE, 17_721)).toEqual(['111', '444'])
  expect(listeningInodes('', 17_721)).toEqual([])
})

it.each([
  ['p812\ncControlCenter\nf9\n', 'ControlCenter'],
  ['', undefined],
  ['p812\n', undefined],
])('lsof’s fields are read', (text, name) => {
  expect(parseLsof(text)).toBe(name)
})

it.skipIf(process.platform !== 'linux')('the program is named that really listens', async () => {
  const script = `require('node:net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill())
  const port = Number(await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve)))
  expect(port).toBeGreaterThan(0)
  expect(await portOwner(port)).toMatch(/^(node|MainThread)/)
})

it('nobody is named where nobody listens', async () => {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  expect(await portOwner(port)).toBeNull()
})
