import { z } from 'zod'
import { compact } from '../compact.ts'

const text = z.string().nullish()
const count = z.number().nullish()

const reference = z.object({ uri: z.string(), cid: z.string() })
const author = z.object({ did: z.string(), handle: z.string(), displayName: text })
const cursor = text

const record = z.object({
  text,
  createdAt: text,
  reply: z.object({ root: reference, parent: reference }).nullish(),
  facets: z.array(z.object({ features: z.array(z.object({ uri: text })).nullish() })).nullish(),
})

const alternatives = z.array(z.object({ alt: text })).nullish()
/** Images, gallery, video or the card of a page. */
const media = z.object({
  images: alternatives,
  items: alternatives,
  playlist: text,
  alt: text,
  external: z.object({ uri: text, title: text }).nullish(),
})
const quotedPost = z.object({
  uri: text,
  author: z.object({ handle: text }).nullish(),
  value: z.object({ text }).nullish(),
})
/** A quote with media wraps the quoted post once more. */
const embed = media.extend({
  media: media.nullish(),
  record: quotedPost.extend({ record: quotedPost.nullish() }).nullish(),
})

const post = z.object({
  uri: z.string(),
  cid: z.string(),
  author,
  record: record.nullish(),
  embed: embed.nullish(),
  indexedAt: text,
  replyCount: count,
  repostCount: count,
  likeCount: count,
  quoteCount: count,
  viewer: z.object({ like: text, repost: text }).nullish(),
})

const feedItem = z.object({
  post,
  reply: z.object({ parent: z.object({ author: z.object({ handle: text }).nullish() }).nullish() }).nullish(),
  reason: z.object({ by: z.object({ handle: text }).nullish() }).nullish(),
})

/** As a search shows somebody. */
const person = author.extend({
  description: text,
  viewer: z.object({ following: text, followedBy: text }).nullish(),
})

const profile = person.extend({
  website: text,
  followersCount: count,
  followsCount: count,
  postsCount: count,
})

const notification = z.object({
  uri: z.string(),
  author,
  reason: text,
  reasonSubject: text,
  record: z.object({ text }).nullish(),
  isRead: z.boolean().nullish(),
  indexedAt: text,
})

export const sessionAnswer = z.object({ did: z.string(), handle: z.string(), email: text })
export const resolvedAnswer = z.object({ did: z.string() })
export const feedAnswer = z.object({ feed: z.array(feedItem), cursor })
export const foundPostsAnswer = z.object({ posts: z.array(post), cursor })
export const postsAnswer = z.object({ posts: z.array(post) })
export const foundProfilesAnswer = z.object({ actors: z.array(person), cursor })
export const profileAnswer = profile
export const notificationsAnswer = z.object({ notifications: z.array(notification), cursor })
export const createdAnswer = reference
export const deletedAnswer = z.object({}).nullish()

export type Post = z.output<typeof post>

interface Paged {
  readonly cursor?: string | null | undefined
}

/** Rows under their own name, with the cursor of the next page while there is one. */
export function pageOf(name: string, rows: readonly unknown[], { cursor: next }: Paged) {
  return compact({ [name]: rows, next_cursor: next || undefined })
}

export function postRow(node: Post) {
  return compact({
    uri: node.uri,
    author: node.author.handle,
    author_name: node.author.displayName || undefined,
    created_at: node.record?.createdAt ?? node.indexedAt,
    text: node.record?.text ?? '',
    ...attached(node),
    reply_to: node.record?.reply?.parent.uri,
    replies: node.replyCount,
    reposts: node.repostCount,
    likes: node.likeCount,
    quotes: node.quoteCount,
    like_uri: node.viewer?.like,
    repost_uri: node.viewer?.repost,
  })
}

/** What the text does not show: whole addresses, media, the quoted post. */
function attached({ record: own, embed: shown }: Post) {
  const { external, ...seen } = shown?.media ?? shown ?? {}
  const quoted = shown?.record?.record ?? shown?.record
  const linked = own?.facets?.flatMap(({ features }) => features?.map(({ uri }) => uri) ?? []) ?? []
  const links = new Set([...linked, external?.uri].filter((uri) => typeof uri === 'string'))
  const pictures = [...(seen.images ?? []), ...(seen.items ?? [])].map(({ alt }) => described('image', alt))
  const media = seen.playlist ? [described('video', seen.alt), ...pictures] : pictures
  return {
    links: links.size > 0 ? [...links] : undefined,
    link_title: external?.title || undefined,
    media: media.length > 0 ? media : undefined,
    quoted_uri: quoted?.uri,
    quoted_author: quoted?.author?.handle,
    quoted_text: quoted?.value?.text,
  }
}

const ALTERNATIVE_CHARS = 300

function described(kind: string, alt: string | null | undefined): string {
  const said = Array.from(alt ?? '').slice(0, ALTERNATIVE_CHARS)
  return said.length === 0 ? kind : `${kind}: ${said.join('')}`
}

/** A post in a feed: who reposted it into there, and whom it answers. */
export function feedRow({ post: node, reply, reason }: z.output<typeof feedItem>) {
  const more = { reply_to_author: reply?.parent?.author?.handle, reposted_by: reason?.by?.handle }
  return { ...postRow(node), ...compact(more) }
}

export function profileRow(node: z.output<typeof person> & Partial<z.output<typeof profile>>) {
  return compact({
    did: node.did,
    handle: node.handle,
    name: node.displayName || undefined,
    description: node.description || undefined,
    website: node.website,
    followers: node.followersCount,
    follows: node.followsCount,
    posts: node.postsCount,
    follow_uri: node.viewer?.following,
    follows_you: node.viewer?.followedBy ? true : undefined,
  })
}

/** What happened: `uri` is the post that tells of it, `subject_uri` the one it is about. */
export function notificationRow(node: z.output<typeof notification>) {
  const said = node.record?.text
  return compact({
    reason: node.reason,
    author: node.author.handle,
    author_name: node.author.displayName || undefined,
    created_at: node.indexedAt,
    is_new: node.isRead === false ? true : undefined,
    text: said,
    uri: typeof said === 'string' ? node.uri : undefined,
    subject_uri: node.reasonSubject,
  })
}
