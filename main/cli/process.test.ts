import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { stdioProgram } from '../testing/stdio-clients.ts'
import { startStdioProgram } from '../testing/stdio-process.ts'
import { createConnectedHub, temporaryFolder } from '../testing/test-hub.ts'

const LIST = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
const call = (id: number, title: string): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: 'notes_create_note', arguments: { title } },
  })

async function running() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const program = startStdioProgram(test.platform.dataFolder, app.token)
  program.send('{"jsonrpc":"2.0","id":"ready","method":"ping"}\n')
  await program.answer('ready')
  return { test, app, program }
}

describe('the stdio program', () => {
  it('answers what it cannot read, and reads on', async () => {
    const { program } = await running()
    program.send('{"jsonrpc":\n')
    expect((await program.answer(null)).error?.code).toBe(-32_700)
    program.send(Buffer.from([0x22, 0xff, 0x22, 0x0a]))
    for (const line of [
      '42',
      '[]',
      '{"id":2,"method":"ping"}',
      '{"jsonrpc":"2.0","id":{},"method":"ping"}',
    ]) {
      program.send(`${line}\r\n`)
    }
    program.send(LIST.slice(0, 20))
    program.send(`${LIST.slice(20)}\n`)
    expect(JSON.stringify((await program.answer(1)).result)).toContain('notes_list_notes')
    const codes = program.lines.filter(({ id }) => id === null).map(({ error }) => error?.code)
    expect(codes).toEqual([-32_700, -32_700, -32_600, -32_600, -32_600, -32_600])
  })

  it('says by the request’s id that it is too large for the bridge', async () => {
    const { test, program } = await running()
    program.send(`${call(7, 'x'.repeat(5_000_000))}\n`)
    expect((await program.answer(7)).error?.message).toMatch(/4 MiB/)
    program.send(`${'x'.repeat(17_000_000)}\n${LIST}\n`)
    expect((await program.answer(null)).error?.message).toMatch(/too long/)
    expect((await program.answer(1)).error).toBeUndefined()
    expect(test.apiRequests()).toEqual([])
  })

  it('hands on a large message whole', async () => {
    const { test, program } = await running()
    const title = 'ü🧵'.repeat(200_000)
    program.send(`${call(3, title)}\n`)
    await test.questions()
    await test.decide({ kind: 'allow_once' })
    expect((await program.answer(3)).error).toBeUndefined()
    const sent = test.platform.network.requests.find(({ method }) => method === 'POST')
    expect(JSON.parse(sent?.body ?? '{}')).toEqual({ title })
  })

  it('uses the port when the socket is gone', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    rmSync(join(test.platform.dataFolder, 'bridge.sock'))
    const program = startStdioProgram(test.platform.dataFolder, app.token)
    program.send(`${LIST}\n`)
    expect((await program.answer(1)).error).toBeUndefined()
  })

  it('waits ten seconds for the app, says then what to do, and serves once it is there', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const later = await test.restart()
    const program = startStdioProgram(test.platform.dataFolder, app.token)
    const startedAt = performance.now()
    program.send(`${LIST}\n`)
    expect((await program.answer(1)).error?.message).toBe(
      'Gatehouse is not running. Start it, then try again.',
    )
    expect(performance.now() - startedAt).toBeGreaterThan(9_500)
    program.send(`${LIST.replace('"id":1', '"id":2')}\n`)
    expect((await program.answer(2)).error?.message).toMatch(/not running/)
    expect(performance.now() - startedAt).toBeLessThan(14_000)
    await later.hub.start()
    program.send(`${LIST.replace('"id":1', '"id":3')}\n`)
    expect((await program.answer(3)).error).toBeUndefined()
    expect(program.errors()).toMatch(/^Waiting for Gatehouse to start\.\nGatehouse is there\.\n$/)
  })

  it.each([
    ['no token', undefined, {}],
    ['the token as argument', undefined, { args: ['--token', 'gatehouse_secret'] }],
  ])('says what is wrong, to the person and to the client: %s', async (_, token, more) => {
    const program = startStdioProgram(temporaryFolder(), token, more)
    program.send(`${LIST}\n`)
    const { error } = await program.answer(1)
    expect(error?.message).toMatch(/token/)
    expect(program.errors()).toBe(`${error?.message}\n`)
    expect(program.errors()).not.toContain('secret')
  })

  it('tells a client with a wrong token so, without repeating it', async () => {
    const { test } = await running()
    const program = startStdioProgram(test.platform.dataFolder, 'gatehouse_secret')
    program.send(`${LIST}\n`)
    const answer = await program.answer(1)
    expect(answer.error).toMatchObject({
      code: -32_000,
      message: expect.stringMatching(/does not know this token/),
    })
    expect(JSON.stringify(answer) + program.errors()).not.toContain('secret')
  })
})

describe('the stdio program ends', () => {
  it('when its input ends, also with a question open, which is withdrawn', async () => {
    const { test, program } = await running()
    program.send(`${call(1, 'Milk')}\n`)
    await test.questions()
    program.child.stdin?.end()
    expect(await program.ended()).toBe(0)
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })

  it('when it is told to, while it waits for the app', async () => {
    const program = startStdioProgram(temporaryFolder(), 'gatehouse_x')
    program.send(`${LIST}\n`)
    await expect.poll(() => program.errors(), { timeout: 10_000 }).toMatch(/Waiting/)
    program.child.kill('SIGTERM')
    expect(await program.ended()).toBe('SIGTERM')
  })

  it('when nobody reads its output any more', async () => {
    const { program } = await running()
    program.child.stdout?.destroy()
    program.send(`${LIST}\n`)
    expect(await program.ended()).toBe(0)
  })

  it.each([
    ['closes its input', 'pipe'],
    ['leaves its input open in another process', 'inherit'],
  ])('when its client is killed, which %s', async (_, stdin) => {
    const { command, args, env } = stdioProgram(temporaryFolder(), undefined)
    const client = `const { pid } = require('node:child_process').spawn(${JSON.stringify(command)},
      ${JSON.stringify(args)}, { stdio: [${JSON.stringify(stdin)}, 'ignore', 'inherit'] }); console.log(pid);
      setInterval(() => 0, 1000)`
    const holder = spawn('sleep', ['60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    onTestFinished(() => void holder.kill())
    const parent = spawn(process.execPath, ['-e', client], {
      env,
      stdio: [holder.stdout, 'pipe', 'pipe'],
    })
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    )
    // What it says at its start: by then it knows who its parent is.
    await once(parent.stderr, 'data')
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 4_000, interval: 20 }).toBe(false)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
