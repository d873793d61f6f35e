import type { Translation } from '../../translation.ts'
import { fieldWords } from '../../sentences.ts'
import { changedFields, quote } from './sentences.ts'

interface CardChange {
  readonly card_id: string
  readonly archived?: boolean | undefined
  readonly [field: string]: unknown
}

/** Putting a card away is what a person should see first. */
function changeSentence({ card_id, archived, ...fields }: CardChange): string {
  const card = `Karte ${quote(card_id)}`
  const change = `ändern: ${changedFields(fields)}`
  if (archived === undefined) return `${card} ${change}`
  const first = `${card} ${archived ? 'archivieren' : 'wiederherstellen'}`
  return fieldWords(fields, []).length === 0 ? first : `${first} und ${change}`
}

export const trello: Translation = {
  description: 'Boards, Listen, Karten und Checklisten.',
  words: {
    'API key and token': 'API-Schlüssel und Token',
    'API key': 'API-Schlüssel',
    Token: 'Token',
    'Not the secret: the link “Token” beside the key makes it.':
      'Nicht das Secret: Das Token erzeugt der Link „Token“ neben dem Schlüssel.',
    Board: 'Board',
  },
  tools: {
    trello_get_me: { description: 'Das angemeldete Mitglied.', summary: 'Eigenes Profil abrufen' },
    trello_list_boards: { description: 'Die offenen Boards.', summary: 'Boards auflisten' },
    trello_get_board: {
      description: 'Ein Board mit seinen offenen Listen (Spalten), Labels und Mitgliedern.',
      summary: 'Board abrufen',
    },
    trello_list_cards: {
      description:
        'Die offenen Karten einer Liste oder eines Boards von oben nach unten, ohne Angabe die eigenen.',
      summary: 'Karten auflisten',
    },
    trello_search_cards: {
      description: 'Sucht Karten, auch archivierte. Neue sind manchmal erst nach einer Weile zu finden.',
      summary: 'Karten suchen',
    },
    trello_get_card: {
      description: 'Eine Karte mit Beschreibung, Checklisten, Mitgliedern und Anhängen.',
      summary: 'Karte abrufen',
    },
    trello_list_comments: {
      description: 'Die Kommentare zu einer Karte, die neuesten zuerst.',
      summary: 'Kommentare auflisten',
    },
    trello_create_card: {
      description: 'Erstellt eine Karte in einer Liste.',
      summary: ({ list_id, name }) => `Karte ${quote(name)} in der Liste ${quote(list_id)} erstellen`,
    },
    trello_update_card: {
      description: 'Ändert einzelne Angaben einer Karte, archiviert sie oder stellt sie wieder her.',
      summary: ({ card_id, ...changes }) => changeSentence({ card_id, ...changes }),
    },
    trello_move_card: {
      description: 'Verschiebt eine Karte ans Ende oder an den Anfang einer Liste.',
      summary: ({ card_id, list_id }) => `Karte ${quote(card_id)} in die Liste ${quote(list_id)} verschieben`,
    },
    trello_create_comment: {
      description: 'Kommentiert eine Karte.',
      summary: ({ card_id, text }) => `Karte ${quote(card_id)} kommentieren: ${quote(text)}`,
    },
    trello_create_checklist: {
      description: 'Erstellt eine leere Checkliste auf einer Karte.',
      summary: ({ card_id, name }) => `Checkliste ${quote(name)} auf der Karte ${quote(card_id)} erstellen`,
    },
    trello_add_checklist_item: {
      description: 'Fügt einer Checkliste einen Eintrag hinzu.',
      summary: ({ checklist_id, name }) => `${quote(name)} zur Checkliste ${quote(checklist_id)} hinzufügen`,
    },
    trello_update_checklist_item: {
      description: 'Hakt einen Eintrag einer Checkliste ab, nimmt den Haken zurück oder benennt ihn um.',
      summary: (args) =>
        `Eintrag ${quote(args.item_id)} auf der Karte ${quote(args.card_id)} ändern: ${changedFields(args, 'card_id', 'item_id')}`,
    },
  },
}
