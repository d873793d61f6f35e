import type { Translation } from '../../translation.ts'
import { embeddingSentence } from './model-words.ts'
import { quote } from './sentences.ts'

export const mistral: Translation = {
  description: 'Mistral-Modelle und -Agenten fragen, Dokumente lesen, Embeddings erstellen.',
  words: { 'API key': 'API-Schlüssel' },
  tools: {
    mistral_list_models: {
      description: 'Die Modelle, die dieser Schlüssel benutzen darf, und was sie können.',
      summary: 'Modelle auflisten',
    },
    mistral_list_agents: { description: 'Die Agenten des Kontos.', summary: 'Agenten auflisten' },
    mistral_list_libraries: {
      description: 'Die Bibliotheken mit Dokumenten.',
      summary: 'Bibliotheken auflisten',
    },
    mistral_list_documents: {
      description: 'Die Dokumente einer Bibliothek mit ihren Zusammenfassungen, die neuesten zuerst.',
      summary: 'Dokumente auflisten',
    },
    mistral_read_document: {
      description: 'Der Text eines Dokuments aus einer Bibliothek.',
      summary: 'Dokument lesen',
    },
    mistral_get_moderation: {
      description: 'Ob ein Text schädlich ist und in welchen Kategorien.',
      summary: 'Text auf schädliche Inhalte prüfen',
    },
    mistral_create_completion: {
      description: 'Fragt ein Modell. Kostet jedes Mal Geld.',
      summary: ({ model, input }) => `Mistral-Modell ${quote(model)} fragen: ${quote(input)}`,
    },
    mistral_create_agent_completion: {
      description: 'Fragt einen Agenten. Kostet jedes Mal Geld.',
      summary: ({ agent_id, input }) => `Mistral-Agenten ${quote(agent_id)} fragen: ${quote(input)}`,
    },
    mistral_create_ocr: {
      description:
        'Liest den Text eines PDFs oder anderen Dokuments im Web, als Markdown. Jede Seite kostet Geld.',
      summary: ({ document_url }) => `${quote(document_url)} von Mistral lesen lassen`,
    },
    mistral_create_embedding: {
      description: 'Erstellt Embeddings von Texten. Kostet jedes Mal Geld.',
      summary: ({ model, input }) => embeddingSentence({ model, input }),
    },
  },
}
