import type { Translation } from '../../translation.ts'
import { embeddingSentence } from './model-words.ts'
import { quote } from './sentences.ts'

export const openai: Translation = {
  description: 'OpenAI-Modelle fragen, Vektorspeicher durchsuchen, Embeddings erstellen.',
  words: { 'API key': 'API-Schlüssel' },
  tools: {
    openai_list_models: {
      description: 'Die Modelle, die dieser Schlüssel benutzen darf, die neuesten zuerst.',
      summary: 'Modelle auflisten',
    },
    openai_get_model: {
      description: 'Ein Modell mit Eigentümer und Abschaltdatum.',
      summary: 'Modell abrufen',
    },
    openai_get_response: {
      description: 'Eine gespeicherte Antwort eines Modells.',
      summary: 'Antwort abrufen',
    },
    openai_count_tokens: {
      description: 'Wie viele Eingabe-Tokens ein Text für ein Modell ergibt.',
      summary: 'Tokens zählen',
    },
    openai_get_moderation: {
      description: 'Ob ein Text schädlich ist und in welchen Kategorien.',
      summary: 'Text auf schädliche Inhalte prüfen',
    },
    openai_list_files: {
      description: 'Die hochgeladenen Dateien, die neuesten zuerst.',
      summary: 'Dateien auflisten',
    },
    openai_list_vector_stores: {
      description: 'Die Vektorspeicher, die neuesten zuerst.',
      summary: 'Vektorspeicher auflisten',
    },
    openai_query_vector_store: {
      description: 'Die Textstellen, die am besten zu einer Suche passen.',
      summary: 'Vektorspeicher durchsuchen',
    },
    openai_create_response: {
      description: 'Fragt ein Modell. Kostet jedes Mal Geld.',
      summary: ({ model, input }) => `OpenAI-Modell ${quote(model)} fragen: ${quote(input)}`,
    },
    openai_create_embedding: {
      description: 'Erstellt Embeddings von Texten. Kostet jedes Mal Geld.',
      summary: ({ model, input }) => embeddingSentence({ model, input }),
    },
  },
}
