import { nameOf } from '../../developer-tools/github-announcements.ts'
import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const github: Translation = {
  description: 'Repositorys, Issues und Pull-Requests.',
  words: {
    'Read and write your repositories, also private ones':
      'Die eigenen Repositorys lesen und schreiben, auch private',
    'Personal access token': 'Persönliches Zugriffstoken',
    Repository: 'Repository',
  },
  tools: {
    github_get_user: { description: 'Die angemeldete Person.', summary: 'Eigenes Profil abrufen' },
    github_list_repos: {
      description:
        'Die eigenen Repositorys und die, an denen das Konto mitarbeitet, die mit dem neuesten Push zuerst.',
      summary: 'Repositorys auflisten',
    },
    github_search_issues: {
      description: 'Sucht Issues und Pull-Requests.',
      summary: 'Issues und Pull-Requests suchen',
    },
    github_search_code: {
      description: 'Sucht im Code der Standardbranches, höchstens zehnmal je Minute.',
      summary: 'Code suchen',
    },
    github_get_issue: { description: 'Ein Issue mit seiner Beschreibung.', summary: 'Issue abrufen' },
    github_list_issue_comments: {
      description: 'Die Kommentare zu einem Issue oder Pull-Request, die ältesten zuerst.',
      summary: 'Kommentare auflisten',
    },
    github_list_pull_requests: {
      description: 'Die Pull-Requests eines Repositorys, die neuesten zuerst.',
      summary: 'Pull-Requests auflisten',
    },
    github_get_pull_request: {
      description: 'Ein Pull-Request mit seiner Beschreibung.',
      summary: 'Pull-Request abrufen',
    },
    github_list_pull_request_files: {
      description: 'Die geänderten Dateien eines Pull-Requests mit den Änderungen darin.',
      summary: 'Dateien eines Pull-Requests auflisten',
    },
    github_get_file: {
      description: 'Der Inhalt einer Textdatei oder die Einträge eines Verzeichnisses.',
      summary: 'Datei oder Verzeichnis lesen',
    },
    github_list_notifications: {
      description:
        'Die ungelesenen Benachrichtigungen oder alle, die neuesten zuerst. Mit einem Fine-grained-Token sind sie nicht lesbar.',
      summary: 'Benachrichtigungen auflisten',
    },
    github_create_issue: {
      description: 'Erstellt ein Issue.',
      summary: ({ owner, repo, title }) =>
        `Issue ${quote(title)} in ${quote(nameOf({ owner, repo }))} erstellen`,
    },
    github_update_issue: {
      description:
        'Ändert einzelne Angaben eines Issues. Neue Labels und zuständige Personen ersetzen alle bisherigen.',
      summary: ({ owner, repo, issue_number, ...changes }) =>
        `${quote(nameOf({ owner, repo }, issue_number))} ändern: ${changedFields(changes)}`,
    },
    github_create_comment: {
      description: 'Kommentiert ein Issue oder einen Pull-Request.',
      summary: ({ owner, repo, issue_number, body }) =>
        `${quote(nameOf({ owner, repo }, issue_number))} kommentieren: ${quote(body)}`,
    },
    github_merge_pull_request: {
      description: 'Führt einen Pull-Request mit seinem Zielbranch zusammen.',
      summary: ({ owner, repo, pull_number, merge_method }) =>
        `Pull-Request ${quote(nameOf({ owner, repo }, pull_number))} zusammenführen (${merge_method})`,
    },
  },
}
