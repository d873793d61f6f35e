import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import type { ToolContext } from '../tool-context.ts'
import { memberIdAnswer } from './mailchimp-answers.ts'

interface TagChanges {
  readonly list_id: string
  readonly member: string
  readonly add?: readonly string[] | undefined
  readonly remove?: readonly string[] | undefined
}

/** Mailchimp takes the address itself, or an id, where it names the MD5 hash of the address in lower case. */
export function memberPath(list_id: string, member: string) {
  return { list_id, subscriber_hash: member.toLowerCase() }
}

export function tagSentence({ list_id, member, add = [], remove = [] }: TagChanges): string {
  const changes = [...add.map((name) => `+${name}`), ...remove.map((name) => `−${name}`)]
  return `Change the tags of ${quote(member)} in the audience ${quote(list_id)}: ${quote(changes.join(' '))}`
}

/** @throws ProviderError 400 when there is nothing to change */
export async function changeTags(
  request: ToolContext['request'],
  { list_id, member, add = [], remove = [] }: TagChanges,
) {
  const added = add.map((name) => ({ name, status: 'active' }))
  const removed = remove.map((name) => ({ name, status: 'inactive' }))
  const tags = [...added, ...removed]
  if (tags.length === 0) throw new ProviderError(ownReason('noTag'), 400)
  // Tags are the one place that takes the hash alone.
  const { data } = await request('GET /lists/{list_id}/members/{subscriber_hash}', {
    path: memberPath(list_id, member),
    query: { fields: 'id' },
    schema: memberIdAnswer,
  })
  const path = { list_id, subscriber_hash: data.id }
  const options = { path, json: { tags }, schema: z.unknown() }
  await request('POST /lists/{list_id}/members/{subscriber_hash}/tags', options)
  return { id: data.id, added: add, removed: remove }
}
