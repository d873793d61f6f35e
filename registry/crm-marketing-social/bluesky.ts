import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './bluesky-answers.ts'
import { facetsOf, fitsPost } from './bluesky-facets.ts'
import * as records from './bluesky-records.ts'
import { blueskyRefusal } from './bluesky-refusal.ts'
import { threadAnswer, threadRows } from './bluesky-thread.ts'

const MOST_PARENTS = 20

const actor = z.string().min(1).describe('Handle or DID')
const postUri = z.string().describe('at:// or bsky.app link')

/** People write handles the way they are shown. */
function withoutAt(actor: string): string {
  return actor.replace(/^@/, '')
}

/** @see https://github.com/bluesky-social/atproto/tree/main/lexicons and https://docs.bsky.app */
export const bluesky = defineIntegration({
  id: 'bluesky',
  name: 'Bluesky',
  category: 'crm-marketing-social',
  description: 'Timeline, search, posts and notifications.',
  icon: 'bluesky.svg',
  auth: {
    type: 'client_credentials',
    label: 'App password',
    fields: [
      {
        name: 'identifier',
        label: 'Handle or e-mail address',
        kind: 'text',
        placeholder: 'you.bsky.social',
        pattern: /[^@\s]\S*/,
      },
      {
        name: 'password',
        label: 'App password',
        kind: 'secret',
        placeholder: 'xxxx-xxxx-xxxx-xxxx',
        hint: 'Never the password of the account itself',
        // The account's own password does not look like this, and shall not get any further.
        pattern: /[A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){3}/,
      },
      {
        name: 'service',
        label: 'Server',
        kind: 'host',
        default: 'bsky.social',
        hint: 'Only for a server (PDS) of your own',
      },
    ],
    exchange: {
      url: 'https://{service}/xrpc/com.atproto.server.createSession',
      parameters: { identifier: '{identifier}', password: '{password}' },
      body: 'json',
      tokenField: 'accessJwt',
    },
    helpUrl: 'https://bsky.app/settings/app-passwords',
  },
  hosts: ['{service}'],
  apiBase: 'https://{service}/xrpc',
  refusal: blueskyRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('GET /com.atproto.server.getSession', { schema: answers.sessionAnswer })
      return { id: data.did, name: `@${data.handle}` }
    },
  },
  tools: [
    {
      name: 'bluesky_get_session',
      description: 'The signed-in account: DID, handle, e-mail.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /com.atproto.server.getSession', {
          schema: answers.sessionAnswer,
        })
        return compact(data)
      },
    },
    {
      name: 'bluesky_get_timeline',
      description: 'Posts and reposts of those the account follows, newest first.',
      parameters: z.object(pageParameters),
      async handler(query, { request }) {
        const { data } = await request('GET /app.bsky.feed.getTimeline', {
          query,
          schema: answers.feedAnswer,
        })
        return answers.pageOf('posts', data.feed.map(answers.feedRow), data)
      },
    },
    {
      name: 'bluesky_search_posts',
      description: 'Search all posts.',
      parameters: z.object({
        query: z.string().min(1).describe('Words, “a phrase”, #tag, from:handle'),
        sort: z.enum(['top', 'latest']).default('latest'),
        author: actor.optional(),
        since: z.string().optional().describe('RFC 3339 or YYYY-MM-DD'),
        until: z.string().optional().describe('Before it'),
        ...pageParameters,
      }),
      async handler({ query: q, author, ...filters }, { request }) {
        const query = { q, author: author && withoutAt(author), ...filters }
        const options = { query, schema: answers.foundPostsAnswer }
        const { data } = await request('GET /app.bsky.feed.searchPosts', options)
        return answers.pageOf('posts', data.posts.map(answers.postRow), data)
      },
    },
    {
      name: 'bluesky_search_profiles',
      description: 'Find people by name, handle or description.',
      parameters: z.object({ query: z.string().min(1), ...pageParameters }),
      async handler({ query: q, ...page }, { request }) {
        const options = { query: { q, ...page }, schema: answers.foundProfilesAnswer }
        const { data } = await request('GET /app.bsky.actor.searchActors', options)
        return answers.pageOf('profiles', data.actors.map(answers.profileRow), data)
      },
    },
    {
      name: 'bluesky_get_author_feed',
      description: 'Posts and reposts of one account, newest first.',
      parameters: z.object({
        actor,
        filter: z
          .enum(['posts_with_replies', 'posts_no_replies', 'posts_with_media', 'posts_and_author_threads'])
          .default('posts_with_replies'),
        ...pageParameters,
      }),
      async handler({ actor, ...page }, { request }) {
        const options = { query: { actor: withoutAt(actor), ...page }, schema: answers.feedAnswer }
        const { data } = await request('GET /app.bsky.feed.getAuthorFeed', options)
        return answers.pageOf('posts', data.feed.map(answers.feedRow), data)
      },
    },
    {
      name: 'bluesky_get_post_thread',
      description: 'A post in its thread: depth < 0 is what it answers, 0 itself, above its replies.',
      parameters: z.object({
        uri: postUri,
        depth: z.int().min(0).max(100).default(6).describe('Levels of replies'),
        max_replies: z.int().min(0).max(200).default(40).describe('Truncated: raise it'),
      }),
      async handler({ uri, depth, max_replies }, { request }) {
        const { data } = await request('GET /app.bsky.feed.getPostThread', {
          query: { uri: records.postUri(uri), depth, parentHeight: MOST_PARENTS },
          schema: threadAnswer,
        })
        return threadRows(data.thread, max_replies)
      },
    },
    {
      name: 'bluesky_get_profile',
      description: 'One account: description, counts, whether you follow each other.',
      parameters: z.object({ actor }),
      async handler({ actor }, { request }) {
        const options = { query: { actor: withoutAt(actor) }, schema: answers.profileAnswer }
        const { data } = await request('GET /app.bsky.actor.getProfile', options)
        return answers.profileRow(data)
      },
    },
    {
      name: 'bluesky_list_notifications',
      description: 'Replies, mentions, quotes, likes, reposts, new followers. A page may be short.',
      parameters: z.object({
        reasons: z
          .array(z.enum(['reply', 'mention', 'quote', 'like', 'repost', 'follow']))
          .optional()
          .describe('Default: all'),
        ...pageParameters,
      }),
      async handler(query, { request }) {
        const options = { query, schema: answers.notificationsAnswer }
        const { data } = await request('GET /app.bsky.notification.listNotifications', options)
        return answers.pageOf('notifications', data.notifications.map(answers.notificationRow), data)
      },
    },
    {
      name: 'bluesky_create_post',
      description:
        'Post publicly, reply or quote. @handles, #tags and https:// links work. Each call posts anew.',
      parameters: z.object({
        text: z
          .string()
          .min(1)
          .refine(fitsPost, 'At most 300 characters')
          .describe('Plain text, at most 300 characters'),
        reply_to_uri: postUri.optional(),
        quote_uri: postUri.optional(),
        languages: z.array(z.string()).max(3).optional().describe('BCP 47'),
      }),
      summary: ({ text, reply_to_uri, quote_uri }) => {
        const what = reply_to_uri === undefined ? 'Post' : `Reply to ${quote(reply_to_uri)}:`
        return `${what} ${quote(text)}${quote_uri === undefined ? '' : `, quoting ${quote(quote_uri)}`}`
      },
      preview: ({ text, reply_to_uri: replyTo, quote_uri }) => ({
        kind: 'message',
        place: 'Everyone',
        text: quote_uri === undefined ? text : `${text}\n\n${quote_uri}`,
        replyTo,
      }),
      async handler({ text, reply_to_uri, quote_uri, languages }, { request }) {
        const parent =
          reply_to_uri === undefined ? undefined : await records.postAt(reply_to_uri, { request })
        const quoted = quote_uri === undefined ? undefined : await records.postAt(quote_uri, { request })
        const facets = await facetsOf(text, records.resolverOf({ request }))
        const record = {
          text,
          ...(facets.length > 0 && { facets }),
          ...(parent && { reply: records.replyTo(parent) }),
          ...(quoted && { embed: { $type: 'app.bsky.embed.record', record: records.referenceTo(quoted) } }),
          ...(languages && { langs: languages }),
        }
        const { uri, handle } = await records.createRecord('app.bsky.feed.post', record, { request })
        return { uri, url: `https://bsky.app/profile/${handle}/post/${uri.split('/').pop()}` }
      },
    },
    {
      name: 'bluesky_add_like',
      description: 'Like a post. Safe to repeat.',
      parameters: z.object({ uri: postUri }),
      summary: ({ uri }) => `Like the post ${quote(uri)}`,
      async handler({ uri }, { request }) {
        const subject = records.referenceTo(await records.postAt(uri, { request }))
        const like = await records.createRecord('app.bsky.feed.like', { subject }, { request })
        return { like_uri: like.uri }
      },
    },
    {
      name: 'bluesky_add_repost',
      description: 'Repost a post to all followers. Safe to repeat.',
      parameters: z.object({ uri: postUri }),
      summary: ({ uri }) => `Repost the post ${quote(uri)}`,
      async handler({ uri }, { request }) {
        const subject = records.referenceTo(await records.postAt(uri, { request }))
        const repost = await records.createRecord('app.bsky.feed.repost', { subject }, { request })
        return { repost_uri: repost.uri }
      },
    },
    {
      name: 'bluesky_add_follow',
      description: 'Follow an account. Safe to repeat.',
      parameters: z.object({ actor }),
      summary: ({ actor }) => `Follow ${quote(actor)}`,
      async handler({ actor }, { request }) {
        const subject = await records.didOf(withoutAt(actor), { request })
        const follow = await records.createRecord('app.bsky.graph.follow', { subject }, { request })
        return { follow_uri: follow.uri }
      },
    },
    {
      name: 'bluesky_delete_record',
      description: 'Delete an own post, or take back a like, repost or follow: its uri. It cannot be undone.',
      parameters: z.object({ uri: postUri }),
      summary: ({ uri }) => `Delete ${quote(uri)}`,
      async handler({ uri }, { request }) {
        await records.deleteRecord(uri, { request })
        return { deleted: true }
      },
    },
  ],
})
