import { request, type IncomingHttpHeaders } from 'node:http'
import { addApp, connectLinearByKey } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

type Attempt = {
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly method?: string
  readonly path?: string
}

test('the bridge refuses every stranger, and nothing runs', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Script', ['Linear'])
  const before = world.internet.requests().length
  const authorization = `Bearer ${token}`
  const type = { 'content-type': 'application/json' }
  const body = JSON.stringify({ arguments: {} })

  const attempts: [string, Attempt, number, string][] = [
    [
      'another host name (DNS rebinding)',
      { headers: { ...type, authorization, host: 'evil.example' }, body },
      403,
      'FORBIDDEN',
    ],
    [
      'this address, another port',
      { headers: { ...type, authorization, host: '127.0.0.1:80' }, body },
      403,
      'FORBIDDEN',
    ],
    [
      'a web page',
      { headers: { ...type, authorization, origin: 'https://evil.example' }, body },
      403,
      'FORBIDDEN',
    ],
    ['a sandboxed web page', { headers: { ...type, authorization, origin: 'null' }, body }, 403, 'FORBIDDEN'],
    [
      'a page without an origin header',
      { headers: { ...type, authorization, 'sec-fetch-site': 'cross-site' }, body },
      403,
      'FORBIDDEN',
    ],
    ['no token', { headers: type, body }, 401, 'UNAUTHORIZED'],
    [
      'a wrong token',
      { headers: { ...type, authorization: `${authorization}x` }, body },
      401,
      'UNAUTHORIZED',
    ],
    [
      'the token in the address',
      { headers: type, body, path: `/v1/tools/linear_list_teams?token=${token}` },
      401,
      'UNAUTHORIZED',
    ],
    [
      'a form',
      { headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'plain text',
      { headers: { authorization, 'content-type': 'text/plain' }, body },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['no type', { headers: { authorization }, body }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['GET', { headers: { authorization }, method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'too much',
      { headers: { ...type, authorization }, body: `"${'x'.repeat(4_300_000)}"` },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['not JSON', { headers: { ...type, authorization }, body: '{' }, 422, 'INVALID_PARAMS'],
    [
      'an unknown route',
      { headers: { ...type, authorization }, body, path: '/v1/everything' },
      404,
      'RESOURCE_NOT_FOUND',
    ],
    ['MCP without a token', { headers: type, body, path: '/mcp' }, 401, 'UNAUTHORIZED'],
    [
      'MCP from a web page',
      { headers: { ...type, authorization, origin: 'https://evil.example' }, body, path: '/mcp' },
      403,
      'FORBIDDEN',
    ],
  ]
  for (const [who, attempt, status, code] of attempts) {
    const answer = await send(world, attempt)
    expect(answer.status, who).toBe(status)
    expect(answer.body, who).toMatchObject({
      error: { code, message: expect.any(String), remedy: expect.any(String) },
    })
    expect(answer.headers['access-control-allow-origin'], who).toBeUndefined()
  }
  expect(world.internet.requests()).toHaveLength(before)

  const right = await send(world, { headers: { ...type, authorization }, body })
  expect(right.status).toBe(200)
  expect(world.internet.requests().length).toBeGreaterThan(before)
})

test('health and manifest answer in the formats of the vendors', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Script', ['Linear'])
  const get = (path: string) =>
    send(world, { method: 'GET', path, headers: { authorization: `Bearer ${token}` } })
  expect((await send(world, { method: 'GET', path: '/v1/health' })).body).toMatchObject({ status: 'ok' })
  expect((await get('/v1/manifest?format=openai')).body).toMatchObject({
    tools: expect.arrayContaining([
      {
        type: 'function',
        function: expect.objectContaining({ name: 'linear_create_issue', parameters: expect.any(Object) }),
      },
    ]),
  })
  expect((await get('/v1/manifest?format=anthropic')).body).toMatchObject({
    tools: expect.arrayContaining([
      expect.objectContaining({ name: 'linear_create_issue', input_schema: expect.any(Object) }),
    ]),
  })
  expect((await get('/v1/manifest?format=mcp')).body).toMatchObject({
    tools: expect.arrayContaining([
      expect.objectContaining({ name: 'linear_create_issue', inputSchema: expect.any(Object) }),
    ]),
  })
  expect((await get('/v1/manifest?format=soap')).body).toMatchObject({ error: { code: 'INVALID_PARAMS' } })
})

/** node:http, because `fetch` does not let a caller choose Host and Sec-Fetch-Site. */
const send = async (
  world: World,
  { headers = {}, body, method = 'POST', path = '/v1/tools/linear_list_teams' }: Attempt,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: unknown }> => {
  const { url } = await world.bridge()
  return await new Promise((resolve, reject) => {
    const call = request(new URL(path, url), { method, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: JSON.parse(text) as unknown,
        }),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}
