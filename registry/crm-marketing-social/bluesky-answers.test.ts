import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { bluesky } from './bluesky.ts'

const uri = 'at://did:plc:ada/app.bsky.feed.post/3k1'

function postOf(rkey: string, more: object = {}) {
  const record = { text: rkey, createdAt: '2026-01-01T00:00:00.000Z' }
  const author = { did: 'did:plc:ada', handle: 'ada.bsky.social' }
  return { uri: `at://did:plc:ada/app.bsky.feed.post/${rkey}`, cid: `cid-${rkey}`, author, record, ...more }
}

async function threadOf(thread: object, args: object = {}) {
  const all = { uri, ...args }
  const { result } = await callTool(bluesky, 'bluesky_get_post_thread', all, jsonResponse({ thread }))
  return result
}

describe('a row', () => {
  it('says what a text does not: whole addresses, media, the quoted post', async () => {
    const facets = [{ features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://a.org/long' }] }]
    const embed = {
      $type: 'app.bsky.embed.recordWithMedia#view',
      media: { images: [{ alt: 'A cat', thumb: 't' }, { alt: '' }] },
      record: { record: { uri: 'at://q', author: { handle: 'eve.test' }, value: { text: 'Quoted' } } },
    }
    const post = postOf('3k1', { embed, record: { text: 'a.org/lo…', facets } })
    const { result } = await callTool(
      bluesky,
      'bluesky_search_posts',
      { query: 'x' },
      jsonResponse({ posts: [post] }),
    )
    expect(result).toMatchObject({
      posts: [
        {
          links: ['https://a.org/long'],
          media: ['image: A cat', 'image'],
          quoted_uri: 'at://q',
          quoted_author: 'eve.test',
          quoted_text: 'Quoted',
        },
      ],
    })
  })

  it.each([
    [
      'the card of a page',
      { external: { uri: 'https://a.org', title: 'A' } },
      { links: ['https://a.org'], link_title: 'A' },
    ],
    ['a video', { playlist: 'https://v', alt: 'Waves' }, { media: ['video: Waves'] }],
    ['a gallery', { items: [{ alt: 'One' }] }, { media: ['image: One'] }],
    [
      'a quoted post that is blocked',
      { record: { uri: 'at://q', blocked: true, author: { did: 'did:x' } } },
      { quoted_uri: 'at://q' },
    ],
  ])('shows %s', async (_, embed, shown) => {
    const answer = jsonResponse({ posts: [postOf('3k1', { embed })] })
    const { result } = await callTool(bluesky, 'bluesky_search_posts', { query: 'x' }, answer)
    expect(result).toMatchObject({ posts: [shown] })
  })
})

describe('a thread', () => {
  const reply = (rkey: string, ...replies: readonly object[]) => ({ post: postOf(rkey), replies })
  const thread = {
    post: postOf('c'),
    parent: { post: postOf('b'), parent: { post: postOf('a') } },
    replies: [reply('d', reply('e')), { uri: 'at://gone', notFound: true }, reply('f')],
  }
  const places = (depths: readonly (readonly [string, number])[]) =>
    depths.map(([text, depth]) => expect.objectContaining({ text, depth }))

  it('becomes one list, every reply below what it answers', async () => {
    const order = places([
      ['a', -2],
      ['b', -1],
      ['c', 0],
      ['d', 1],
      ['e', 2],
      ['f', 1],
    ])
    expect(await threadOf(thread)).toEqual({ posts: order })
  })

  it('ends after as many replies as were asked for, and says so', async () => {
    const order = places([
      ['a', -2],
      ['b', -1],
      ['c', 0],
      ['d', 1],
    ])
    expect(await threadOf(thread, { max_replies: 1 })).toEqual({ posts: order, truncated: true })
  })

  it('is whole with exactly as many', async () => {
    expect(await threadOf(thread, { max_replies: 3 })).not.toHaveProperty('truncated')
  })

  it('of a blocked post is not an empty one', async () => {
    await expect(threadOf({ uri, blocked: true, author: { did: 'did:x' } })).rejects.toMatchObject({
      status: 404,
    })
  })
})
