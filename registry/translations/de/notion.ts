import type { NewComment, PageChange } from '../../productivity/notion-announcements.ts'
import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

/** `Seite „…“ wiederherstellen und ändern: title` */
function pageChangeSentence({ page_id, in_trash, ...fields }: PageChange): string {
  const trash =
    in_trash === undefined ? [] : [in_trash ? 'in den Papierkorb verschieben' : 'wiederherstellen']
  const change = Object.keys(fields).length === 0 ? [] : [`ändern: ${changedFields(fields)}`]
  return `Seite ${quote(page_id)} ${[...trash, ...change].join(' und ') || 'ändern'}`
}

function commentSentence({ page_id, block_id, discussion_id, text }: NewComment): string {
  const words = quote(text)
  if (discussion_id !== undefined) return `In der Diskussion ${quote(discussion_id)} antworten: ${words}`
  return `${quote(block_id ?? page_id ?? '')} kommentieren: ${words}`
}

export const notion: Translation = {
  description: 'Seiten, Datenbanken und Kommentare eines Workspace.',
  words: {
    'Personal access token or internal connection token':
      'Persönliches Zugriffstoken oder Token einer internen Verbindung',
    'Database for new pages': 'Datenbank für neue Seiten',
  },
  tools: {
    notion_get_me: {
      description: 'Wem das Token gehört, und der zugehörige Workspace.',
      summary: 'Eigenes Profil abrufen',
    },
    notion_search_pages: {
      description:
        'Sucht Seiten und Datenquellen nach Wörtern im Titel. Ohne Suchwort kommen die zuletzt bearbeiteten zuerst.',
      summary: 'Seiten suchen',
    },
    notion_get_page: { description: 'Die Eigenschaften einer Notion-Seite.', summary: 'Seite abrufen' },
    notion_get_page_markdown: {
      description: 'Der Text einer Notion-Seite als Markdown.',
      summary: 'Text einer Seite lesen',
    },
    notion_list_blocks: {
      description: 'Die Blöcke unmittelbar unter einer Seite oder einem Block, als Markdown.',
      summary: 'Blöcke auflisten',
    },
    notion_get_database: {
      description: 'Eine Datenbank mit ihren Datenquellen, in denen die Zeilen liegen.',
      summary: 'Datenbank abrufen',
    },
    notion_get_data_source: {
      description: 'Die Eigenschaften einer Datenquelle: Namen, Typen, Optionen.',
      summary: 'Datenquelle abrufen',
    },
    notion_query_data_source: {
      description: 'Die Zeilen einer Datenquelle mit ihren Eigenschaften.',
      summary: 'Datenquelle abfragen',
    },
    notion_list_comments: {
      description: 'Die offenen Kommentare zu einer Seite oder einem Block.',
      summary: 'Kommentare auflisten',
    },
    notion_list_users: {
      description: 'Die Personen und Bots des Workspace.',
      summary: 'Personen auflisten',
    },
    notion_create_page: {
      description:
        'Erstellt eine Seite unter einer anderen oder als Zeile einer Datenquelle, sonst als private Seite.',
      summary: ({ title }) => `Seite ${quote(title)} erstellen`,
    },
    notion_update_page: {
      description:
        'Ändert Titel oder Eigenschaften einer Seite, verschiebt sie in den Papierkorb oder stellt sie wieder her.',
      summary: ({ page_id, ...changes }) => pageChangeSentence({ page_id, ...changes }),
    },
    notion_update_page_content: {
      description: 'Ersetzt eine Stelle einer Seite. Die Stelle muss genau einmal vorkommen.',
      summary: ({ page_id, old_text, new_text }) =>
        `Auf der Seite ${quote(page_id)} ersetzen: ${quote(old_text)} durch ${quote(new_text)}`,
    },
    notion_append_blocks: {
      description: 'Fügt Text am Ende einer Seite oder eines Blocks an oder nach einem seiner Blöcke ein.',
      summary: ({ block_id, markdown }) => `In ${quote(block_id)} einfügen: ${quote(markdown)}`,
    },
    notion_create_comment: {
      description: 'Kommentiert eine Seite oder einen Block oder antwortet in einer Diskussion.',
      summary: ({ page_id, block_id, discussion_id, text }) =>
        commentSentence({ page_id, block_id, discussion_id, text }),
    },
  },
}
