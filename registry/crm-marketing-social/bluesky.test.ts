import { describe, expect, it } from 'vitest'
import { atSite } from '../site.ts'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { blueskyRefusal } from './bluesky-refusal.ts'
import { bluesky } from './bluesky.ts'

const session = { did: 'did:plc:me', handle: 'me.bsky.social' }
const uri = 'at://did:plc:ada/app.bsky.feed.post/3k1'
const created = { uri: 'at://did:plc:me/app.bsky.feed.post/3k9', cid: 'bafy9' }

function postOf(rkey: string, more: object = {}) {
  const record = { text: rkey, createdAt: '2026-01-01T00:00:00.000Z' }
  const author = { did: 'did:plc:ada', handle: 'ada.bsky.social' }
  return { uri: `at://did:plc:ada/app.bsky.feed.post/${rkey}`, cid: `cid-${rkey}`, author, record, ...more }
}

function refuse(error: string, message: string, status = 400, headers = {}) {
  return callTool(bluesky, 'bluesky_get_timeline', {}, jsonResponse({ error, message }, { status, headers }))
}

async function recordOf(args: Readonly<Record<string, unknown>>, ...answers: readonly object[]) {
  const responses = [...answers, session, created].map((answer) => jsonResponse(answer))
  const { requests } = await callTool(bluesky, 'bluesky_create_post', { text: 'Hi', ...args }, ...responses)
  return requests.at(-1)?.body
}

function toolOf(name: string) {
  const tool = bluesky.tools.find((candidate) => candidate.name === name)
  if (tool === undefined) throw new Error(`No tool ${name}`)
  return tool
}

describe('a post', () => {
  it('that answers names the beginning of the thread, not only the post above it', async () => {
    const root = { uri: 'at://did:plc:eve/app.bsky.feed.post/3k0', cid: 'cid-root' }
    const parent = postOf('3k1', { record: { text: 'x', reply: { root, parent: root } } })
    expect(await recordOf({ reply_to_uri: uri }, { posts: [parent] })).toMatchObject({
      record: { reply: { root, parent: { uri, cid: 'cid-3k1' } } },
    })
  })

  it('that answers the beginning of a thread names it twice', async () => {
    const reference = { uri, cid: 'cid-3k1' }
    expect(await recordOf({ reply_to_uri: uri }, { posts: [postOf('3k1')] })).toMatchObject({
      record: { reply: { root: reference, parent: reference } },
    })
  })

  it('that quotes carries the quoted one as it is now', async () => {
    expect(await recordOf({ quote_uri: uri }, { posts: [postOf('3k1')] })).toMatchObject({
      record: { embed: { $type: 'app.bsky.embed.record', record: { uri, cid: 'cid-3k1' } } },
    })
  })

  it('without anything to mark has no empty lists', async () => {
    const record = { $type: 'app.bsky.feed.post', text: 'Hi', createdAt: expect.any(String) }
    expect(await recordOf({})).toEqual({ repo: 'did:plc:me', collection: 'app.bsky.feed.post', record })
  })

  it('is not sent as an answer to what is not there', async () => {
    const args = { text: 'Hi', reply_to_uri: uri }
    const sent = callTool(bluesky, 'bluesky_create_post', args, jsonResponse({ posts: [] }))
    await expect(sent).rejects.toMatchObject({ status: 404 })
  })

  it('keeps as text a handle that nobody has', async () => {
    const unknown = jsonResponse(
      { error: 'InvalidRequest', message: 'Unable to resolve handle' },
      { status: 400 },
    )
    const args = { text: 'Hi @no.example.com' }
    const { requests } = await callTool(
      bluesky,
      'bluesky_create_post',
      args,
      unknown,
      jsonResponse(session),
      jsonResponse(created),
    )
    expect(requests.at(-1)?.body).not.toHaveProperty('record.facets')
  })

  it('is not sent with its mentions lost because the service was busy', async () => {
    const busy = jsonResponse({ error: 'InternalServerError' }, { status: 502 })
    const sent = callTool(bluesky, 'bluesky_create_post', { text: 'Hi @ada.bsky.social' }, busy)
    await expect(sent).rejects.toMatchObject({ status: 502 })
  })

  it('longer than Bluesky takes is refused before anybody is asked', () => {
    const { parameters } = toolOf('bluesky_create_post')
    expect(parameters.safeParse({ text: 'x'.repeat(300) }).success).toBe(true)
    expect(parameters.safeParse({ text: 'x'.repeat(301) }).success).toBe(false)
  })

  it('is shown with what it answers and quotes', () => {
    const args = { text: 'Hi', reply_to_uri: 'at://a', quote_uri: 'at://b' }
    const picture = { kind: 'message', place: 'Everyone', text: 'Hi\n\nat://b', replyTo: 'at://a' }
    expect(toolOf('bluesky_create_post').preview(args)).toEqual(picture)
  })
})

describe('deleting', () => {
  const remove = (address: string) =>
    callTool(bluesky, 'bluesky_delete_record', { uri: address }, jsonResponse(session), jsonResponse({}))

  it.each([['app.bsky.feed.like'], ['app.bsky.feed.repost'], ['app.bsky.graph.follow']])(
    'takes back a record of %s',
    async (collection) => {
      const { requests } = await remove(`at://did:plc:me/${collection}/3l1`)
      expect(requests[1]?.body).toEqual({ repo: 'did:plc:me', collection, rkey: '3l1' })
    },
  )

  it('knows the own account by its handle too', async () => {
    const { requests } = await remove('https://bsky.app/profile/Me.bsky.social/post/3k9')
    expect(requests[1]?.body).toMatchObject({ repo: 'did:plc:me', rkey: '3k9' })
  })

  it('refuses another account’s post: the service would report success', async () => {
    await expect(remove(uri)).rejects.toMatchObject({ status: 403 })
  })

  it.each([
    ['at://did:plc:me/app.bsky.actor.profile/self'],
    ['at://did:plc:me/app.bsky.feed.post/..'],
    ['at://did:plc:me/app.bsky.feed.post/a/b'],
    ['3k9'],
  ])('refuses %s', async (address) => {
    await expect(remove(address)).rejects.toMatchObject({ status: 400 })
  })
})

describe('bluesky', () => {
  it.each([
    ['ExpiredToken', 'Token has expired', 401],
    ['InvalidToken', 'Token could not be verified', 401],
    ['NotFound', 'Post not found: at://x', 404],
    ['BlockedByActor', 'Requester is blocked by actor', 403],
    ['InvalidRequest', 'Profile not found', 400],
  ])('reads %s in an answer with status 400', async (error, message, status) => {
    await expect(refuse(error, message)).rejects.toMatchObject({ status, reason: message })
  })

  it('explains what the password of the account itself leads to', () => {
    const answer = { error: 'AuthFactorTokenRequired', message: 'A sign in code has been sent' }
    expect(blueskyRefusal(answer)).toMatchObject({
      status: 401,
      reason: expect.stringContaining('app password'),
    })
  })

  it('takes no post for a refusal', () => {
    expect(blueskyRefusal({ posts: [{ error: 'ExpiredToken' }] })).toBeUndefined()
  })

  it('passes a rate limit on with its pause', async () => {
    const headers = { 'retry-after': '30', 'ratelimit-remaining': '0' }
    const limited = refuse('RateLimitExceeded', 'Rate Limit Exceeded', 429, headers)
    await expect(limited).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 })
  })

  it('names the account by handle, at the server that was entered', async () => {
    const site = { service: 'pds.example.com' }
    const placed = atSite(bluesky, 'client_credentials', site)
    const { context, requests } = fakeContext(placed, [jsonResponse(session)], site)
    expect(await bluesky.account.identify(context)).toEqual({ id: 'did:plc:me', name: '@me.bsky.social' })
    expect(requests[0]?.url.href).toBe('https://pds.example.com/xrpc/com.atproto.server.getSession')
    expect(placed.hosts).toEqual(['pds.example.com'])
  })

  it('exchanges the app password for a session at that server', () => {
    const [method] = atSite(bluesky, 'client_credentials', { service: 'pds.example.com' }).auth
    expect(method).toMatchObject({
      exchange: {
        url: 'https://pds.example.com/xrpc/com.atproto.server.createSession',
        parameters: { identifier: '{identifier}', password: '{password}' },
        body: 'json',
        tokenField: 'accessJwt',
      },
      send: { in: 'header', name: 'authorization', value: 'Bearer {access_token}' },
    })
  })

  it.each([
    ['password', 'abcd-2345-efgh-6789', true],
    ['password', 'correct horse battery', false],
    ['password', 'abcd-2345-efgh-6789-more', false],
    ['identifier', 'ada.bsky.social', true],
    ['identifier', 'ada@example.com', true],
    ['identifier', '@ada.bsky.social', false],
  ])('takes as %s what looks like one: %s', (name, value, isTaken) => {
    const [method] = bluesky.auth
    const pattern = method?.fields.find((field) => field.name === name)?.pattern
    expect(pattern?.exec(value)?.[0] === value).toBe(isTaken)
  })

  it.each([
    ['bluesky_create_post', { text: 'a\nb' }, 'Post “a b”'],
    ['bluesky_create_post', { text: 'Hi', reply_to_uri: 'at://a' }, 'Reply to “at://a”: “Hi”'],
    ['bluesky_create_post', { text: 'Hi', quote_uri: 'at://b' }, 'Post “Hi”, quoting “at://b”'],
    ['bluesky_add_like', { uri: 'at://a' }, 'Like the post “at://a”'],
    ['bluesky_add_repost', { uri: 'at://a' }, 'Repost the post “at://a”'],
    ['bluesky_add_follow', { actor: 'ada.bsky.social' }, 'Follow “ada.bsky.social”'],
    ['bluesky_delete_record', { uri: 'at://a' }, 'Delete “at://a”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(toolOf(name).summarize(args)).toBe(sentence)
  })
})
