import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { postAnswer, sourceAnswer } from './mastodon-answers.ts'

/**
 * What an edit has to repeat: a server takes away whatever is not sent again.
 *
 * @throws ProviderError 400 when the post has a poll, which would lose its votes
 * @see https://docs.joinmastodon.org/methods/statuses/#edit
 */
export async function keptInEdit(id: string, { request }: Pick<ToolContext, 'request'>) {
  const [{ data: post }, { data: source }] = await Promise.all([
    request('GET /api/v1/statuses/{id}', { path: { id }, schema: postAnswer }),
    request('GET /api/v1/statuses/{id}/source', { path: { id }, schema: sourceAnswer }),
  ])
  if (post.poll) throw new ProviderError(ownReason('pollEdited'), 400)
  const media = post.media_attachments?.map((attachment) => attachment.id) ?? []
  return {
    spoiler_text: source.spoiler_text ?? undefined,
    sensitive: post.sensitive ?? undefined,
    language: post.language ?? undefined,
    ...(media.length > 0 && { media_ids: media }),
  }
}

/**
 * Who may see the answer to a post that not everybody may see: no more people than that. A server would publish it
 * to whom the account usually writes.
 *
 * @returns undefined where the account's own setting goes no further
 */
export async function replyVisibility(id: string, { request }: Pick<ToolContext, 'request'>) {
  const { data } = await request('GET /api/v1/statuses/{id}', { path: { id }, schema: postAnswer })
  const { visibility } = data
  return visibility === 'private' || visibility === 'direct' ? visibility : undefined
}

/**
 * A key that the same post always has, so that a server takes a repeat for the one it knows.
 *
 * @param fields what will be posted
 * @returns SHA-256 in hexadecimal
 */
export async function idempotencyKey(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(fields)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
