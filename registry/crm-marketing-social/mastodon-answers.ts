import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'
import { textOfPost } from './mastodon-text.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()

const account = z.object({
  id: z.string(),
  acct: z.string(),
  display_name: text,
  note: text,
  url: text,
  locked: flag,
  bot: flag,
  followers_count: count,
  following_count: count,
  statuses_count: count,
})

const poll = z.object({ options: z.array(z.object({ title: text, votes_count: count })).nullish() })

const plainPost = z.object({
  id: z.string(),
  created_at: text,
  account,
  content: text,
  spoiler_text: text,
  sensitive: flag,
  language: text,
  visibility: text,
  in_reply_to_id: text,
  url: text,
  mentions: z.array(z.object({ acct: text })).nullish(),
  media_attachments: z.array(z.object({ id: z.string(), type: text, description: text })).nullish(),
  poll: poll.nullish(),
  quote: z.object({ quoted_status: z.object({ id: text }).nullish(), quoted_status_id: text }).nullish(),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
  favourited: flag,
  reblogged: flag,
  bookmarked: flag,
})

const notification = z.object({
  id: z.string(),
  type: text,
  created_at: text,
  account: account.nullish(),
  status: plainPost.nullish(),
})

export const accountAnswer = account
export const postAnswer = plainPost.extend({ reblog: plainPost.nullish() })
export const postsAnswer = z.array(postAnswer)
export const contextAnswer = z.object({
  ancestors: z.array(postAnswer).nullish(),
  descendants: z.array(postAnswer).nullish(),
})
export const sourceAnswer = z.object({ spoiler_text: text })
export const foundAnswer = z.object({
  accounts: z.array(account).nullish(),
  statuses: postsAnswer.nullish(),
  hashtags: z.array(z.object({ name: z.string(), url: text })).nullish(),
})
export const notificationsAnswer = z.array(notification)
/** What was posted, or is to be at `scheduled_at`. */
export const createdAnswer = z.object({ id: z.string(), url: text, visibility: text, scheduled_at: text })
export const deletedAnswer = z.object({ id: z.string(), text })
export const markedAnswer = z.object({ id: z.string() })
export const relationshipAnswer = z.object({ id: z.string(), following: flag, requested: flag })

export type Posts = z.output<typeof postsAnswer>
type PlainPost = z.output<typeof plainPost>

/** Most servers allow 500 characters, some any number. */
const TEXT_CHARS = 2000

const isSet = (value: boolean | null | undefined): true | undefined => (value === true ? true : undefined)

export function accountRow(node: z.output<typeof account>) {
  return compact({
    id: node.id,
    handle: node.acct,
    name: node.display_name || undefined,
    note: textOfPost(node.note ?? '') || undefined,
    is_bot: isSet(node.bot),
    approves_followers: isSet(node.locked),
    followers: node.followers_count,
    following: node.following_count,
    posts: node.statuses_count,
    url: node.url,
  })
}

/** A post, its text cut at `length` characters; of a boost the post that was boosted. */
export function postRow({ reblog, ...own }: z.output<typeof postAnswer>, length = TEXT_CHARS) {
  const node = reblog ?? own
  return compact({
    id: node.id,
    author: node.account.acct,
    author_name: node.account.display_name || undefined,
    author_id: node.account.id,
    boosted_by: reblog ? own.account.acct : undefined,
    created_at: node.created_at,
    ...content(node, length),
    in_reply_to_id: node.in_reply_to_id,
    quoted_id: node.quote?.quoted_status?.id ?? node.quote?.quoted_status_id,
    replies: node.replies_count,
    boosts: node.reblogs_count,
    favourites: node.favourites_count,
    favourited: isSet(node.favourited),
    boosted: isSet(node.reblogged),
    bookmarked: isSet(node.bookmarked),
    url: node.url,
  })
}

function content(node: PlainPost, length: number) {
  const { text: shown, next_offset: rest } = textWindow(textOfPost(node.content ?? ''), 0, length)
  // People of other servers: the text itself shows only the name before the server.
  const mentions = node.mentions?.flatMap(({ acct }) => (acct?.includes('@') ? [acct] : []))
  return {
    warning: node.spoiler_text || undefined,
    text: shown,
    truncated: rest === undefined ? undefined : true,
    mentions: filled(mentions),
    media: filled(node.media_attachments?.map(mediaText)),
    poll: node.poll?.options?.map(({ title, votes_count }) => `${title} (${votes_count ?? '?'})`),
    visibility: node.visibility === 'public' ? undefined : node.visibility,
  }
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length === 0 ? undefined : list
}

const MEDIA_CHARS = 300

function mediaText({ type, description }: NonNullable<PlainPost['media_attachments']>[number]): string {
  const said = textWindow(description ?? '', 0, MEDIA_CHARS).text
  return said === '' ? (type ?? 'unknown') : `${type ?? 'unknown'}: ${said}`
}

/** What happened and who did it, with the post it is about. */
export function notificationRow(node: z.output<typeof notification>) {
  const { status } = node
  return compact({
    id: node.id,
    type: node.type,
    created_at: node.created_at,
    author: node.account?.acct,
    author_id: node.account?.id,
    post_id: status?.id,
    ...(status && content(status, TEXT_CHARS)),
    url: status?.url,
  })
}
