import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

interface TagChanges {
  readonly list_id: string
  readonly member: string
  readonly add: readonly string[] | undefined
  readonly remove: readonly string[] | undefined
}

function tagSentence({ list_id, member, add = [], remove = [] }: TagChanges): string {
  const changes = [...add.map((name) => `+${name}`), ...remove.map((name) => `−${name}`)]
  return `Tags von ${quote(member)} in der Zielgruppe ${quote(list_id)} ändern: ${quote(changes.join(' '))}`
}

interface Mailing {
  readonly campaign_id: string
  readonly subject: string
}

const campaignWords = ({ campaign_id, subject }: Mailing): string =>
  `Kampagne ${quote(subject)} (${quote(campaign_id)})`

interface Schedule extends Mailing {
  readonly send_at: string | null
}

const scheduleSentence = ({ send_at, ...mailing }: Schedule): string =>
  send_at === null
    ? `Geplanten Versand der ${campaignWords(mailing)} absagen`
    : `${campaignWords(mailing)} zum Zeitpunkt ${quote(send_at)} an alle ihre Empfänger senden`

function testSentence(campaignId: string, to: readonly string[]): string {
  const addresses = to.map((address) => quote(address)).join(', ')
  return `Test der Kampagne ${quote(campaignId)} an ${addresses} senden`
}

export const mailchimp: Translation = {
  description: 'Zielgruppen, Kontakte, Kampagnen und ihre Berichte.',
  words: {
    'API key': 'API-Schlüssel',
    'With the dash and the data center at its end': 'Samt Bindestrich und Rechenzentrum am Ende',
    Audience: 'Zielgruppe',
  },
  tools: {
    mailchimp_list_audiences: { description: 'Die Zielgruppen.', summary: 'Zielgruppen auflisten' },
    mailchimp_find_members: {
      description: 'Sucht Kontakte nach E-Mail-Adresse oder Name, die besten Treffer zuerst.',
      summary: 'Kontakte suchen',
    },
    mailchimp_list_members: {
      description: 'Die Kontakte einer Zielgruppe, die zuletzt geänderten zuerst.',
      summary: 'Kontakte auflisten',
    },
    mailchimp_get_member: {
      description: 'Ein Kontakt mit Merge-Feldern, Tags, Raten und der letzten Notiz.',
      summary: 'Kontakt abrufen',
    },
    mailchimp_list_segments: {
      description: 'Die Tags und gespeicherten Segmente einer Zielgruppe.',
      summary: 'Tags und Segmente auflisten',
    },
    mailchimp_list_campaigns: {
      description: 'Die Kampagnen, die neuesten zuerst.',
      summary: 'Kampagnen auflisten',
    },
    mailchimp_get_campaign: {
      description: 'Eine Kampagne mit dem Text ihrer E-Mail.',
      summary: 'Kampagne abrufen',
    },
    mailchimp_get_campaign_report: {
      description: 'Öffnungen, Klicks, Bounces und Abmeldungen einer gesendeten Kampagne.',
      summary: 'Bericht einer Kampagne abrufen',
    },
    mailchimp_upsert_member: {
      description: 'Nimmt einen Kontakt auf oder ändert einzelne Angaben eines vorhandenen.',
      summary: (args) =>
        `Kontakt ${quote(args.email)} in die Zielgruppe ${quote(args.list_id)} aufnehmen oder dort ändern: ${changedFields(args, 'list_id', 'email')}`,
    },
    mailchimp_update_member_tags: {
      description: 'Fügt einem Kontakt Tags hinzu oder entfernt sie.',
      summary: ({ list_id, member, add, remove }) => tagSentence({ list_id, member, add, remove }),
    },
    mailchimp_create_campaign: {
      description: 'Entwirft eine Kampagne, noch ohne Inhalt.',
      summary: ({ subject, list_id }) =>
        `Kampagne ${quote(subject)} für die Zielgruppe ${quote(list_id)} entwerfen`,
      previewWords: (words) => words.replace(/^Audience /, 'Zielgruppe ').replace(', segment ', ', Segment '),
    },
    mailchimp_set_campaign_content: {
      description: 'Ersetzt die E-Mail einer entworfenen Kampagne.',
      summary: ({ campaign_id }) => `Inhalt der Kampagne ${quote(campaign_id)} ersetzen`,
    },
    mailchimp_send_test_mail: {
      description: 'Sendet eine entworfene Kampagne zum Testen an einige Adressen.',
      summary: ({ campaign_id, to }) => testSentence(campaign_id, to),
    },
    mailchimp_set_campaign_schedule: {
      description:
        'Legt fest, wann eine Kampagne an alle ihre Empfänger geht, oder sagt den geplanten Versand ab.',
      summary: ({ campaign_id, subject, send_at }) => scheduleSentence({ campaign_id, subject, send_at }),
    },
    mailchimp_send_campaign: {
      description:
        'Sendet eine Kampagne jetzt an alle ihre Empfänger. Das lässt sich nicht rückgängig machen.',
      summary: ({ campaign_id, subject }) =>
        `${campaignWords({ campaign_id, subject })} jetzt an alle ihre Empfänger senden`,
    },
  },
}
