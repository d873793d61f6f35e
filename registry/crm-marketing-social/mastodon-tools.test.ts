import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { mastodon } from './mastodon.ts'

const ada = {
  id: '14715',
  username: 'ada',
  acct: 'ada',
  display_name: 'Ada',
  locked: true,
  bot: false,
  note: '<p>Counts <a href="https://x/tags/engines" class="mention hashtag" rel="tag">#<span>engines</span></a></p>',
  url: 'https://mastodon.social/@ada',
  followers_count: 821,
  following_count: 178,
  statuses_count: 33,
}
const adaRow = {
  id: '14715',
  handle: 'ada',
  name: 'Ada',
  note: 'Counts #engines',
  approves_followers: true,
  followers: 821,
  following: 178,
  posts: 33,
  url: 'https://mastodon.social/@ada',
}
const post = {
  id: '103',
  created_at: '2019-12-08T03:48:33.901Z',
  in_reply_to_id: null,
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  language: 'en',
  url: 'https://mastodon.social/@ada/103',
  replies_count: 5,
  reblogs_count: 6,
  favourites_count: 11,
  favourited: true,
  reblogged: false,
  bookmarked: false,
  content: '<p>Hello<br>world</p>',
  reblog: null,
  account: ada,
  media_attachments: [],
  mentions: [],
  poll: null,
  quote: null,
}
const postRow = {
  id: '103',
  author: 'ada',
  author_name: 'Ada',
  author_id: '14715',
  created_at: '2019-12-08T03:48:33.901Z',
  text: 'Hello\nworld',
  replies: 5,
  boosts: 6,
  favourites: 11,
  favourited: true,
  url: 'https://mastodon.social/@ada/103',
}
const reply = { ...post, id: '104', in_reply_to_id: '103', favourited: false }
const { favourited: _, ...plainRow } = postRow
const replyRow = { ...plainRow, id: '104', in_reply_to_id: '103' }
const next = '<https://instance.example.org/api/v1/x?limit=20&max_id=102>; rel="next"'
const linked = {
  headers: { link: `${next}, <https://instance.example.org/api/v1/x?min_id=104>; rel="prev"` },
}

const cases: readonly ToolCase[] = [
  {
    tool: 'mastodon_get_me',
    args: {},
    sends: ['GET /api/v1/accounts/verify_credentials'],
    answers: [jsonResponse({ ...ada, source: { note: 'Counts #engines' } })],
    result: { ...adaRow, handle: 'ada@instance.example.org' },
  },
  {
    tool: 'mastodon_get_home_timeline',
    args: { cursor: '200', limit: 50 },
    sends: ['GET /api/v1/timelines/home'],
    query: { max_id: '200', limit: '40' },
    answers: [jsonResponse([post], linked)],
    result: { posts: [postRow], next_cursor: '102' },
  },
  {
    tool: 'mastodon_search_content',
    args: { query: '@ada@mastodon.social', type: 'accounts', limit: 1, cursor: '3' },
    sends: ['GET /api/v2/search'],
    query: { q: '@ada@mastodon.social', type: 'accounts', resolve: 'true', limit: '1', offset: '3' },
    answers: [jsonResponse({ accounts: [ada], statuses: [], hashtags: [] })],
    result: { accounts: [adaRow], next_cursor: '4' },
  },
  {
    tool: 'mastodon_search_content',
    args: { query: 'cats', type: 'statuses' },
    sends: ['GET /api/v2/search'],
    query: { q: 'cats', type: 'statuses', resolve: 'true', limit: '20', offset: '0' },
    answers: [jsonResponse({ accounts: [], statuses: [post], hashtags: [] })],
    result: { posts: [postRow] },
  },
  {
    tool: 'mastodon_search_content',
    args: { query: 'cats', type: 'hashtags' },
    sends: ['GET /api/v2/search'],
    query: { q: 'cats', type: 'hashtags', resolve: 'true', limit: '20', offset: '0' },
    answers: [
      jsonResponse({ hashtags: [{ id: '205', name: 'cats', url: 'https://x/tags/cats', history: [] }] }),
    ],
    result: { hashtags: [{ name: 'cats', url: 'https://x/tags/cats' }] },
  },
  {
    tool: 'mastodon_list_account_posts',
    args: { account_id: '14715', with_replies: false },
    sends: ['GET /api/v1/accounts/14715/statuses'],
    query: { exclude_replies: 'true', exclude_reblogs: 'false', limit: '20' },
    answers: [jsonResponse([post])],
    result: { posts: [postRow] },
  },
  {
    tool: 'mastodon_list_hashtag_posts',
    args: { hashtag: '#Qualitätskatzen', cursor: '200' },
    sends: ['GET /api/v1/timelines/tag/Qualit%C3%A4tskatzen'],
    query: { max_id: '200', limit: '20' },
    answers: [jsonResponse([post], linked)],
    result: { posts: [postRow], next_cursor: '102' },
  },
  {
    tool: 'mastodon_list_bookmarks',
    args: {},
    sends: ['GET /api/v1/bookmarks'],
    query: { limit: '20' },
    answers: [jsonResponse([{ ...post, bookmarked: true }], linked)],
    result: { posts: [{ ...postRow, bookmarked: true }], next_cursor: '102' },
  },
  {
    tool: 'mastodon_list_notifications',
    args: { types: ['mention'], limit: 2 },
    sends: ['GET /api/v1/notifications'],
    query: { 'types[]': 'mention', limit: '2' },
    answers: [
      jsonResponse(
        [
          { id: '35', type: 'mention', created_at: post.created_at, account: ada, status: post },
          { id: '34', type: 'follow', created_at: post.created_at, account: ada },
        ],
        linked,
      ),
    ],
    result: {
      notifications: [
        {
          id: '35',
          type: 'mention',
          created_at: post.created_at,
          author: 'ada',
          author_id: '14715',
          post_id: '103',
          text: 'Hello\nworld',
          url: post.url,
        },
        { id: '34', type: 'follow', created_at: post.created_at, author: 'ada', author_id: '14715' },
      ],
      next_cursor: '102',
    },
  },
  {
    tool: 'mastodon_get_post_context',
    args: { post_id: '104', cursor: '1', limit: 1 },
    sends: ['GET /api/v1/statuses/104', 'GET /api/v1/statuses/104/context'],
    answers: [
      jsonResponse(reply),
      jsonResponse({ ancestors: [post], descendants: [{ ...reply, id: '105', in_reply_to_id: '104' }] }),
    ],
    result: { total: 3, posts: [replyRow], next_cursor: '2' },
  },
  {
    tool: 'mastodon_create_post',
    args: { text: 'Hi', visibility: 'unlisted', spoiler_text: 'Food', language: 'en' },
    sends: ['POST /api/v1/statuses'],
    body: { status: 'Hi', visibility: 'unlisted', spoiler_text: 'Food', language: 'en' },
    answers: [jsonResponse({ ...post, id: '200', visibility: 'unlisted' })],
    result: { id: '200', url: post.url, visibility: 'unlisted' },
  },
  {
    tool: 'mastodon_create_post',
    args: { text: 'Hi', scheduled_at: '2026-02-03T04:05:06Z' },
    sends: ['POST /api/v1/statuses'],
    body: { status: 'Hi', scheduled_at: '2026-02-03T04:05:06Z' },
    answers: [
      jsonResponse({
        id: '3221',
        scheduled_at: '2026-02-03T04:05:06.000Z',
        params: {},
        media_attachments: [],
      }),
    ],
    result: { scheduled_id: '3221', scheduled_at: '2026-02-03T04:05:06.000Z' },
  },
  {
    tool: 'mastodon_update_post',
    args: { post_id: '103', text: 'Hello, world' },
    sends: ['GET /api/v1/statuses/103', 'GET /api/v1/statuses/103/source', 'PUT /api/v1/statuses/103'],
    body: {
      status: 'Hello, world',
      spoiler_text: 'Greeting',
      sensitive: true,
      language: 'en',
      media_ids: ['7', '8'],
    },
    answers: [
      jsonResponse({
        ...post,
        sensitive: true,
        media_attachments: [{ id: '7', type: 'image' }, { id: '8' }],
      }),
      jsonResponse({ id: '103', text: 'Hello\nworld', spoiler_text: 'Greeting' }),
      jsonResponse(post),
    ],
    result: { id: '103', url: post.url },
  },
  {
    tool: 'mastodon_add_favourite',
    args: { post_id: '103' },
    sends: ['POST /api/v1/statuses/103/favourite'],
    answers: [jsonResponse({ ...post, favourited: true })],
    result: { id: '103', favourited: true },
  },
  {
    tool: 'mastodon_add_boost',
    args: { post_id: '103' },
    sends: ['POST /api/v1/statuses/103/reblog'],
    answers: [jsonResponse({ ...post, id: '300', reblog: post })],
    result: { id: '103', boosted: true },
  },
  {
    tool: 'mastodon_add_follow',
    args: { account_id: '3' },
    sends: ['POST /api/v1/accounts/3/follow'],
    answers: [jsonResponse({ id: '3', following: false, requested: true, showing_reblogs: false })],
    result: { id: '3', following: false, requested: true },
  },
  {
    tool: 'mastodon_delete_post',
    args: { post_id: '103' },
    sends: ['DELETE /api/v1/statuses/103'],
    answers: [jsonResponse({ ...post, content: undefined, text: 'Hello\nworld' })],
    result: { id: '103', text: 'Hello\nworld', deleted: true },
  },
]

describe('every tool of mastodon', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answers, ...expected }) => {
    const { result, requests } = await callTool(mastodon, tool, args, ...answers)
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(expected.sends)
    expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set(['https://instance.example.org']))
    expect(requests.at(-1)?.query).toEqual(expected.query ?? {})
    expect(requests.at(-1)?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(mastodon.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
