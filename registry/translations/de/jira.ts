import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const jira: Translation = {
  description: 'Vorgänge und Projekte einer Site von Jira Cloud.',
  words: {
    'Read projects, issues and comments': 'Projekte, Vorgänge und Kommentare lesen',
    'Create and change issues, and comment on them': 'Vorgänge erstellen, ändern und kommentieren',
    'Read who the people are': 'Sehen, wer die Personen sind',
    'Stay signed in': 'Angemeldet bleiben',
    'API token': 'API-Token',
    Site: 'Site',
    'E-mail of your Atlassian account': 'E-Mail-Adresse des Atlassian-Kontos',
    'One without scopes': 'Eines ohne Scopes',
    Project: 'Projekt',
  },
  tools: {
    jira_search_issues: { description: 'Sucht Vorgänge mit JQL.', summary: 'Vorgänge suchen' },
    jira_list_my_issues: {
      description:
        'Die Vorgänge, die der angemeldeten Person zugewiesen sind, die zuletzt geänderten zuerst.',
      summary: 'Eigene Vorgänge auflisten',
    },
    jira_get_issue: {
      description: 'Ein Vorgang mit seiner Beschreibung und den neuesten Kommentaren.',
      summary: 'Vorgang abrufen',
    },
    jira_list_comments: {
      description: 'Die Kommentare zu einem Vorgang, die neuesten zuerst.',
      summary: 'Kommentare auflisten',
    },
    jira_list_projects: { description: 'Die Projekte der Site.', summary: 'Projekte auflisten' },
    jira_list_issue_types: {
      description: 'Die Vorgangstypen für neue Vorgänge eines Projekts.',
      summary: 'Vorgangstypen auflisten',
    },
    jira_list_create_fields: {
      description: 'Die Felder eines neuen Vorgangs: welche nötig sind und was darin stehen kann.',
      summary: 'Felder für neue Vorgänge auflisten',
    },
    jira_get_transitions: {
      description: 'Wohin ein Vorgang von seinem jetzigen Status aus wechseln kann.',
      summary: 'Mögliche Übergänge abrufen',
    },
    jira_search_users: {
      description: 'Sucht Personen nach Name oder E-Mail-Adresse.',
      summary: 'Personen suchen',
    },
    jira_create_issue: {
      description: 'Erstellt einen Vorgang.',
      summary: ({ issue_type, title, project }) =>
        `Vorgang ${quote(title)} vom Typ ${quote(issue_type)} im Projekt ${quote(project)} erstellen`,
    },
    jira_update_issue: {
      description: 'Ändert einzelne Angaben eines Vorgangs. Neue Stichwörter ersetzen alle bisherigen.',
      summary: (args) => `Vorgang ${quote(args.issue)} ändern: ${changedFields(args, 'issue')}`,
    },
    jira_move_issue: {
      description: 'Setzt einen Vorgang auf einen anderen Status.',
      summary: ({ issue, to }) => `Vorgang ${quote(issue)} auf ${quote(to)} setzen`,
    },
    jira_assign_issue: {
      description: 'Weist einen Vorgang jemandem zu oder hebt die Zuweisung auf.',
      summary: ({ issue, assignee }) =>
        assignee === null
          ? `Zuweisung des Vorgangs ${quote(issue)} aufheben`
          : `Vorgang ${quote(issue)} an ${quote(assignee)} zuweisen`,
    },
    jira_add_comment: {
      description: 'Kommentiert einen Vorgang.',
      summary: ({ issue, body }) => `Vorgang ${quote(issue)} kommentieren: ${quote(body)}`,
    },
  },
}
