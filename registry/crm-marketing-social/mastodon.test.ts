import { describe, expect, it } from 'vitest'
import { atSite } from '../site.ts'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { textOfPost } from './mastodon-text.ts'
import { mastodon } from './mastodon.ts'

const account = { id: '1', acct: 'ada', display_name: 'Ada' }
const post = { id: '103', account, content: '<p>Hi</p>', visibility: 'public' }

async function rowOf(node: object) {
  const { result } = await callTool(mastodon, 'mastodon_get_home_timeline', {}, jsonResponse([node]))
  return result
}

async function keyOf(args: object): Promise<string | null | undefined> {
  const { requests } = await callTool(mastodon, 'mastodon_create_post', { ...args }, jsonResponse(post))
  return requests.at(-1)?.headers.get('idempotency-key')
}

function toolOf(name: string) {
  const tool = mastodon.tools.find((candidate) => candidate.name === name)
  if (tool === undefined) throw new Error(`No tool ${name}`)
  return tool
}

describe('the text of a post', () => {
  it.each([
    [
      'a link that the page shortens is whole, and stands there once',
      '<p><a href="https://a.org/b?c=d" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">a.org/b</span><span class="invisible">?c=d</span></a></p>',
      'https://a.org/b?c=d',
    ],
    [
      'a link under other words keeps its address',
      '<a href="https://a.org/">here</a>',
      'here [https://a.org/]',
    ],
    [
      'mentions and hashtags are not followed by addresses',
      '<p><span class="h-card"><a href="https://b.org/@bob" class="u-url mention">@<span>bob</span></a></span> <a href="https://b.org/tags/cats" class="mention hashtag" rel="tag">#<span>cats</span></a></p>',
      '@bob #cats',
    ],
    [
      'hashtags of other software are known too',
      '<a class="hashtag" href="https://b.org/t/cats">#cats</a>',
      '#cats',
    ],
    [
      'paragraphs and lines stay apart',
      '<p>one<br>two</p><p>three &amp; four</p>',
      'one\ntwo\n\nthree & four',
    ],
    [
      'the line for servers that know no quotes is left out',
      '<p class="quote-inline">RE: <a href="https://b.org/@bob/1">https://b.org/@bob/1</a></p><p>So true</p>',
      'So true',
    ],
  ])('%s', (_, html, text) => {
    expect(textOfPost(html)).toBe(text)
  })
})

describe('a row', () => {
  it('of a boost is the post that was boosted, under the id that an answer needs', async () => {
    const boost = { ...post, id: '300', account: { id: '2', acct: 'bob@b.org' }, content: '', reblog: post }
    expect(await rowOf(boost)).toMatchObject({
      posts: [{ id: '103', author: 'ada', boosted_by: 'bob@b.org' }],
    })
  })

  it('says what a text does not: warning, media, poll, quote, audience, people of other servers', async () => {
    const full = {
      ...post,
      visibility: 'direct',
      spoiler_text: 'Food',
      mentions: [{ acct: 'eve' }, { acct: 'bob@b.org' }],
      media_attachments: [
        { id: '7', type: 'image', description: 'A cat' },
        { id: '8', type: 'video', description: null },
      ],
      poll: {
        id: '9',
        options: [
          { title: 'Yes', votes_count: 6 },
          { title: 'No', votes_count: null },
        ],
      },
      quote: { state: 'accepted', quoted_status: { id: '50' } },
    }
    expect(await rowOf(full)).toMatchObject({
      posts: [
        {
          warning: 'Food',
          mentions: ['bob@b.org'],
          media: ['image: A cat', 'video'],
          poll: ['Yes (6)', 'No (?)'],
          quoted_id: '50',
          visibility: 'direct',
        },
      ],
    })
  })

  it('cuts what a server without a limit lets people write, and reads it whole on request', async () => {
    const long = { ...post, content: `<p>${'x'.repeat(3000)}</p>` }
    expect(await rowOf(long)).toMatchObject({ posts: [{ text: 'x'.repeat(2000), truncated: true }] })
    const args = { post_id: '103', max_chars: 3000 }
    const answers = [jsonResponse(long), jsonResponse({ ancestors: [], descendants: [] })]
    const { result } = await callTool(mastodon, 'mastodon_get_post_context', args, ...answers)
    expect(result).toEqual({ total: 1, posts: [expect.objectContaining({ text: 'x'.repeat(3000) })] })
  })
})

describe('pages', () => {
  it('take only the id from the address of the next page: it may lead anywhere', async () => {
    const link = '<https://evil.example/steal?max_id=77>; rel="next"'
    const answer = jsonResponse([post], { headers: { link } })
    const { result } = await callTool(mastodon, 'mastodon_list_bookmarks', {}, answer)
    expect(result).toMatchObject({ next_cursor: '77' })
    const { requests } = await callTool(
      mastodon,
      'mastodon_list_bookmarks',
      { cursor: '77' },
      jsonResponse([]),
    )
    expect(requests[0]?.url.href).toBe('https://instance.example.org/api/v1/bookmarks?max_id=77&limit=20')
  })

  it('end where a server still links on from an empty one', async () => {
    const link = '<https://instance.example.org/api/v1/bookmarks?max_id=77>; rel="next"'
    const answer = jsonResponse([], { headers: { link } })
    const { result } = await callTool(mastodon, 'mastodon_list_bookmarks', {}, answer)
    expect(result).toEqual({ posts: [] })
  })

  it('of a search go on when a server gives its most, which is less than was asked for', async () => {
    const answer = jsonResponse({ accounts: Array.from({ length: 40 }, () => account) })
    const args = { query: 'ada', type: 'accounts', limit: 50 }
    const { result, requests } = await callTool(mastodon, 'mastodon_search_content', args, answer)
    expect(requests[0]?.query).toMatchObject({ limit: '40' })
    expect(result).toMatchObject({ next_cursor: '40' })
  })

  it('of a search refuse a cursor that is no place in it', async () => {
    const search = callTool(mastodon, 'mastodon_search_content', {
      query: 'x',
      type: 'accounts',
      cursor: 'a',
    })
    await expect(search).rejects.toMatchObject({ status: 400 })
  })
})

describe('posting', () => {
  it('gives the same post the same key, so that a repeat makes no second one', async () => {
    const key = await keyOf({ text: 'Hi' })
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyOf({ text: 'Hi' })).toBe(key)
    expect(await keyOf({ text: 'Hi', visibility: 'private' })).not.toBe(key)
  })

  it.each([['direct'], ['private']])('answers a %s post to no wider audience', async (visibility) => {
    const args = { text: 'Yes', in_reply_to_id: '103' }
    const answers = [jsonResponse({ ...post, visibility }), jsonResponse(post)]
    const { requests } = await callTool(mastodon, 'mastodon_create_post', args, ...answers)
    expect(requests[0]?.url.pathname).toBe('/api/v1/statuses/103')
    expect(requests[1]?.body).toEqual({ status: 'Yes', in_reply_to_id: '103', visibility })
  })

  it('answers a public post as the person usually writes', async () => {
    const args = { text: 'Yes', in_reply_to_id: '103' }
    const { requests } = await callTool(
      mastodon,
      'mastodon_create_post',
      args,
      jsonResponse(post),
      jsonResponse(post),
    )
    expect(requests[1]?.body).toEqual({ status: 'Yes', in_reply_to_id: '103' })
  })

  it('asks nothing first where the audience is said', async () => {
    const args = { text: 'Yes', in_reply_to_id: '103', visibility: 'public' }
    const { requests } = await callTool(mastodon, 'mastodon_create_post', args, jsonResponse(post))
    expect(requests).toHaveLength(1)
  })

  it('does not edit a post with a poll: the server would drop it with its votes', async () => {
    const edit = callTool(
      mastodon,
      'mastodon_update_post',
      { post_id: '103', text: 'Hello' },
      jsonResponse({ ...post, poll: { id: '9', options: [] } }),
      jsonResponse({ id: '103', text: 'Hi', spoiler_text: '' }),
    )
    await expect(edit).rejects.toMatchObject({ status: 400 })
  })

  it('replaces a content warning that is given, also by none', async () => {
    const { requests } = await callTool(
      mastodon,
      'mastodon_update_post',
      { post_id: '103', text: 'Hello', spoiler_text: '' },
      jsonResponse(post),
      jsonResponse({ id: '103', text: 'Hi', spoiler_text: 'Food' }),
      jsonResponse(post),
    )
    expect(requests[2]?.body).toEqual({ status: 'Hello', spoiler_text: '' })
  })

  it.each([
    [{ text: 'Hi' }, { place: 'Mastodon', text: 'Hi' }],
    [
      { text: 'Hi', visibility: 'direct', spoiler_text: 'CW' },
      { place: 'Only people it mentions', text: 'CW\n\nHi' },
    ],
    [
      { text: 'Hi', visibility: 'private', in_reply_to_id: '1' },
      { place: 'Followers', replyTo: '1' },
    ],
  ])('%o shows who will read what', (args, picture) => {
    expect(toolOf('mastodon_create_post').preview(args)).toMatchObject({ kind: 'message', ...picture })
  })
})

describe('mastodon', () => {
  it.each([
    [401, 'The access token is invalid'],
    [403, 'This action is outside the authorized scopes'],
    [404, 'Record not found'],
    [422, 'Validation failed: Text can’t be blank'],
  ])('hands a refusal %i on in the words of the server', async (status, error) => {
    const refused = callTool(
      mastodon,
      'mastodon_add_boost',
      { post_id: '1' },
      jsonResponse({ error }, { status }),
    )
    await expect(refused).rejects.toMatchObject({ status, reason: error })
  })

  it('knows a rate limit', async () => {
    const headers = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0' }
    const limited = jsonResponse({ error: 'Too many requests' }, { status: 429, headers })
    const refused = callTool(mastodon, 'mastodon_get_home_timeline', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, reason: 'Too many requests' })
  })

  it.each([['oauth2'], ['api_key']] as const)(
    'names an account of %s by person and server: every server counts from 1',
    async (type) => {
      const site = { instance: 'fosstodon.org' }
      const placed = atSite(mastodon, type, site)
      const { context, requests } = fakeContext(placed, [jsonResponse(account)], site)
      const named = { id: '1@fosstodon.org', name: '@ada@fosstodon.org' }
      expect(await mastodon.account.identify(context)).toEqual(named)
      expect(requests[0]?.url.href).toBe('https://fosstodon.org/api/v1/accounts/verify_credentials')
      expect(placed.hosts).toEqual(['fosstodon.org'])
    },
  )

  it('registers with the server that was entered, and asks for what it registered', () => {
    const [oauth] = atSite(mastodon, 'oauth2', { instance: 'fosstodon.org' }).auth
    expect(oauth).toMatchObject({
      authorizeUrl: 'https://fosstodon.org/oauth/authorize',
      tokenUrl: 'https://fosstodon.org/oauth/token',
      revoke: { url: 'https://fosstodon.org/oauth/revoke' },
      registration: {
        url: 'https://fosstodon.org/api/v1/apps',
        form: { client_name: 'Gatehouse', redirect_uris: '{redirect_uri}', scopes: '{scopes}' },
      },
    })
  })

  it.each([
    ['mastodon_create_post', { text: 'Hi' }, 'Post “Hi”'],
    ['mastodon_create_post', { text: 'a\nb', in_reply_to_id: '1' }, 'Reply to the post “1”: “a b”'],
    [
      'mastodon_create_post',
      { text: 'Hi', scheduled_at: '2027-01-01T00:00:00Z' },
      'Post “Hi” at “2027-01-01T00:00:00Z”',
    ],
    ['mastodon_update_post', { post_id: '1', text: 'Ho' }, 'Change the post “1” to “Ho”'],
    ['mastodon_add_favourite', { post_id: '1' }, 'Favourite the post “1”'],
    ['mastodon_add_boost', { post_id: '1' }, 'Boost the post “1”'],
    ['mastodon_add_follow', { account_id: '3' }, 'Follow the account “3”'],
    ['mastodon_delete_post', { post_id: '1' }, 'Delete the post “1”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(toolOf(name).summarize(args)).toBe(sentence)
  })
})
