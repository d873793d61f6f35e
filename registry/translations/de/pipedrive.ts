import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const pipedrive: Translation = {
  description: 'Deals, Personen, Aktivitäten und Notizen.',
  words: {
    'API token': 'API-Token',
    'Pipeline for new deals': 'Pipeline für neue Deals',
  },
  tools: {
    pipedrive_get_users: {
      description: 'Alle im Unternehmen, auch die angemeldete Person.',
      summary: 'Benutzer auflisten',
    },
    pipedrive_search_items: {
      description: 'Sucht Deals, Personen und Organisationen.',
      summary: 'Deals, Personen und Organisationen suchen',
    },
    pipedrive_list_deals: {
      description:
        'Deals, wahlweise nach Status, Pipeline, Phase, zuständiger Person, Person und Organisation, die zuletzt geänderten zuerst.',
      summary: 'Deals auflisten',
    },
    pipedrive_get_deal: { description: 'Ein einzelner Deal.', summary: 'Deal abrufen' },
    pipedrive_list_persons: {
      description: 'Personen mit E-Mail-Adressen und Telefonnummern, die zuletzt geänderten zuerst.',
      summary: 'Personen auflisten',
    },
    pipedrive_list_activities: {
      description:
        'Aktivitäten, offene wie erledigte, wahlweise nach zuständiger Person, Deal, Person und Organisation, nach Fälligkeit geordnet.',
      summary: 'Aktivitäten auflisten',
    },
    pipedrive_list_notes: {
      description: 'Notizen, wahlweise nach Deal, Person und Organisation, die neuesten zuerst.',
      summary: 'Notizen auflisten',
    },
    pipedrive_list_pipelines: { description: 'Die Pipelines.', summary: 'Pipelines auflisten' },
    pipedrive_list_stages: {
      description: 'Die Phasen einer Pipeline oder aller.',
      summary: 'Phasen auflisten',
    },
    pipedrive_create_deal: {
      description: 'Erstellt einen Deal.',
      summary: ({ title }) => `Deal ${quote(title)} erstellen`,
    },
    pipedrive_update_deal: {
      description: 'Ändert einzelne Angaben eines Deals, etwa seine Phase.',
      summary: (args) => `Deal ${quote(args.deal_id)} ändern: ${changedFields(args, 'deal_id')}`,
    },
    pipedrive_create_person: {
      description: 'Erstellt eine Person, auch wenn es sie schon gibt.',
      summary: ({ name }) => `Person ${quote(name)} erstellen`,
    },
    pipedrive_create_activity: {
      description: 'Plant eine Aktivität.',
      summary: ({ subject, due_date }) =>
        `Aktivität ${quote(subject)}${due_date ? ` für ${quote(due_date)}` : ''} planen`,
    },
    pipedrive_update_activity: {
      description: 'Ändert einzelne Angaben einer Aktivität oder markiert sie als erledigt.',
      summary: (args) => `Aktivität ${quote(args.activity_id)} ändern: ${changedFields(args, 'activity_id')}`,
    },
    pipedrive_create_note: {
      description: 'Fügt einem Deal, einer Person oder einer Organisation eine Notiz hinzu.',
      summary: ({ body }) => `Notiz ${quote(body)} hinzufügen`,
    },
  },
}
