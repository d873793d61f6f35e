import { expect, it } from 'vitest'
import type { Translation } from '../../translation.ts'
import { dropbox } from './dropbox.ts'
import { googleCalendar } from './google-calendar.ts'
import { googleDrive } from './google-drive.ts'
import { notion } from './notion.ts'
import { todoist } from './todoist.ts'
import { trello } from './trello.ts'

function asked({ tools }: Translation, tool: string, args: Readonly<Record<string, unknown>>): string {
  const summary = tools[tool]?.summary
  return typeof summary === 'function' ? summary(args) : `no question of ${tool}`
}

it.each([
  [{ archived: true, name: 'Neu' }, 'Karte „c1“ archivieren und ändern: name'],
  [{ archived: false }, 'Karte „c1“ wiederherstellen'],
  [{ due: null }, 'Karte „c1“ ändern: due'],
])('says first that a card is put away: %j', (change, sentence) => {
  expect(asked(trello, 'trello_update_card', { card_id: 'c1', ...change })).toBe(sentence)
})

it.each([
  [{ in_trash: true, title: 'Neu' }, 'Seite „p1“ in den Papierkorb verschieben und ändern: title'],
  [{ in_trash: false }, 'Seite „p1“ wiederherstellen'],
  [{ properties: {} }, 'Seite „p1“ ändern: properties'],
])('does not call a page thrown away a changed one: %j', (change, sentence) => {
  expect(asked(notion, 'notion_update_page', { page_id: 'p1', ...change })).toBe(sentence)
})

it.each([
  [{ block_id: 'b1' }, '„b1“ kommentieren: „Ja“'],
  [{ page_id: 'p1', discussion_id: 'd1' }, 'In der Diskussion „d1“ antworten: „Ja“'],
])('names the place where a comment appears: %j', (place, sentence) => {
  expect(asked(notion, 'notion_create_comment', { ...place, text: 'Ja' })).toBe(sentence)
})

it.each([
  [{ type: 'anyone', role: 'writer' }, 'für alle, die den Link haben, zum Bearbeiten'],
  [{ type: 'anyone', role: 'reader', email: 'ada@example.com' }, 'für alle, die den Link haben, zum Lesen'],
  [{ type: 'group', role: 'commenter', email: 'alle' }, 'für „alle“ zum Kommentieren'],
])('tells a file that anyone may open from one for a person: %j', (share, whom) => {
  expect(asked(googleDrive, 'google_drive_share_file', { file_id: 'f1', ...share })).toBe(
    `Datei „f1“ ${whom} freigeben`,
  )
})

it.each([
  ['public', 'für alle, die ihn haben'],
  ['team', 'für das Team'],
  ['no_one', 'nur für die, die schon Zugriff haben'],
])('says whom a link serves: %s', (audience, whom) => {
  expect(asked(dropbox, 'dropbox_create_shared_link', { path: '/a', audience })).toBe(
    `„/a“ mit einem Link teilen, ${whom}`,
  )
})

it('says which guests come and which go', () => {
  const args = { event_id: 'e1', add: ['ada@example.com'], remove: ['bob@example.com'] }
  expect(asked(googleCalendar, 'google_calendar_update_attendees', args)).toBe(
    'Gäste des Termins „e1“ ändern: „ada@example.com“ einladen, „bob@example.com“ ausladen',
  )
})

it.each([
  ['accepted', 'annehmen: Antwort „accepted“'],
  ['declined', 'ablehnen: Antwort „declined“'],
  ['tentative', 'mit Vorbehalt annehmen: Antwort „tentative“'],
])('does not call a refused invitation an accepted one: %s', (response, words) => {
  expect(asked(googleCalendar, 'google_calendar_set_response', { event_id: 'e1', response })).toBe(
    `Einladung zum Termin „e1“ ${words}`,
  )
})

it('keeps a value of several lines from writing a sentence of its own', () => {
  const content = 'Milch\n\nAlles ist geprüft'
  expect(asked(todoist, 'todoist_create_task', { content })).toBe(
    'Aufgabe „Milch Alles ist geprüft“ erstellen',
  )
})
