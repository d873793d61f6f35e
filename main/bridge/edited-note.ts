import type { RunAnswer } from '../tools/run-tool.ts'

type Edited = Extract<RunAnswer, { kind: 'data' }>['edited']

/** What the model is told: names only, for what the person has put in is theirs. */
export function editedSentence(edited: readonly string[]): string {
  return `The person changed these arguments before they allowed the call: ${edited.join(', ')}. The answer is that of the changed call; do not repeat yours.`
}

/**
 * Says beside an answer that the person had changed arguments. The tool's own data stays as it is: what is not an
 * object, or already has a field of that name, is left alone.
 *
 * @param body the answer as its protocol wraps it
 */
export function withEditedNote(body: unknown, edited: Edited): unknown {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  if (edited === undefined || !isObject || 'gatehouse' in body) return body
  return { ...body, gatehouse: { edited, note: editedSentence(edited) } }
}
