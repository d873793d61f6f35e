import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const hubspot: Translation = {
  description: 'Kontakte, Unternehmen, Deals, Notizen und Aufgaben.',
  words: {
    'Service key or private app token': 'Service-Schlüssel oder Token einer privaten App',
    'See which HubSpot account this is': 'Sehen, um welches HubSpot-Konto es geht',
    'Read contacts, notes and tasks': 'Kontakte, Notizen und Aufgaben lesen',
    'Create and change contacts, notes and tasks': 'Kontakte, Notizen und Aufgaben erstellen und ändern',
    'Read companies': 'Unternehmen lesen',
    'Read deals and pipelines': 'Deals und Pipelines lesen',
    'Create and change deals': 'Deals erstellen und ändern',
    'See who owns a record': 'Sehen, wer für einen Datensatz zuständig ist',
    'Owner of new records': 'Zuständige Person für neue Datensätze',
  },
  tools: {
    hubspot_search_contacts: {
      description:
        'Sucht Kontakte nach Name, E-Mail-Adresse, Telefonnummer oder Unternehmen, die zuletzt geänderten zuerst.',
      summary: 'Kontakte suchen',
    },
    hubspot_get_contact: {
      description: 'Ein Kontakt und die Unternehmen und Deals, zu denen er gehört.',
      summary: 'Kontakt abrufen',
    },
    hubspot_search_companies: {
      description: 'Sucht Unternehmen nach Name, Domain oder Telefonnummer, die zuletzt geänderten zuerst.',
      summary: 'Unternehmen suchen',
    },
    hubspot_search_deals: {
      description:
        'Sucht Deals, wahlweise nach Pipeline, Phase und zuständiger Person, die zuletzt geänderten zuerst.',
      summary: 'Deals suchen',
    },
    hubspot_get_deal: {
      description: 'Ein Deal und die Kontakte und Unternehmen, die dazugehören.',
      summary: 'Deal abrufen',
    },
    hubspot_get_pipelines: {
      description: 'Die Pipelines für Deals und ihre Phasen.',
      summary: 'Pipelines abrufen',
    },
    hubspot_list_owners: {
      description: 'Die Personen, die für Datensätze zuständig sein können.',
      summary: 'Zuständige Personen auflisten',
    },
    hubspot_search_notes: {
      description: 'Sucht Notizen, etwa zu einem Kontakt, Unternehmen oder Deal, die neuesten zuerst.',
      summary: 'Notizen suchen',
    },
    hubspot_search_tasks: {
      description:
        'Sucht Aufgaben, wahlweise nach Kontakt, Unternehmen, Deal, zuständiger Person und Status, nach Fälligkeit geordnet.',
      summary: 'Aufgaben suchen',
    },
    hubspot_create_contact: {
      description: 'Erstellt einen Kontakt. Jede E-Mail-Adresse kann es nur einmal geben.',
      summary: ({ email }) => `Kontakt ${quote(email)} erstellen`,
    },
    hubspot_update_contact: {
      description: 'Ändert einzelne Angaben eines Kontakts.',
      summary: (args) => `Kontakt ${quote(args.contact_id)} ändern: ${changedFields(args, 'contact_id')}`,
    },
    hubspot_create_deal: {
      description: 'Erstellt einen Deal.',
      summary: ({ name }) => `Deal ${quote(name)} erstellen`,
    },
    hubspot_update_deal: {
      description: 'Ändert einzelne Angaben eines Deals, etwa seine Phase.',
      summary: (args) => `Deal ${quote(args.deal_id)} ändern: ${changedFields(args, 'deal_id')}`,
    },
    hubspot_create_note: {
      description: 'Fügt einem Kontakt, Unternehmen oder Deal eine Notiz hinzu.',
      summary: ({ body }) => `Notiz ${quote(body)} hinzufügen`,
    },
    hubspot_create_task: {
      description: 'Erstellt eine Aufgabe.',
      summary: ({ title, due_at }) => `Aufgabe ${quote(title)} erstellen, fällig ${quote(due_at)}`,
    },
  },
}
