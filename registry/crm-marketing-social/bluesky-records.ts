import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './bluesky-answers.ts'
import type { ResolveHandle } from './bluesky-facets.ts'

type Requests = Pick<ToolContext, 'request'>

const POST = 'app.bsky.feed.post'

/** A post as the website shows it. */
const POST_LINK = /^https:\/\/bsky\.app\/profile\/(?<repo>[\w.:%-]+)\/post\/(?<rkey>[\w.:~-]+)\/?(?:[?#].*)?$/

/** https://atproto.com/specs/at-uri-scheme and https://atproto.com/specs/record-key */
const AT_URI =
  /^at:\/\/(?<repo>[\w.:%-]+)\/(?<collection>[A-Za-z0-9.-]+)\/(?<rkey>(?!\.{1,2}$)[\w.:~-]{1,512})$/

/** The address of a post as the API takes it: made of a link, or as it is. */
export function postUri(uri: string): string {
  const { repo, rkey } = POST_LINK.exec(uri)?.groups ?? {}
  return repo === undefined || rkey === undefined ? uri : `at://${repo}/${POST}/${rkey}`
}

/** Looks a handle up. */
export function resolverOf({ request }: Requests): ResolveHandle {
  return async (handle) => {
    try {
      const options = { query: { handle }, schema: answers.resolvedAnswer }
      return (await request('GET /com.atproto.identity.resolveHandle', options)).data.did
    } catch (error) {
      if (error instanceof ProviderError && [400, 404].includes(error.status)) return undefined
      throw error
    }
  }
}

/** @throws ProviderError 404 when nobody has the handle */
export async function didOf(actor: string, { request }: Requests): Promise<string> {
  if (actor.startsWith('did:')) return actor
  const did = await resolverOf({ request })(actor)
  if (did === undefined) throw new ProviderError(ownReason('noHandle'), 404)
  return did
}

/**
 * Fetches a post, to refer to exactly what it says now.
 *
 * @throws ProviderError 404 when there is none
 */
export async function postAt(uri: string, { request }: Requests): Promise<answers.Post> {
  const uris = [await withDid(postUri(uri), { request })]
  const { data } = await request('GET /app.bsky.feed.getPosts', {
    query: { uris },
    schema: answers.postsAnswer,
  })
  const [post] = data.posts
  if (post === undefined) throw new ProviderError(ownReason('noPost'), 404)
  return post
}

/** Several posts are looked up by DIDs only. */
async function withDid(uri: string, { request }: Requests): Promise<string> {
  const [, repo = '', rest = ''] = /^at:\/\/([^/]+)(\/.*)$/.exec(uri) ?? []
  return repo === '' ? uri : `at://${await didOf(repo, { request })}${rest}`
}

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/com/atproto/repo/strongRef.json */
export function referenceTo({ uri, cid }: answers.Post) {
  return { uri, cid }
}

/** A reply names the post it answers and the one the thread began with. */
export function replyTo(parent: answers.Post) {
  return { root: parent.record?.reply?.root ?? referenceTo(parent), parent: referenceTo(parent) }
}

/**
 * Adds a record to the account: a post, a like, a repost, a follow.
 *
 * @param record its fields, without type and time
 */
export async function createRecord(collection: string, record: object, { request }: Requests) {
  const { data: session } = await request('GET /com.atproto.server.getSession', {
    schema: answers.sessionAnswer,
  })
  const { data } = await request('POST /com.atproto.repo.createRecord', {
    json: {
      repo: session.did,
      collection,
      record: { $type: collection, ...record, createdAt: new Date().toISOString() },
    },
    schema: answers.createdAnswer,
  })
  return { uri: data.uri, handle: session.handle }
}

/** The kinds of records that the tools make. */
const OWN_COLLECTIONS = new Set([POST, 'app.bsky.feed.like', 'app.bsky.feed.repost', 'app.bsky.graph.follow'])

/**
 * Deletes a record of the account, or ensures that there is none.
 *
 * @throws ProviderError 400 on an address of another kind, 403 when it is another account's: the service would look
 *   for the key among one's own records, and report success
 */
export async function deleteRecord(uri: string, { request }: Requests): Promise<void> {
  const { data: session } = await request('GET /com.atproto.server.getSession', {
    schema: answers.sessionAnswer,
  })
  const { repo, collection = '', rkey } = AT_URI.exec(postUri(uri))?.groups ?? {}
  if (repo === undefined || rkey === undefined || !OWN_COLLECTIONS.has(collection)) {
    throw new ProviderError(ownReason('notAPostUri'), 400)
  }
  if (repo !== session.did && repo.toLowerCase() !== session.handle.toLowerCase()) {
    throw new ProviderError(ownReason('otherOwner'), 403)
  }
  const json = { repo: session.did, collection, rkey }
  await request('POST /com.atproto.repo.deleteRecord', { json, schema: answers.deletedAnswer })
}
