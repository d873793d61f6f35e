import { expect, it } from 'vitest'
import type { Translation } from '../../translation.ts'
import { discord } from './discord.ts'
import { gmail } from './gmail.ts'
import { huggingFace } from './hugging-face.ts'
import { openai } from './openai.ts'
import { outlook } from './outlook.ts'
import { slack } from './slack.ts'
import { telegram } from './telegram.ts'
import { zoom } from './zoom.ts'

function asked({ tools }: Translation, tool: string, args: Readonly<Record<string, unknown>>): string {
  const summary = tools[tool]?.summary
  return typeof summary === 'function' ? summary(args) : `no question of ${tool}`
}

it.each([
  [{ to: 'ada@example.com' }, 'E-Mail „Hallo“ an „ada@example.com“ senden'],
  [
    { to: ['ada@example.com', 'bob@example.com'], cc: ['cy@example.com'], bcc: ['di@example.com'] },
    'E-Mail „Hallo“ an „ada@example.com“, „bob@example.com“, Cc „cy@example.com“, Bcc „di@example.com“ senden',
  ],
])('names everybody who gets a mail: %j', (recipients, sentence) => {
  expect(asked(gmail, 'gmail_send_message', { subject: 'Hallo', ...recipients })).toBe(sentence)
  expect(asked(outlook, 'outlook_send_message', { subject: 'Hallo', ...recipients })).toBe(sentence)
})

it('says that a draft goes to nobody yet', () => {
  expect(asked(gmail, 'gmail_create_draft', { subject: 'Hallo' })).toBe(
    'Entwurf „Hallo“ noch ohne Empfänger erstellen',
  )
})

it.each([
  [{ message_ids: ['m1'], add_label_ids: ['A', 'B'] }, 'Labels der Nachricht „m1“ ändern: „A, B“ hinzufügen'],
  [
    { message_ids: ['m1', 'm2'], add_label_ids: ['nothing'], remove_label_ids: ['INBOX'] },
    'Labels von 2 Nachrichten ändern: „nothing“ hinzufügen, „INBOX“ entfernen',
  ],
  [{ message_ids: ['m1'], add_label_ids: [] }, 'Labels der Nachricht „m1“ ändern: nichts'],
])('says of how many mails which labels change: %j', (args, sentence) => {
  expect(asked(gmail, 'gmail_modify_message_labels', args)).toBe(sentence)
})

it.each([
  [true, 'Auf die Nachricht „m1“ allen antworten: „Ja“'],
  [false, 'Auf die Nachricht „m1“ nur der absendenden Person antworten: „Ja“'],
])('does not hide that an answer goes to all: %s', (to_all, sentence) => {
  expect(asked(outlook, 'outlook_reply_message', { message_id: 'm1', body: 'Ja', to_all })).toBe(sentence)
})

it('forwards with and without words above it', () => {
  const args = { message_id: 'm1', to: 'ada@example.com' }
  const sentence = 'Nachricht „m1“ an „ada@example.com“ weiterleiten'
  expect(asked(outlook, 'outlook_send_forward', { ...args, comment: '' })).toBe(sentence)
  expect(asked(outlook, 'outlook_send_forward', { ...args, comment: 'Bitte' })).toBe(`${sentence}: „Bitte“`)
})

it('names every field of a draft that changes, and none that does not', () => {
  const args = { draft_id: 'd1', to: ['ada@example.com'], cc: undefined, body: 'Ja', later: true }
  expect(asked(outlook, 'outlook_update_draft', args)).toBe('Entwurf „d1“ ändern: An, Text und later')
})

it.each([
  [true, 'Nachricht in „c1“ posten und Erwähnte benachrichtigen: „Hallo“'],
  [false, 'Nachricht in „c1“ posten: „Hallo“'],
])('says whether people are pinged: %s', (notify, sentence) => {
  expect(asked(discord, 'discord_send_message', { channel_id: 'c1', content: 'Hallo', notify })).toBe(
    sentence,
  )
})

it.each([
  [undefined, 'Nachricht in „C1“ posten: „Hallo“'],
  ['1.2', 'In einem Thread von „C1“ antworten: „Hallo“'],
])('tells a message in a channel from one in a thread: %s', (thread_ts, sentence) => {
  expect(asked(slack, 'slack_send_message', { channel_id: 'C1', text: 'Hallo', thread_ts })).toBe(sentence)
})

it.each([
  ['photo', 'Foto „f1“ an „@haus“ senden'],
  ['document', 'Dokument „f1“ an „@haus“ senden'],
])('says what kind of file is sent: %s', (kind, sentence) => {
  expect(asked(telegram, 'telegram_send_file', { chat_id: '@haus', kind, file: 'f1' })).toBe(sentence)
})

it.each([
  [true, 'Nachricht „5“ in „@haus“ anheften'],
  [false, 'Nachricht „5“ in „@haus“ nicht mehr anheften'],
])('tells pinning from unpinning: %s', (pinned, sentence) => {
  expect(asked(telegram, 'telegram_set_pinned_message', { chat_id: '@haus', message_id: 5, pinned })).toBe(
    sentence,
  )
})

it.each([
  [undefined, 'Das ganze Meeting „7“ absagen'],
  ['o1', 'Termin „o1“ des Meetings „7“ absagen'],
])('does not cancel a whole series under the name of one date: %s', (occurrence_id, sentence) => {
  expect(asked(zoom, 'zoom_delete_meeting', { meeting_id: '7', occurrence_id })).toBe(sentence)
})

it.each([
  ['model', 'private', 'Privates Modell „m“ erstellen'],
  ['model', 'public', 'Öffentliches Modell „m“ erstellen'],
  ['dataset', 'private', 'Privaten Datensatz „m“ erstellen'],
  ['dataset', 'public', 'Öffentlichen Datensatz „m“ erstellen'],
])('says whether a new %s is %s', (type, visibility, sentence) => {
  expect(asked(huggingFace, 'hugging_face_create_repo', { type, name: 'm', visibility })).toBe(sentence)
})

it.each([
  [['a'], 'Embedding für einen Text mit „m“ erstellen'],
  [['a', 'b'], 'Embeddings für 2 Texte mit „m“ erstellen'],
])('counts the texts that cost money: %j', (input, sentence) => {
  expect(asked(openai, 'openai_create_embedding', { model: 'm', input })).toBe(sentence)
})
