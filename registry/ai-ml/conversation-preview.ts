import type { MessagePreview } from '../preview.ts'

interface Conversation {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly system?: string | undefined
}

/** All that a model is given to read; who says what is named as soon as there is more than a question. */
export function conversationPreview({ model: place, messages, system }: Conversation): MessagePreview {
  const said = [...(system === undefined ? [] : [{ role: 'system', content: system }]), ...messages]
  const [only, ...others] = said
  if (only?.role === 'user' && others.length === 0) return { kind: 'message', place, text: only.content }
  return { kind: 'message', place, text: said.map(({ role, content }) => `${role}: ${content}`).join('\n\n') }
}

interface Question {
  readonly input: string
  readonly instructions?: string | undefined
}

/** A question as a model or an agent reads it. */
export function questionPreview(place: string, { input: content, instructions: system }: Question) {
  return conversationPreview({ model: place, messages: [{ role: 'user', content }], system })
}
