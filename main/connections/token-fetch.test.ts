import { describe, expect, it } from 'vitest'
import { createTokenFetch } from './token-fetch.ts'

const sent: RequestInit[] = []
const answering = (body: unknown, init?: ResponseInit) => ({
  fetch: (_url: string, request: RequestInit) => {
    sent.push(request)
    return Promise.resolve(typeof body === 'string' ? new Response(body, init) : Response.json(body, init))
  },
})
const request = () => ({
  method: 'POST' as const,
  headers: { authorization: 'Basic abc', 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ grant_type: 'authorization_code', code: 'a&b' }),
  redirect: 'manual' as const,
})

describe('a token endpoint with ways of its own', () => {
  it('gets JSON where it wants JSON, and keeps the client’s authentication', async () => {
    await createTokenFetch({ tokenBody: 'json' }, answering({ access_token: 't' }))(
      'https://x.example',
      request(),
    )
    const headers = new Headers(sent.at(-1)?.headers)
    expect([headers.get('content-type'), headers.get('authorization')]).toEqual([
      'application/json',
      'Basic abc',
    ])
    expect(JSON.parse(sent.at(-1)?.body as string)).toEqual({ grant_type: 'authorization_code', code: 'a&b' })
  })

  it('may put the person’s token into an object: not the app’s own is taken', async () => {
    const body = { access_token: 'bot', authed_user: { access_token: 'person', token_type: 'user' } }
    const answer = await createTokenFetch({ tokenParent: 'authed_user' }, answering(body))(
      'https://x.example',
      request(),
    )
    expect(await answer.json()).toMatchObject({ access_token: 'person' })
  })

  it('may write absent values as null', async () => {
    const answer = await createTokenFetch({}, answering({ access_token: 't', refresh_token: null }))(
      'https://x.example',
      request(),
    )
    expect(await answer.json()).toEqual({ access_token: 't' })
  })

  it('may report an error with status 200', async () => {
    const answer = await createTokenFetch({}, answering({ error: 'bad' }))('https://x.example', request())
    expect(answer.status).toBe(400)
  })

  it('may answer garbage, which is handed on as it is', async () => {
    const answer = await createTokenFetch({}, answering('<html>'))('https://x.example', request())
    expect([answer.status, await answer.text()]).toEqual([200, '<html>'])
  })
})

it('a token answer that says whose token it is, is one of a bearer token', async () => {
  const body = { access_token: 't', token_type: 'user' }
  const answer = await createTokenFetch({}, answering(body))('https://x.example', request())
  expect(await answer.json()).toMatchObject({ token_type: 'bearer' })
})
