import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

/** `assigned_to` would read as English words in the middle of a German sentence. */
function changedNames({ assigned_to, ...others }: Readonly<Record<string, unknown>>): string {
  return changedFields({ ...others, assignee: assigned_to })
}

export const sentry: Translation = {
  description: 'Fehler, ihre Ereignisse und Releases.',
  words: { 'Personal token': 'Persönliches Token' },
  tools: {
    sentry_list_organizations: {
      description: 'Die Organisationen des Kontos mit ihrer Region.',
      summary: 'Organisationen auflisten',
    },
    sentry_list_projects: {
      description: 'Die Projekte einer Organisation.',
      summary: 'Projekte auflisten',
    },
    sentry_search_issues: {
      description: 'Sucht Issues einer Organisation, also zusammengefasste Fehler.',
      summary: 'Issues suchen',
    },
    sentry_get_issue: {
      description: 'Ein Issue: Status, Häufigkeit und wer zuständig ist.',
      summary: 'Issue abrufen',
    },
    sentry_get_issue_event: {
      description: 'Ein Ereignis eines Issues mit seinem Stacktrace, ohne Angabe das neueste.',
      summary: 'Ereignis abrufen',
    },
    sentry_list_issue_events: {
      description: 'Die Ereignisse eines Issues mit ihren Tags, die neuesten zuerst.',
      summary: 'Ereignisse auflisten',
    },
    sentry_get_issue_tag: {
      description:
        'Wie sich die Ereignisse eines Issues auf die Werte eines Tags verteilen, zum Beispiel auf Releases.',
      summary: 'Verteilung auf die Werte eines Tags abrufen',
    },
    sentry_list_releases: {
      description: 'Die Releases einer Organisation, die neuesten zuerst.',
      summary: 'Releases auflisten',
    },
    sentry_query_events: {
      description:
        'Eine Tabelle über Fehler, Logs oder Spans: Felder und Funktionen, gruppiert nach den einfachen Feldern.',
      summary: 'Ereignisse abfragen',
    },
    sentry_update_issue: {
      description:
        'Markiert ein Issue als gelöst, öffnet es wieder, ignoriert es, weist es zu oder ändert seine Priorität.',
      summary: ({ organization_id, region: _region, issue_id, ...changes }) =>
        `Issue ${quote(issue_id)} in ${quote(organization_id)} ändern: ${changedNames(changes)}`,
    },
  },
}
