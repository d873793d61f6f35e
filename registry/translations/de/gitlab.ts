import { nameOf } from '../../developer-tools/gitlab.ts'
import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const gitlab: Translation = {
  description: 'Projekte, Issues und Merge-Requests, auch auf einem eigenen Server.',
  words: {
    'Read and write your projects, issues and merge requests':
      'Die eigenen Projekte, Issues und Merge-Requests lesen und schreiben',
    Server: 'Server',
    'Only for a GitLab of your own': 'Nur für ein eigenes GitLab',
    'Personal access token': 'Persönliches Zugriffstoken',
    Token: 'Token',
    Project: 'Projekt',
  },
  tools: {
    gitlab_list_projects: {
      description: 'Die Projekte des Kontos, die zuletzt aktiven zuerst.',
      summary: 'Projekte auflisten',
    },
    gitlab_list_issues: {
      description:
        'Die Issues eines Projekts, wahlweise nach Status, Suchtext, Labels und zuständiger Person, die neuesten zuerst.',
      summary: 'Issues auflisten',
    },
    gitlab_get_issue: { description: 'Ein Issue mit seiner Beschreibung.', summary: 'Issue abrufen' },
    gitlab_list_comments: {
      description:
        'Die Kommentare zu einem Issue oder Merge-Request ohne Systemhinweise, die neuesten zuerst.',
      summary: 'Kommentare auflisten',
    },
    gitlab_list_merge_requests: {
      description: 'Die Merge-Requests eines Projekts, die neuesten zuerst.',
      summary: 'Merge-Requests auflisten',
    },
    gitlab_get_merge_request: {
      description: 'Ein Merge-Request mit Beschreibung und Pipeline.',
      summary: 'Merge-Request abrufen',
    },
    gitlab_list_merge_request_diffs: {
      description: 'Die geänderten Dateien eines Merge-Requests mit den Änderungen darin.',
      summary: 'Änderungen eines Merge-Requests auflisten',
    },
    gitlab_get_file: { description: 'Der Inhalt einer Textdatei.', summary: 'Datei lesen' },
    gitlab_create_issue: {
      description: 'Erstellt ein Issue.',
      summary: ({ project_id, title }) => `Issue ${quote(title)} in ${quote(project_id)} erstellen`,
    },
    gitlab_update_issue: {
      description: 'Ändert einzelne Angaben eines Issues. Neue Labels ersetzen alle bisherigen.',
      summary: ({ project_id, issue_number, ...changes }) =>
        `Issue ${quote(nameOf({ project_id, on: 'issue', item_number: issue_number }))} ändern: ${changedFields(changes)}`,
    },
    gitlab_create_comment: {
      description: 'Kommentiert ein Issue oder einen Merge-Request.',
      summary: ({ project_id, on, item_number, body }) =>
        `${quote(nameOf({ project_id, on, item_number }))} kommentieren: ${quote(body)}`,
    },
  },
}
