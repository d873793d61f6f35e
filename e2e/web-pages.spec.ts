import { request } from 'node:http'
import { createWorld } from './fixtures/create-world.ts'
import { openHostilePage, type HostilePage } from './fixtures/hostile-page.ts'
import { addApp, connectLinearByKey, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

type OpenWorld = Awaited<ReturnType<typeof createWorld>>

/** What a page tries with: it even knows the token, so that only the guard is in its way. */
type Target = {
  readonly tool: string
  readonly mcp: string
  readonly health: string
  readonly token: string
}

/** What of a request a page chooses. */
type PageRequest = {
  readonly method?: string
  readonly mode?: 'no-cors'
  readonly credentials?: 'include'
  readonly keepalive?: boolean
  readonly headers?: Record<string, string>
  readonly body?: string
}

const NOTHING = 'nothing'
const BODY = '{"arguments":{}}'

let world: OpenWorld
let hostile: HostilePage
let target: Target
let requestsBefore = 0

test.beforeAll(async () => {
  world = await createWorld()
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Script', ['Linear'])
  const { url } = await world.bridge()
  target = { tool: `${url}/v1/tools/linear_list_teams`, mcp: `${url}/mcp`, health: `${url}/v1/health`, token }
  hostile = await openHostilePage(url)
  requestsBefore = world.internet.requests().length
})

test.beforeEach(() => hostile.open())

test.afterEach(async () => {
  for (const { method, path, status, headers } of hostile.answers()) {
    const seen = `${method} ${path} got ${status}`
    expect([400, 403], seen).toContain(status)
    expect(
      Object.keys(headers).filter((name) => name.startsWith('access-control-')),
      seen,
    ).toEqual([])
  }
  expect(world.internet.requests(), 'a tool ran').toHaveLength(requestsBefore)
})

test.afterAll(async () => {
  await hostile?.close()
  await world?.end()
})

/** @param method of the requests that must have come as far as the bridge */
const expectRefused = async (method: string): Promise<void> => {
  await expect.poll(() => hostile.answers().map((answer) => answer.method)).toContain(method)
}

const fetchVectors: readonly [string, string, (target: Target) => [string, PageRequest]][] = [
  [
    'fetch of plain text without asking (no-cors)',
    'POST',
    ({ tool }) => [
      tool,
      { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: BODY },
    ],
  ],
  [
    'fetch that asks for a pairing in its own name',
    'POST',
    ({ mcp }) => [
      new URL('/v1/pair', mcp).href,
      { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{"name":"Page"}' },
    ],
  ],
  [
    'fetch of a form to where tokens are given',
    'POST',
    ({ mcp }) => [
      new URL('/oauth/token', mcp).href,
      {
        method: 'POST',
        mode: 'no-cors',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=refresh_token&refresh_token=x&client_id=x',
      },
    ],
  ],
  ['fetch with credentials', 'GET', ({ health }) => [health, { credentials: 'include' }]],
  ['fetch that outlives its page', 'GET', ({ health }) => [health, { keepalive: true, mode: 'no-cors' }]],
  [
    'fetch of JSON with the token, which the browser asks about first',
    'OPTIONS',
    ({ tool, token }) => [
      tool,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: BODY,
      },
    ],
  ],
  [
    'fetch of a method that the browser asks about first',
    'OPTIONS',
    ({ mcp }) => [mcp, { method: 'DELETE' }],
  ],
]

for (const [name, method, requestOf] of fetchVectors) {
  test(`a web page gets nothing by ${name}`, async () => {
    const [url, init] = requestOf(target)
    const read = await hostile.page.evaluate(
      async ([address, options]) => {
        const answer = await fetch(address, options).catch(() => undefined)
        return answer === undefined || answer.type === 'opaque' ? 'nothing' : await answer.text()
      },
      [url, init] as const,
    )
    expect(read).toBe(NOTHING)
    await expectRefused(method)
  })
}

for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
  test(`a web page runs nothing by a form of ${type}`, async () => {
    await hostile.page.evaluate(
      ([action, enctype]) => {
        const form = Object.assign(document.createElement('form'), {
          action,
          enctype,
          method: 'post',
          target: 'frame',
        })
        const frame = Object.assign(document.createElement('iframe'), { name: 'frame' })
        form.append(
          Object.assign(document.createElement('input'), { name: '{"arguments":{}, "x":"', value: '"}' }),
        )
        document.body.append(frame, form)
        form.submit()
      },
      [target.tool, type] as const,
    )
    await expectRefused('POST')
  })
}

const elements: readonly [string, Readonly<Record<string, string>>, string][] = [
  ['img', {}, 'src'],
  ['script', {}, 'src'],
  ['iframe', {}, 'src'],
  ['link', { rel: 'stylesheet' }, 'href'],
  ['link', { rel: 'prefetch' }, 'href'],
  ['link', { rel: 'preload', as: 'fetch' }, 'href'],
  ['object', {}, 'data'],
]

for (const [tag, attributes, source] of elements) {
  test(`a web page gets nothing by <${tag} ${Object.values(attributes).join(' ')}>`, async () => {
    const parts = [tag, { ...attributes, [source]: target.health }] as const
    await hostile.page.evaluate(([name, values]) => {
      const element = document.createElement(name)
      for (const [attribute, value] of Object.entries(values)) element.setAttribute(attribute, value)
      document.body.append(element)
    }, parts)
    await expectRefused('GET')
  })
}

test('a web page gets nothing by leading the person to the bridge', async () => {
  await hostile.page.evaluate((url) => location.assign(url), target.health)
  await expectRefused('GET')
  await expect(hostile.page.locator('body')).toContainText('FORBIDDEN')
  await expect(hostile.page.locator('body')).not.toContainText('"status":"ok"')
})

test('a web page hears nothing by EventSource', async () => {
  const heard = await hostile.page.evaluate(
    async (url) =>
      await new Promise<string>((resolve) => {
        const source = new EventSource(url, { withCredentials: true })
        source.addEventListener('open', () => resolve('open'))
        source.addEventListener('error', () => resolve('nothing'))
      }),
    target.mcp,
  )
  expect(heard).toBe(NOTHING)
  await expectRefused('GET')
})

test('a web page hears nothing by WebSocket', async () => {
  const heard = await hostile.page.evaluate(
    async (url) =>
      await new Promise<string>((resolve) => {
        const socket = new WebSocket(url)
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('close', ({ code }) => resolve(`closed ${code}`))
      }),
    target.mcp.replace('http:', 'ws:'),
  )
  expect(heard).toBe('closed 1006')
})

for (const type of ['text/plain', 'application/json']) {
  test(`a web page runs nothing by a beacon of ${type}`, async () => {
    const sent = hostile.page.context().waitForEvent('request', (it) => it.url() === target.tool)
    await hostile.page.evaluate(
      ([url, contentType, body]) => navigator.sendBeacon(url, new Blob([body], { type: contentType })),
      [target.tool, type, BODY] as const,
    )
    await sent
    // Time for what must not happen.
    await hostile.page.waitForTimeout(300)
  })
}

test('a web page gets nothing by its service worker', async () => {
  const init = { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: BODY }
  const read = await hostile.page.evaluate(
    async ([url, options]) => {
      await navigator.serviceWorker.register('/worker.js')
      const { active } = await navigator.serviceWorker.ready
      return await new Promise<unknown>((resolve) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(data))
        active?.postMessage({ url, init: options })
      })
    },
    [target.tool, init] as const,
  )
  expect(read).toBe(NOTHING)
})

test('a page whose name was rebound to the bridge reads nothing, although the browser takes them for one', async () => {
  await hostile.openRebound()
  const read = await hostile.page.evaluate(
    async ([token, body]) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const health = await fetch('/v1/health')
      const call = await fetch('/v1/tools/linear_list_teams', { method: 'POST', headers, body })
      const mcp = await fetch('/mcp', { headers: { ...headers, accept: 'text/event-stream' } })
      return [await health.text(), await call.text(), await mcp.text()]
    },
    [target.token, BODY] as const,
  )
  for (const text of read) expect(JSON.parse(text)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  await expectRefused('POST')
})

test('the question whether a page may reach a private network is answered with no', async () => {
  const { status, headers } = await preflight(target.tool)
  expect(status).toBe(403)
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test('after all that the app is there, its log knows nothing of it, and a program gets its answer', async () => {
  const answer = await fetch(target.tool, {
    method: 'POST',
    headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
    body: BODY,
  })
  expect(answer.status).toBe(200)
  requestsBefore = world.internet.requests().length
  await world.quit()
  const { window } = await world.launch()
  await openSection(window, 'Activity')
  await expect(window.getByRole('main').getByRole('row', { name: /linear_list_teams/ })).toHaveCount(1)
})

const preflight = async (url: string) =>
  await new Promise<{ status: number; headers: object }>((resolve, reject) => {
    const headers = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
      'access-control-request-private-network': 'true',
    }
    const asking = request(url, { method: 'OPTIONS', headers, agent: false }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    asking.on('error', reject)
    asking.end()
  })
