import type { Translation } from '../../translation.ts'
import { askSentence } from './model-words.ts'
import { quote } from './sentences.ts'

/** A new repository, by what it holds and who sees it. */
const NEW = {
  model: { private: 'Privates Modell', public: 'Öffentliches Modell' },
  dataset: { private: 'Privaten Datensatz', public: 'Öffentlichen Datensatz' },
}

interface NewRepository {
  readonly type: keyof typeof NEW
  readonly name: string
  readonly visibility: 'private' | 'public'
}

const creationSentence = ({ type, name, visibility }: NewRepository): string =>
  `${NEW[type][visibility]} ${quote(name)} erstellen`

export const huggingFace: Translation = {
  description: 'Modelle, Datensätze, Spaces und Paper; offene Modelle fragen.',
  words: {
    'Sign you in': 'Anmelden',
    'See your username and public profile': 'Den eigenen Benutzernamen und das öffentliche Profil sehen',
    'Read your own repositories, also private ones': 'Die eigenen Repositorys lesen, auch private',
    'Read gated repositories you were let into':
      'Zugangsbeschränkte Repositorys lesen, die für das Konto freigegeben sind',
    'Create repositories, and change those': 'Repositorys erstellen und diese ändern',
    'Ask models, on your inference credits': 'Modelle fragen, auf Kosten des eigenen Inference-Guthabens',
    'User access token': 'Persönliches Zugriffstoken',
  },
  tools: {
    hugging_face_search_models: { description: 'Sucht Modelle auf dem Hub.', summary: 'Modelle suchen' },
    hugging_face_search_datasets: {
      description: 'Sucht Datensätze auf dem Hub.',
      summary: 'Datensätze suchen',
    },
    hugging_face_search_spaces: {
      description: 'Sucht Spaces (Demo-Apps) auf dem Hub.',
      summary: 'Spaces suchen',
    },
    hugging_face_get_repo: {
      description: 'Ein Modell, Datensatz oder Space: Zahlen, Tags, Dateien.',
      summary: 'Repository abrufen',
    },
    hugging_face_get_folder: {
      description: 'Was in einem Ordner eines Repositorys liegt.',
      summary: 'Ordner abrufen',
    },
    hugging_face_get_file: { description: 'Der Inhalt einer Textdatei.', summary: 'Datei lesen' },
    hugging_face_find_papers: {
      description: 'Sucht Paper zu einem Thema, die besten Treffer zuerst.',
      summary: 'Paper suchen',
    },
    hugging_face_get_paper: { description: 'Der Text eines Papers als Markdown.', summary: 'Paper lesen' },
    hugging_face_create_repo: {
      description: 'Erstellt ein leeres Repository für ein Modell oder einen Datensatz.',
      summary: ({ type, name, visibility }) => creationSentence({ type, name, visibility }),
    },
    hugging_face_create_chat_completion: {
      description: 'Fragt ein offenes Modell. Verbraucht jedes Mal Guthaben.',
      summary: ({ model, messages }) => askSentence({ model, messages }),
    },
  },
}
