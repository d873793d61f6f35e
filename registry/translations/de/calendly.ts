import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

export const calendly: Translation = {
  description: 'Meetings, Buchungslinks und freie Zeiten.',
  words: {
    'Personal access token': 'Persönliches Zugriffstoken',
    'Event type': 'Ereignistyp',
  },
  tools: {
    calendly_get_user: {
      description: 'Die angemeldete Person mit Zeitzone und Buchungsseite.',
      summary: 'Eigenes Profil abrufen',
    },
    calendly_list_members: {
      description: 'Die Personen der Organisation.',
      summary: 'Mitglieder auflisten',
    },
    calendly_list_event_types: {
      description: 'Die Ereignistypen, die sich buchen lassen, mit ihren Links.',
      summary: 'Ereignistypen auflisten',
    },
    calendly_get_event_type: {
      description: 'Ein Ereignistyp mit Beschreibung und Fragen.',
      summary: 'Ereignistyp abrufen',
    },
    calendly_get_available_times: {
      description: 'Künftige freie Zeiten eines Ereignistyps, für höchstens 31 Tage.',
      summary: 'Freie Zeiten abrufen',
    },
    calendly_get_busy_times: {
      description: 'Künftige belegte Zeiten einer Person, für höchstens 7 Tage.',
      summary: 'Belegte Zeiten abrufen',
    },
    calendly_list_events: {
      description:
        'Gebuchte Meetings, die spätesten zuerst; ab einem gegebenen Zeitpunkt die frühesten zuerst.',
      summary: 'Meetings auflisten',
    },
    calendly_get_event: { description: 'Ein einzelnes gebuchtes Meeting.', summary: 'Meeting abrufen' },
    calendly_list_invitees: {
      description: 'Die Personen, die ein Meeting gebucht haben, und ihre Antworten.',
      summary: 'Eingeladene Personen auflisten',
    },
    calendly_create_scheduling_link: {
      description: 'Erstellt einen Link, mit dem sich genau ein Meeting buchen lässt.',
      summary: ({ event_type_uri }) =>
        `Link für eine einzige Buchung des Ereignistyps ${quote(event_type_uri)} erstellen`,
    },
    calendly_mark_no_show: {
      description:
        'Markiert eine eingeladene Person als nicht erschienen. In Calendly lässt sich das zurücknehmen.',
      summary: ({ invitee_uri }) => `Eingeladene Person ${quote(invitee_uri)} als nicht erschienen markieren`,
    },
    calendly_cancel_event: {
      description: 'Sagt ein Meeting ab. Calendly benachrichtigt die eingeladenen Personen.',
      summary: ({ event_uri, reason }) =>
        `Meeting ${quote(event_uri)} absagen${reason ? `, Grund: ${quote(reason)}` : ''}`,
    },
  },
}
