import type { Translation } from '../../translation.ts'
import { PRIMARY } from '../../productivity/google-calendar.ts'
import { googleWords } from './google-words.ts'
import { changedFields, quote } from './sentences.ts'

/** What an answer does; the value itself is said beside it. */
const ANSWERS = { accepted: 'annehmen', declined: 'ablehnen', tentative: 'mit Vorbehalt annehmen' }

const answerWords = (response: keyof typeof ANSWERS): string => ANSWERS[response]

const people = (emails: readonly string[]): string => quote(emails.join(', '))

export const googleCalendar: Translation = {
  description: 'Kalender, Termine, Einladungen und freie Zeiten.',
  words: {
    ...googleWords,
    'Read, create, change and delete events': 'Termine lesen, erstellen, ändern und löschen',
    'See your calendars, and when people are busy':
      'Die eigenen Kalender sehen, und wann andere beschäftigt sind',
    'Calendar for new events': 'Kalender für neue Termine',
  },
  tools: {
    google_calendar_list_calendars: {
      description: 'Die Kalender mit Zugriffsrecht und Zeitzone.',
      summary: 'Kalender auflisten',
    },
    google_calendar_list_events: {
      description: 'Termine ab einem Zeitpunkt, die frühesten zuerst.',
      summary: 'Termine auflisten',
    },
    google_calendar_get_event: { description: 'Ein einzelner Termin.', summary: 'Termin abrufen' },
    google_calendar_query_freebusy: {
      description: 'Wann Kalender belegt oder Personen beschäftigt sind.',
      summary: 'Belegte Zeiten abfragen',
    },
    google_calendar_create_event: {
      description: 'Erstellt einen Termin. Gäste bekommen eine E-Mail.',
      summary: ({ title, start, attendees = [] }) => {
        const invites = attendees.length === 0 ? '' : ` und ${people(attendees)} einladen`
        return `Termin ${quote(title)} mit Beginn ${quote(start)} erstellen${invites}`
      },
    },
    google_calendar_create_event_from_text: {
      description: 'Erstellt einen Termin aus einem Satz wie „Mittagessen morgen um 12:30“.',
      summary: ({ text }) => `Termin aus dem Satz ${quote(text)} erstellen`,
    },
    google_calendar_update_event: {
      description:
        'Ändert einzelne Angaben eines Termins oder einer Terminserie und benachrichtigt die Gäste.',
      summary: (args) =>
        `Termin ${quote(args.event_id)} ändern: ${changedFields(args, 'calendar_id', 'event_id')}`,
    },
    google_calendar_update_attendees: {
      description: 'Lädt Gäste per E-Mail ein oder wieder aus.',
      summary: ({ event_id, add = [], remove = [] }) => {
        const invited = add.length === 0 ? [] : [`${people(add)} einladen`]
        const removed = remove.length === 0 ? [] : [`${people(remove)} ausladen`]
        const changes = [...invited, ...removed].join(', ') || 'nichts'
        return `Gäste des Termins ${quote(event_id)} ändern: ${changes}`
      },
    },
    google_calendar_set_response: {
      description: 'Beantwortet eine Einladung, auf Wunsch mit einem Text.',
      summary: ({ event_id, response }) =>
        `Einladung zum Termin ${quote(event_id)} ${answerWords(response)}: Antwort ${quote(response)}`,
    },
    google_calendar_move_event: {
      description: 'Verschiebt einen Termin in einen anderen Kalender.',
      summary: ({ event_id, destination_calendar_id }) =>
        `Termin ${quote(event_id)} in den Kalender ${quote(destination_calendar_id)} verschieben`,
    },
    google_calendar_delete_event: {
      description: 'Löscht einen Termin oder eine Terminserie und benachrichtigt die Gäste.',
      summary: ({ calendar_id = PRIMARY, event_id }) =>
        `Termin ${quote(event_id)} aus dem Kalender ${quote(calendar_id)} löschen`,
    },
  },
}
