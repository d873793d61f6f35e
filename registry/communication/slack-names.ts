import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { nameOf, userAnswer, type Names } from './slack-answers.ts'

/** One request each: beyond this, ids stay ids. */
const MOST_LOOKUPS = 15

/**
 * Looks up what people are called, for a page of messages or conversations.
 *
 * @param ids may repeat; undefined ones are skipped
 * @returns names by id; who cannot be looked up is absent
 * @see https://docs.slack.dev/reference/methods/users.info
 */
export async function namesOf(
  ids: readonly (string | null | undefined)[],
  { request }: Pick<ToolContext, 'request'>,
): Promise<Names> {
  const known = new Set(ids.filter((id) => typeof id === 'string').filter(Boolean))
  const people = [...known].slice(0, MOST_LOOKUPS)
  const names = await Promise.all(people.map((user) => lookUp(user, request)))
  return new Map(people.flatMap((user, index) => (names[index] ? [[user, names[index]] as const] : [])))
}

/** A missing scope or a stranger's id must not cost the messages themselves. */
async function lookUp(user: string, request: ToolContext['request']): Promise<string | undefined> {
  try {
    const { data } = await request('GET /users.info', { query: { user }, schema: userAnswer })
    return nameOf(data.user)
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}
