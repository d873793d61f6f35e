import type { Translation } from '../../translation.ts'
import { askSentence } from './model-words.ts'
import { quote } from './sentences.ts'

export const anthropic: Translation = {
  description: 'Claude-Modelle fragen, Tokens zählen, Nachrichten-Batches verfolgen.',
  words: { 'API key': 'API-Schlüssel' },
  tools: {
    anthropic_list_models: {
      description: 'Die Modelle, die dieser Schlüssel benutzen darf, die neuesten zuerst.',
      summary: 'Modelle auflisten',
    },
    anthropic_get_model: {
      description: 'Ein Modell und wie viele Tokens es höchstens annimmt und ausgibt.',
      summary: 'Modell abrufen',
    },
    anthropic_count_tokens: {
      description: 'Wie viele Eingabe-Tokens eine Unterhaltung für ein Modell ergibt. Kostenlos.',
      summary: 'Tokens zählen',
    },
    anthropic_list_message_batches: {
      description: 'Die Nachrichten-Batches und wie weit sie sind, die neuesten zuerst.',
      summary: 'Nachrichten-Batches auflisten',
    },
    anthropic_get_message_batch: {
      description: 'Ein Nachrichten-Batch und wie weit er ist.',
      summary: 'Nachrichten-Batch abrufen',
    },
    anthropic_create_message: {
      description: 'Fragt ein Claude-Modell. Kostet jedes Mal Geld.',
      summary: ({ model, messages }) => askSentence({ model, messages }),
    },
    anthropic_cancel_message_batch: {
      description: 'Bricht einen Nachrichten-Batch ab. Was schon fertig ist, bleibt.',
      summary: ({ batch_id }) => `Nachrichten-Batch ${quote(batch_id)} abbrechen`,
    },
  },
}
