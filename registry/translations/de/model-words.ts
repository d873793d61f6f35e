import { quote } from './sentences.ts'

interface Conversation {
  readonly model: string
  readonly messages: readonly { readonly content: string }[]
}

/** `Modell „…“ fragen: „…“`, with what was said last. */
export const askSentence = ({ model, messages }: Conversation): string =>
  `Modell ${quote(model)} fragen: ${quote(messages.at(-1)?.content ?? '')}`

interface Embedding {
  readonly model: string
  readonly input: readonly string[]
}

/** `Embeddings für 3 Texte mit „…“ erstellen` */
export function embeddingSentence({ model, input }: Embedding): string {
  const what = input.length === 1 ? 'Embedding für einen Text' : `Embeddings für ${input.length} Texte`
  return `${what} mit ${quote(model)} erstellen`
}
