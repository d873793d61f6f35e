import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const zoom: Translation = {
  description: 'Meetings, Teilnehmende, Aufzeichnungen und Transkripte.',
  words: {
    'Server-to-Server OAuth app': 'App vom Typ „Server-to-Server OAuth“',
    'Account ID': 'Konto-ID (Account ID)',
    'Client ID': 'Client-ID',
    'Client secret': 'Client-Secret',
    'Web address': 'Webadresse',
    'As your meeting links begin. Transcripts are downloaded from there.':
      'Der Anfang der eigenen Meeting-Links. Von dort werden Transkripte heruntergeladen.',
  },
  tools: {
    zoom_get_user: {
      description: 'Die angemeldete oder eine andere Person des Kontos: Name, Lizenz, Zeitzone.',
      summary: 'Person abrufen',
    },
    zoom_list_users: {
      description: 'Die Personen des Kontos. Das geht nur mit einer App vom Typ „Server-to-Server OAuth“.',
      summary: 'Personen auflisten',
    },
    zoom_list_meetings: {
      description: 'Die Meetings, bei denen eine Person Host ist.',
      summary: 'Meetings auflisten',
    },
    zoom_get_meeting: {
      description: 'Ein Meeting: Link, Kenncode, Agenda, Einstellungen, Termine einer Serie.',
      summary: 'Meeting abrufen',
    },
    zoom_list_participants: {
      description:
        'Wer wann in einem vergangenen Meeting war. E-Mail-Adressen von außerhalb fehlen meistens.',
      summary: 'Teilnehmende auflisten',
    },
    zoom_list_recordings: {
      description: 'Cloud-Aufzeichnungen aus höchstens einem Monat, sonst aus den letzten 30 Tagen.',
      summary: 'Aufzeichnungen auflisten',
    },
    zoom_get_recording: {
      description: 'Die aufgezeichneten Dateien eines Meetings mit Links zum Ansehen.',
      summary: 'Aufzeichnung abrufen',
    },
    zoom_get_transcript: {
      description: 'Was in einem vergangenen Meeting gesagt wurde.',
      summary: 'Transkript lesen',
    },
    zoom_get_summary: {
      description: 'Die KI-Zusammenfassung eines vergangenen Meetings.',
      summary: 'Zusammenfassung lesen',
    },
    zoom_create_meeting: {
      description: 'Plant ein Meeting oder startet sofort eines. Eingeladen wird niemand.',
      summary: ({ topic, start_time }) =>
        start_time === undefined
          ? `Meeting ${quote(topic)} sofort starten`
          : `Meeting ${quote(topic)} für ${quote(start_time)} planen`,
    },
    zoom_update_meeting: {
      description: 'Ändert einzelne Angaben eines Meetings oder eines Termins einer Serie.',
      summary: (args) =>
        `Meeting ${quote(args.meeting_id)} ändern: ${changedFields(args, 'meeting_id', 'occurrence_id')}`,
    },
    zoom_delete_meeting: {
      description: 'Sagt ein Meeting ganz ab oder einen Termin einer Serie.',
      summary: ({ meeting_id, occurrence_id }) =>
        occurrence_id === undefined
          ? `Das ganze Meeting ${quote(meeting_id)} absagen`
          : `Termin ${quote(occurrence_id)} des Meetings ${quote(meeting_id)} absagen`,
    },
  },
}
