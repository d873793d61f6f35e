import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { tabTo } from './fixtures/keyboard.ts'
import { approvalDialog, connectLinearByKey, openSection } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('a script asks to be let in, and a person without a mouse allows it', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')

  const script = await startScript(world)
  const dialog = approvalDialog(window)
  await expect(dialog).toContainText('Nightly script wants to use Gatehouse')
  await expect(dialog.getByTestId('pairing-code')).toHaveText(await script.line(/^code (\d{4})$/))
  await expect(dialog.getByRole('switch', { name: 'Linear' })).toBeChecked()
  // Whatever the person was typing when the question came up must not answer it.
  for (const key of ['Enter', 'Space', 'Escape', 'Escape']) await window.keyboard.press(key)
  await expect(dialog.getByRole('button', { name: 'Allow' })).toBeEnabled()
  for (const key of ['Enter', 'Escape', 'Escape', 'Space']) await window.keyboard.press(key)
  await expect(dialog).toBeVisible()

  await tabTo(window, dialog.getByRole('button', { name: 'Allow' }))
  await window.keyboard.press('Enter')
  expect(await script.line(/^tools (.+)$/)).toContain('linear_create_issue')
  await expect(dialog).toHaveCount(0)
  await openSection(window, 'Apps')
  await expect(window.getByRole('main').getByText('Nightly script')).toBeVisible()

  await openSection(window, 'Activity')
  const row = window.getByRole('row', { name: /A program asked to be let in/ })
  await expect(row).toContainText('Nightly script')
  await expect(row).toContainText('Allowed')
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(
    window.getByText('It began with this start, and Gatehouse has watched its end since.'),
  ).toBeVisible()
})

test('with the window closed the question comes in one of its own, and a no is a no', async ({ world }) => {
  const app = await world.launch()
  const asking = app.nextWindow()
  await app.window.close()
  const script = await startScript(world)
  const small = await asking
  await expect(small.getByTestId('pairing-code')).toHaveText(await script.line(/^code (\d{4})$/))
  const closed = small.waitForEvent('close')
  await small.getByRole('button', { name: 'Deny' }).click()
  expect(await script.line(/^status (\w+)$/)).toBe('denied')
  await closed
})

test('a program set aside still waits, is counted, and is answered from the inbox', async ({ world }) => {
  const { window } = await world.launch()
  const script = await startScript(world)
  await approvalDialog(window).getByRole('button', { name: 'Decide later' }).click()
  await expect(approvalDialog(window)).toHaveCount(0)
  await expect(window.getByRole('button', { name: '1 request waiting' })).toBeVisible()
  await openSection(window, 'Inbox')
  const waiting = window.getByRole('list', { name: 'Waiting for you' }).getByRole('listitem')
  await expect(waiting).toContainText('Nightly script wants to use Gatehouse')
  await waiting.getByRole('button', { name: /^Answer Nightly script/ }).click()
  await approvalDialog(window).getByRole('button', { name: 'Allow' }).click()
  expect(await script.line(/^status (\w+)$/)).toBe('allowed')
  await expect(window.getByRole('main')).toContainText('Nothing is waiting')
  await expect(window.getByRole('button', { name: /waiting/ })).toHaveCount(0)
})

test('an MCP client with nothing but the address goes through the browser and the window', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  const { url, mcp } = await world.bridge()
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-client-'))
  const client = startMcpRemote(world, mcp, folder)
  try {
    client.send({ id: 1, method: 'initialize', params: handshake })
    const page = await world.browser.page(`${url}/oauth/authorize`)
    const dialog = approvalDialog(window)
    await expect(dialog).toContainText('An MCP client, through your browser.')
    const code = (await dialog.getByTestId('pairing-code').textContent()) ?? 'none'
    await expect(page.getByRole('status')).toHaveText(code)
    await expect(page).toHaveTitle(/Answer in Gatehouse/)

    await dialog.getByRole('switch', { name: 'Linear' }).click()
    // The client's page closes itself at once.
    const landing = page.waitForRequest(/^http:\/\/(127\.0\.0\.1|localhost):\d+\/oauth\/callback\?/)
    await dialog.getByRole('button', { name: 'Allow' }).click()
    expect(new URL((await landing).url()).searchParams.get('iss')).toBe(url)
    await client.line(/"id":1,(.+)/)
    client.send({ method: 'notifications/initialized' })
    client.send({ id: 2, method: 'tools/list' })
    expect(await client.line(/(.*"id":2.*)/)).toContain('linear_create_issue')
  } finally {
    client.end()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

type Program = {
  /** Waits for a line of what the program prints. @returns what stands in its place */
  line(pattern: RegExp): Promise<string>
  send(message: object): void
  end(): void
}

const handshake = {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'e2e', version: '1.0.0' },
}

/** What somebody would write to get a token for a program of theirs; in a process of its own, which keeps the token. */
const script = `
const [url] = process.argv.slice(1)
const headers = { 'content-type': 'application/json' }
const body = JSON.stringify({ name: 'Nightly script', toolkits: ['linear'] })
const asked = await (await fetch(url + '/v1/pair', { method: 'POST', headers, body })).json()
console.log('code ' + asked.code)
let answer
do answer = await (await fetch(url + asked.poll)).json()
while (answer.status === 'pending')
console.log('status ' + answer.status)
if (answer.status === 'allowed') {
  const authorization = 'Bearer ' + answer.token
  const listed = await fetch(answer.url + '/v1/manifest?format=mcp', { headers: { authorization } })
  console.log('tools ' + (await listed.json()).tools.map(({ name }) => name).join(' '))
}
`

const startScript = async (world: World): Promise<Program> => {
  const { url } = await world.bridge()
  return follow(spawn(process.execPath, ['--input-type=module', '-e', script, url]))
}

const startMcpRemote = (world: World, mcp: string, folder: string): Program => {
  const entry = createRequire(import.meta.url).resolve('mcp-remote/package.json')
  // Opens the person's browser by itself.
  const env = { ...process.env, ...world.browser.env, MCP_REMOTE_CONFIG_DIR: folder }
  return follow(spawn(process.execPath, [join(dirname(entry), 'dist/proxy.js'), mcp], { env }))
}

const follow = (child: ChildProcess): Program => {
  let printed = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return {
    async line(pattern) {
      const found = (): string | undefined =>
        printed
          .split('\n')
          .map((line) => pattern.exec(line)?.[1])
          .find((part) => part !== undefined)
      await expect
        .poll(found, { message: `${String(pattern)} in ${printed}\n${errors}`, timeout: 20_000 })
        .toBeDefined()
      return found() ?? ''
    },
    send: (message) => void child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    end: () => void child.kill('SIGKILL'),
  }
}
