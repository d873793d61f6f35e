import { describe, expect, it } from 'vitest'
import { openDoor, registerClient } from '../testing/door.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

async function withClient() {
  const test = await createConnectedHub()
  const door = await openDoor(test)
  return { test, door, client: await registerClient(test, door) }
}

describe('registration', () => {
  it('makes every client a public one, whatever it would like', async () => {
    const { door } = await withClient()
    const { status, body } = await door.knock('/oauth/register', {
      body: {
        redirect_uris: ['http://localhost:1/'],
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['password'],
      },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ token_endpoint_auth_method: 'none', client_name: 'MCP client' })
    expect(body['grant_types']).toEqual(['authorization_code', 'refresh_token'])
    expect(body).not.toHaveProperty('client_secret')
  })

  it.each<[string, object, string]>([
    ['no redirect', {}, 'invalid_redirect_uri'],
    [
      'a redirect to a website without https',
      { redirect_uris: ['http://evil.example/'] },
      'invalid_redirect_uri',
    ],
    ['a script for a redirect', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    [
      'too many redirects',
      { redirect_uris: Array.from({ length: 11 }, (_, n) => `http://127.0.0.1:${n}/`) },
      'invalid_redirect_uri',
    ],
    [
      'a name that is none',
      { client_name: 7, redirect_uris: ['http://127.0.0.1/'] },
      'invalid_client_metadata',
    ],
  ])('refuses %s', async (_, body, error) => {
    const { door } = await withClient()
    const answer = await door.knock('/oauth/register', { body })
    expect([answer.status, answer.body['error']]).toEqual([400, error])
  })

  it('has an end, and what is not used is forgotten after a day', async () => {
    const { test, door, client } = await withClient()
    await client.exchange(await client.code())
    const register = () => door.knock('/oauth/register', { body: { redirect_uris: ['http://127.0.0.1/'] } })
    const statuses: number[] = []
    for (let round = 0; round < 25; round += 1) statuses.push((await register()).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(6)
    test.platform.clock.sleep(86_400_000)
    await register()
    const kept = test.platform.database.prepare('SELECT id FROM bridge_clients').pluck().all()
    expect(kept).toHaveLength(2)
    expect(kept).toContain(client.id)
  })

  it('keeps those that are used when there are too many', async () => {
    const { test, door, client } = await withClient()
    await client.exchange(await client.code())
    for (let round = 0; round < 250; round += 1) {
      test.platform.clock.sleep(6_000)
      await door.knock('/oauth/register', { body: { redirect_uris: ['http://127.0.0.1/'] } })
    }
    const kept = test.platform.database.prepare('SELECT id FROM bridge_clients').pluck().all()
    expect(kept).toHaveLength(200)
    expect(kept).toContain(client.id)
  })
})

describe('whoever has no token', () => {
  it('is told where to get one, under the name by which it came', async () => {
    const test = createTestHub()
    const door = await openDoor(test)
    const { port } = new URL(door.url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const { status, headers } = await door.knock('/mcp', { body: {}, headers: { host } })
      expect(status).toBe(401)
      const document = `http://${host}/.well-known/oauth-protected-resource/mcp`
      expect(headers['www-authenticate']).toBe(
        `Bearer realm="Gatehouse", resource_metadata="${document}", scope="tools"`,
      )
      const resource = await door.knock(new URL(document).pathname, { headers: { host } })
      expect(resource.body).toMatchObject({
        resource: `http://${host}/mcp`,
        authorization_servers: [`http://${host}`],
      })
      const server = await door.knock('/.well-known/oauth-authorization-server', { headers: { host } })
      expect(server.body).toMatchObject({
        issuer: `http://${host}`,
        authorization_endpoint: `http://${host}/oauth/authorize`,
        code_challenge_methods_supported: ['S256'],
        client_id_metadata_document_supported: true,
      })
    }
    const root = await door.knock('/.well-known/oauth-protected-resource')
    expect(root.body['resource']).toBe(door.url)
    expect((await door.knock('/.well-known/oauth-protected-resource/other')).status).toBe(404)
  })

  it('and has one that is not good, is told so', async () => {
    const { door } = await withClient()
    const wrong = { authorization: 'Bearer gatehouse_at_unknown' }
    const { headers } = await door.knock('/v1/manifest', { headers: wrong })
    expect(headers['www-authenticate']).toContain('error="invalid_token"')
  })
})
