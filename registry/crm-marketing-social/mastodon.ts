import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters, rowsBefore } from '../paging.ts'
import { quote } from '../sentences.ts'
import type { Site } from '../site.ts'
import type { ProviderResponse } from '../tool-context.ts'
import * as answers from './mastodon-answers.ts'
import { mastodonAuth } from './mastodon-auth.ts'
import { nextOffset, offsetQuery, pageOf, pageQuery } from './mastodon-pages.ts'
import { idempotencyKey, keptInEdit, replyVisibility } from './mastodon-posts.ts'

const postId = z.string()
const body = z.string().min(1).describe('Plain text; @user@server mentions')
const warning = z.string().optional().describe('Content warning')

function handleOf(acct: string, site: Site): string {
  const host = site['instance']
  return host === undefined ? acct : `${acct}@${host}`
}

function postsPage({ data, headers }: ProviderResponse<answers.Posts>) {
  const rows = data.map((post) => answers.postRow(post))
  return pageOf('posts', rows, headers)
}

/** Who will see a post, in the words of the approval dialog. */
const READERS = {
  public: 'Everyone',
  unlisted: 'Everyone who looks for it',
  private: 'Followers',
  direct: 'Only people it mentions',
}

function withWarning(text: string, spoiler: string | undefined): string {
  return spoiler ? `${spoiler}\n\n${text}` : text
}

/** @see https://docs.joinmastodon.org/methods/ and https://github.com/mastodon/documentation */
export const mastodon = defineIntegration({
  id: 'mastodon',
  name: 'Mastodon',
  category: 'crm-marketing-social',
  description: 'Timeline, posts and notifications, on any server.',
  icon: 'mastodon.svg',
  auth: mastodonAuth,
  hosts: ['{instance}'],
  apiBase: 'https://{instance}',
  account: {
    async identify({ request, site }) {
      const options = { schema: answers.accountAnswer }
      const { data } = await request('GET /api/v1/accounts/verify_credentials', options)
      // Servers count their accounts each by itself.
      return { id: handleOf(data.id, site), name: `@${handleOf(data.acct, site)}` }
    },
  },
  tools: [
    {
      name: 'mastodon_get_me',
      description: 'The signed-in account: id, handle, profile, counts.',
      parameters: z.object({}),
      async handler(_args, { request, site }) {
        const options = { schema: answers.accountAnswer }
        const { data } = await request('GET /api/v1/accounts/verify_credentials', options)
        return { ...answers.accountRow(data), handle: handleOf(data.acct, site) }
      },
    },
    {
      name: 'mastodon_get_home_timeline',
      description: 'Posts and boosts of those the account follows, newest first.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const options = { query: pageQuery(page), schema: answers.postsAnswer }
        return postsPage(await request('GET /api/v1/timelines/home', options))
      },
    },
    {
      name: 'mastodon_search_content',
      description:
        'Search. Finds the id for an @user@server or for the URL of a post; not every server searches texts.',
      parameters: z.object({
        query: z.string().min(1),
        type: z.enum(['accounts', 'statuses', 'hashtags']),
        ...pageParameters,
      }),
      async handler({ query: q, type, ...page }, { request }) {
        const { data } = await request('GET /api/v2/search', {
          query: { q, type, resolve: true, ...offsetQuery(page) },
          schema: answers.foundAnswer,
        })
        const accounts = data.accounts?.map(answers.accountRow) ?? []
        const posts = data.statuses?.map((post) => answers.postRow(post)) ?? []
        const hashtags = data.hashtags?.map(compact) ?? []
        const rows = { accounts, statuses: posts, hashtags }[type]
        const name = type === 'statuses' ? 'posts' : type
        return compact({ [name]: rows, next_cursor: nextOffset(page, rows.length) })
      },
    },
    {
      name: 'mastodon_list_account_posts',
      description: 'Posts of one account, newest first.',
      parameters: z.object({
        account_id: z.string(),
        with_replies: z.boolean().default(true).describe('Also replies to others'),
        with_boosts: z.boolean().default(true).describe('Also boosts'),
        ...pageParameters,
      }),
      async handler({ account_id: id, with_replies, with_boosts, ...page }, { request }) {
        const answer = await request('GET /api/v1/accounts/{id}/statuses', {
          path: { id },
          query: { exclude_replies: !with_replies, exclude_reblogs: !with_boosts, ...pageQuery(page) },
          schema: answers.postsAnswer,
        })
        return postsPage(answer)
      },
    },
    {
      name: 'mastodon_list_hashtag_posts',
      description: 'Public posts with a hashtag, newest first.',
      parameters: z.object({
        hashtag: z.string().min(1).describe('With or without #'),
        ...pageParameters,
      }),
      async handler({ hashtag, ...page }, { request }) {
        const answer = await request('GET /api/v1/timelines/tag/{hashtag}', {
          path: { hashtag: hashtag.replace(/^#/, '') },
          query: pageQuery(page),
          schema: answers.postsAnswer,
        })
        return postsPage(answer)
      },
    },
    {
      name: 'mastodon_list_bookmarks',
      description: 'Bookmarked posts, last bookmarked first.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const options = { query: pageQuery(page), schema: answers.postsAnswer }
        return postsPage(await request('GET /api/v1/bookmarks', options))
      },
    },
    {
      name: 'mastodon_list_notifications',
      description: 'Mentions, boosts, favourites, new followers; newest first.',
      parameters: z.object({
        types: z
          .array(
            z.enum(['mention', 'quote', 'reblog', 'favourite', 'follow', 'follow_request', 'poll', 'update']),
          )
          .optional()
          .describe('Default: all'),
        ...pageParameters,
      }),
      async handler({ types, ...page }, { request }) {
        const { data, headers } = await request('GET /api/v1/notifications', {
          query: { 'types[]': types, ...pageQuery(page) },
          schema: answers.notificationsAnswer,
        })
        const rows = data.map((node) => answers.notificationRow(node))
        return pageOf('notifications', rows, headers)
      },
    },
    {
      name: 'mastodon_get_post_context',
      description:
        'A post in its thread: what it answers, itself, replies. Where a text is truncated, raise max_chars.',
      parameters: z.object({
        post_id: postId,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ post_id: id, max_chars, ...page }, { request }) {
        const begin = rowsBefore(page)
        const [{ data: post }, { data: context }] = await Promise.all([
          request('GET /api/v1/statuses/{id}', { path: { id }, schema: answers.postAnswer }),
          request('GET /api/v1/statuses/{id}/context', { path: { id }, schema: answers.contextAnswer }),
        ])
        const thread = [...(context.ancestors ?? []), post, ...(context.descendants ?? [])]
        const end = begin + page.limit
        const rows = thread.slice(begin, end).map((one) => answers.postRow(one, max_chars))
        const next_cursor = end < thread.length ? String(end) : undefined
        return compact({ total: thread.length, posts: rows, next_cursor })
      },
    },
    {
      name: 'mastodon_create_post',
      description:
        'Publish a post or reply, now or later. The same again within an hour makes no second one.',
      parameters: z.object({
        text: body,
        visibility: z
          .enum(['public', 'unlisted', 'private', 'direct'])
          .optional()
          .describe('Default: as the person set it; a reply no wider than the post'),
        in_reply_to_id: z.string().optional(),
        spoiler_text: warning,
        language: z.string().optional().describe('ISO 639-1'),
        scheduled_at: z.string().optional().describe('RFC 3339, at least 5 minutes ahead'),
      }),
      summary: ({ text, in_reply_to_id, scheduled_at }) => {
        const what = in_reply_to_id === undefined ? 'Post' : `Reply to the post ${quote(in_reply_to_id)}:`
        const when = scheduled_at === undefined ? '' : ` at ${quote(scheduled_at)}`
        return `${what} ${quote(text)}${when}`
      },
      preview: ({ text, spoiler_text, visibility, in_reply_to_id: replyTo }) => ({
        kind: 'message',
        place: visibility === undefined ? 'Mastodon' : READERS[visibility],
        text: withWarning(text, spoiler_text),
        replyTo,
      }),
      async handler({ text: status, ...fields }, { request }) {
        const { in_reply_to_id: parent, visibility } = fields
        const inherited =
          parent !== undefined && visibility === undefined
            ? await replyVisibility(parent, { request })
            : undefined
        const json = { status, ...fields, ...(inherited && { visibility: inherited }) }
        const { data } = await request('POST /api/v1/statuses', {
          headers: { 'idempotency-key': await idempotencyKey(json) },
          json,
          schema: answers.createdAnswer,
        })
        const { id, scheduled_at, ...post } = data
        return scheduled_at ? { scheduled_id: id, scheduled_at } : compact({ id, ...post })
      },
    },
    {
      name: 'mastodon_update_post',
      description:
        'Replace the text of an own post; media stay. Posts with a poll are refused. Safe to repeat.',
      parameters: z.object({ post_id: postId, text: body, spoiler_text: warning }),
      summary: ({ post_id, text }) => `Change the post ${quote(post_id)} to ${quote(text)}`,
      preview: ({ post_id: replaces, text, spoiler_text }) => ({
        kind: 'message',
        place: 'Mastodon',
        text: withWarning(text, spoiler_text),
        replaces,
      }),
      async handler({ post_id: id, text: status, spoiler_text }, { request }) {
        const kept = await keptInEdit(id, { request })
        const { data } = await request('PUT /api/v1/statuses/{id}', {
          path: { id },
          json: { status, ...kept, ...(spoiler_text !== undefined && { spoiler_text }) },
          schema: answers.createdAnswer,
        })
        return compact({ id: data.id, url: data.url })
      },
    },
    {
      name: 'mastodon_add_favourite',
      description: 'Favourite a post. Safe to repeat.',
      parameters: z.object({ post_id: postId }),
      summary: ({ post_id }) => `Favourite the post ${quote(post_id)}`,
      async handler({ post_id: id }, { request }) {
        const options = { path: { id }, schema: answers.markedAnswer }
        await request('POST /api/v1/statuses/{id}/favourite', options)
        return { id, favourited: true }
      },
    },
    {
      name: 'mastodon_add_boost',
      description: 'Boost a post to all followers. Safe to repeat.',
      parameters: z.object({ post_id: postId }),
      summary: ({ post_id }) => `Boost the post ${quote(post_id)}`,
      async handler({ post_id: id }, { request }) {
        const options = { path: { id }, schema: answers.markedAnswer }
        await request('POST /api/v1/statuses/{id}/reblog', options)
        return { id, boosted: true }
      },
    },
    {
      name: 'mastodon_add_follow',
      description: 'Follow an account; some approve followers first. Safe to repeat.',
      parameters: z.object({ account_id: z.string() }),
      summary: ({ account_id }) => `Follow the account ${quote(account_id)}`,
      async handler({ account_id: id }, { request }) {
        const options = { path: { id }, schema: answers.relationshipAnswer }
        const { data } = await request('POST /api/v1/accounts/{id}/follow', options)
        return compact(data)
      },
    },
    {
      name: 'mastodon_delete_post',
      description: 'Delete an own post. Returns its text, to post it again.',
      parameters: z.object({ post_id: postId }),
      summary: ({ post_id }) => `Delete the post ${quote(post_id)}`,
      async handler({ post_id: id }, { request }) {
        const options = { path: { id }, schema: answers.deletedAnswer }
        const { data } = await request('DELETE /api/v1/statuses/{id}', options)
        return compact({ ...data, deleted: true })
      },
    },
  ],
})
