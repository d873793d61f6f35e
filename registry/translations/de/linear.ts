import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const linear: Translation = {
  description: 'Issue-Verwaltung für schnelle Teams.',
  words: {
    'Read issues, projects and teams': 'Issues, Projekte und Teams lesen',
    'Create, change and archive issues': 'Issues erstellen, ändern und archivieren',
    'Personal API key': 'Persönlicher API-Schlüssel',
    Team: 'Team',
  },
  tools: {
    linear_get_viewer: {
      description: 'Die angemeldete Person und ihr Workspace.',
      summary: 'Eigenes Profil abrufen',
    },
    linear_list_teams: { description: 'Die Teams mit Kürzel und Name.', summary: 'Teams auflisten' },
    linear_list_users: { description: 'Die Personen des Workspace.', summary: 'Personen auflisten' },
    linear_search_issues: {
      description: 'Volltextsuche in Issues, die besten Treffer zuerst.',
      summary: 'Issues suchen',
    },
    linear_list_issues: {
      description:
        'Issues, wahlweise nach Team, Projekt, zuständiger Person und Status, die zuletzt geänderten zuerst.',
      summary: 'Issues auflisten',
    },
    linear_get_issue: { description: 'Ein Issue mit seiner Beschreibung.', summary: 'Issue abrufen' },
    linear_list_comments: {
      description: 'Die Kommentare zu einem Issue.',
      summary: 'Kommentare auflisten',
    },
    linear_list_workflow_states: {
      description: 'Die Status, die ein Issue haben kann.',
      summary: 'Mögliche Status auflisten',
    },
    linear_list_labels: {
      description: 'Die Labels des Workspace oder die, die ein Team benutzen kann.',
      summary: 'Labels auflisten',
    },
    linear_list_projects: {
      description: 'Die Projekte mit Status, Leitung und Zieldatum.',
      summary: 'Projekte auflisten',
    },
    linear_create_issue: {
      description: 'Erstellt ein Issue.',
      summary: ({ title }) => `Issue ${quote(title)} erstellen`,
    },
    linear_update_issue: {
      description: 'Ändert einzelne Angaben eines Issues. Neue Labels ersetzen alle bisherigen.',
      summary: (args) => `Issue ${quote(args.id)} ändern: ${changedFields(args, 'id')}`,
    },
    linear_create_comment: {
      description: 'Kommentiert ein Issue.',
      summary: ({ issue_id, body }) => `Issue ${quote(issue_id)} kommentieren: ${quote(body)}`,
    },
    linear_archive_issue: {
      description: 'Archiviert ein Issue. Es lässt sich in Linear wiederherstellen.',
      summary: ({ id }) => `Issue ${quote(id)} archivieren`,
    },
  },
}
