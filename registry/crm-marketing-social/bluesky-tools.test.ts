import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { bluesky } from './bluesky.ts'

const NOW = '2026-02-03T04:05:06.000Z'

const ada = { did: 'did:plc:ada', handle: 'ada.bsky.social', displayName: 'Ada', avatar: 'https://cdn/a' }
const session = { did: 'did:plc:me', handle: 'me.bsky.social', email: 'me@example.com', emailConfirmed: true }
const uri = 'at://did:plc:ada/app.bsky.feed.post/3k1'
const post = {
  uri,
  cid: 'bafy1',
  author: ada,
  record: { $type: 'app.bsky.feed.post', text: 'Hello', createdAt: '2026-01-01T00:00:00.000Z' },
  indexedAt: '2026-01-01T00:00:01.000Z',
  replyCount: 1,
  repostCount: 2,
  likeCount: 3,
  quoteCount: 0,
  viewer: { like: 'at://did:plc:me/app.bsky.feed.like/3l1', threadMuted: false },
}
const postRow = {
  uri,
  author: 'ada.bsky.social',
  author_name: 'Ada',
  created_at: '2026-01-01T00:00:00.000Z',
  text: 'Hello',
  replies: 1,
  reposts: 2,
  likes: 3,
  quotes: 0,
  like_uri: 'at://did:plc:me/app.bsky.feed.like/3l1',
}
const profile = {
  ...ada,
  description: 'Counts',
  viewer: { followedBy: 'at://did:plc:ada/x/y', muted: false },
}
const { viewer: _, avatar: __, displayName: name, ...plain } = profile
const profileRow = { ...plain, name, follows_you: true }
const counts = { website: 'https://ada.org', followersCount: 7, followsCount: 8, postsCount: 9 }
const countedRow = { ...plain, name, followers: 7, follows: 8, posts: 9 }
const isSession = 'GET com.atproto.server.getSession'
const created = {
  uri: 'at://did:plc:me/app.bsky.feed.post/3k9',
  cid: 'bafy9',
  commit: { cid: 'c', rev: 'r' },
}

function made(collection: string, record: object) {
  return { repo: 'did:plc:me', collection, record: { $type: collection, ...record, createdAt: NOW } }
}

const cases: readonly ToolCase<object>[] = [
  {
    tool: 'bluesky_get_session',
    args: {},
    sends: [isSession],
    answers: [session],
    result: { did: 'did:plc:me', handle: 'me.bsky.social', email: 'me@example.com' },
  },
  {
    tool: 'bluesky_get_timeline',
    args: { cursor: 'c1', limit: 5 },
    sends: ['GET app.bsky.feed.getTimeline'],
    query: { cursor: 'c1', limit: '5' },
    answers: [
      {
        feed: [
          {
            post,
            reply: {
              root: { uri: 'at://x', notFound: true },
              parent: { ...post, author: { handle: 'eve.test' } },
            },
            reason: { $type: 'app.bsky.feed.defs#reasonRepost', by: { handle: 'bob.test' }, indexedAt: NOW },
          },
          { post, reason: { $type: 'app.bsky.feed.defs#reasonPin' } },
        ],
        cursor: 'c2',
      },
    ],
    result: {
      posts: [{ ...postRow, reply_to_author: 'eve.test', reposted_by: 'bob.test' }, postRow],
      next_cursor: 'c2',
    },
  },
  {
    tool: 'bluesky_search_posts',
    args: {
      query: 'cats',
      sort: 'top',
      author: '@ada.bsky.social',
      since: '2026-01-01',
      until: '2026-02-01',
    },
    sends: ['GET app.bsky.feed.searchPosts'],
    query: {
      q: 'cats',
      author: 'ada.bsky.social',
      sort: 'top',
      since: '2026-01-01',
      until: '2026-02-01',
      limit: '20',
    },
    answers: [{ posts: [post], hitsTotal: 1 }],
    result: { posts: [postRow] },
  },
  {
    tool: 'bluesky_search_profiles',
    args: { query: 'ada' },
    sends: ['GET app.bsky.actor.searchActors'],
    query: { q: 'ada', limit: '20' },
    answers: [{ actors: [profile], cursor: '20' }],
    result: { profiles: [profileRow], next_cursor: '20' },
  },
  {
    tool: 'bluesky_get_author_feed',
    args: { actor: '@ada.bsky.social', filter: 'posts_no_replies' },
    sends: ['GET app.bsky.feed.getAuthorFeed'],
    query: { actor: 'ada.bsky.social', filter: 'posts_no_replies', limit: '20' },
    answers: [{ feed: [{ post }] }],
    result: { posts: [postRow] },
  },
  {
    tool: 'bluesky_get_post_thread',
    args: { uri: 'https://bsky.app/profile/ada.bsky.social/post/3k1', depth: 2 },
    sends: ['GET app.bsky.feed.getPostThread'],
    query: { uri: 'at://ada.bsky.social/app.bsky.feed.post/3k1', depth: '2', parentHeight: '20' },
    answers: [{ thread: { $type: 'app.bsky.feed.defs#threadViewPost', post, replies: [] } }],
    result: { posts: [{ depth: 0, ...postRow }] },
  },
  {
    tool: 'bluesky_get_profile',
    args: { actor: 'did:plc:ada' },
    sends: ['GET app.bsky.actor.getProfile'],
    query: { actor: 'did:plc:ada' },
    answers: [{ ...profile, ...counts, viewer: { following: 'at://did:plc:me/app.bsky.graph.follow/3f1' } }],
    result: {
      ...countedRow,
      website: 'https://ada.org',
      follow_uri: 'at://did:plc:me/app.bsky.graph.follow/3f1',
    },
  },
  {
    tool: 'bluesky_list_notifications',
    args: { reasons: ['reply'], cursor: 'c1' },
    sends: ['GET app.bsky.notification.listNotifications'],
    query: { reasons: 'reply', limit: '20', cursor: 'c1' },
    answers: [
      {
        notifications: [
          {
            uri,
            cid: 'b',
            author: ada,
            reason: 'reply',
            reasonSubject: 'at://me/1',
            record: { text: 'Hm' },
            isRead: false,
            indexedAt: NOW,
          },
          {
            uri: 'at://like',
            cid: 'b',
            author: ada,
            reason: 'like',
            reasonSubject: 'at://me/2',
            record: {},
            isRead: true,
            indexedAt: NOW,
          },
        ],
        cursor: 'c2',
      },
    ],
    result: {
      notifications: [
        {
          reason: 'reply',
          author: 'ada.bsky.social',
          author_name: 'Ada',
          created_at: NOW,
          is_new: true,
          text: 'Hm',
          uri,
          subject_uri: 'at://me/1',
        },
        {
          reason: 'like',
          author: 'ada.bsky.social',
          author_name: 'Ada',
          created_at: NOW,
          subject_uri: 'at://me/2',
        },
      ],
      next_cursor: 'c2',
    },
  },
  {
    tool: 'bluesky_create_post',
    args: { text: 'Hi @ada.bsky.social', languages: ['en'] },
    sends: ['GET com.atproto.identity.resolveHandle', isSession, 'POST com.atproto.repo.createRecord'],
    query: { handle: 'ada.bsky.social' },
    body: made('app.bsky.feed.post', {
      text: 'Hi @ada.bsky.social',
      facets: [
        {
          index: { byteStart: 3, byteEnd: 19 },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:ada' }],
        },
      ],
      langs: ['en'],
    }),
    answers: [{ did: 'did:plc:ada' }, session, created],
    result: { uri: created.uri, url: 'https://bsky.app/profile/me.bsky.social/post/3k9' },
  },
  {
    tool: 'bluesky_add_like',
    args: { uri },
    sends: ['GET app.bsky.feed.getPosts', isSession, 'POST com.atproto.repo.createRecord'],
    query: { uris: uri },
    body: made('app.bsky.feed.like', { subject: { uri, cid: 'bafy1' } }),
    answers: [{ posts: [post] }, session, { uri: 'at://did:plc:me/app.bsky.feed.like/3l9', cid: 'b' }],
    result: { like_uri: 'at://did:plc:me/app.bsky.feed.like/3l9' },
  },
  {
    tool: 'bluesky_add_repost',
    args: { uri: 'https://bsky.app/profile/ada.bsky.social/post/3k1' },
    sends: [
      'GET com.atproto.identity.resolveHandle',
      'GET app.bsky.feed.getPosts',
      isSession,
      'POST com.atproto.repo.createRecord',
    ],
    query: { handle: 'ada.bsky.social' },
    body: made('app.bsky.feed.repost', { subject: { uri, cid: 'bafy1' } }),
    answers: [{ did: 'did:plc:ada' }, { posts: [post] }, session, { uri: 'at://did:plc:me/r/1', cid: 'b' }],
    result: { repost_uri: 'at://did:plc:me/r/1' },
  },
  {
    tool: 'bluesky_add_follow',
    args: { actor: '@ada.bsky.social' },
    sends: ['GET com.atproto.identity.resolveHandle', isSession, 'POST com.atproto.repo.createRecord'],
    query: { handle: 'ada.bsky.social' },
    body: made('app.bsky.graph.follow', { subject: 'did:plc:ada' }),
    answers: [{ did: 'did:plc:ada' }, session, { uri: 'at://did:plc:me/f/1', cid: 'b' }],
    result: { follow_uri: 'at://did:plc:me/f/1' },
  },
  {
    tool: 'bluesky_delete_record',
    args: { uri: 'at://did:plc:me/app.bsky.feed.post/3k9' },
    sends: [isSession, 'POST com.atproto.repo.deleteRecord'],
    body: { repo: 'did:plc:me', collection: 'app.bsky.feed.post', rkey: '3k9' },
    answers: [session, { commit: { cid: 'c', rev: 'r' } }],
    result: { deleted: true },
  },
]

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('every tool of bluesky', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answers, ...expected }) => {
    const responses = answers.map((answer) => jsonResponse(answer))
    const { result, requests } = await callTool(bluesky, tool, args, ...responses)
    const sent = requests.map(({ method, url }) => `${method} ${url.pathname.replace(/^\/xrpc\//, '')}`)
    expect(sent).toEqual(expected.sends)
    expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set(['https://service.example.org']))
    expect(requests[0]?.query).toEqual(expected.query ?? {})
    expect(requests.at(-1)?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(bluesky.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
