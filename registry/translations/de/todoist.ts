import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const todoist: Translation = {
  description: 'Aufgaben, Projekte und Fälligkeiten.',
  words: {
    'Read, create, change and complete tasks': 'Aufgaben lesen, erstellen, ändern und abschließen',
    'API token': 'API-Token',
    'Project for new tasks': 'Projekt für neue Aufgaben',
  },
  tools: {
    todoist_list_projects: { description: 'Die Projekte des Kontos.', summary: 'Projekte auflisten' },
    todoist_list_sections: {
      description: 'Die Abschnitte eines Projekts.',
      summary: 'Abschnitte auflisten',
    },
    todoist_list_tasks: {
      description:
        'Offene Aufgaben, wahlweise nur die eines Projekts, eines Abschnitts oder mit einem Etikett.',
      summary: 'Aufgaben auflisten',
    },
    todoist_search_tasks: {
      description: 'Sucht offene Aufgaben mit einem Todoist-Filter.',
      summary: 'Aufgaben suchen',
    },
    todoist_get_task: { description: 'Eine Aufgabe mit ihrer Beschreibung.', summary: 'Aufgabe abrufen' },
    todoist_list_comments: {
      description: 'Die Kommentare zu einer Aufgabe.',
      summary: 'Kommentare auflisten',
    },
    todoist_create_task: {
      description: 'Erstellt eine Aufgabe. Ohne andere Angabe kommt sie in den Eingang.',
      summary: ({ content, due_string }) => {
        const due = due_string === undefined ? '' : `, fällig ${quote(due_string)}`
        return `Aufgabe ${quote(content)} erstellen${due}`
      },
    },
    todoist_update_task: {
      description: 'Ändert einzelne Angaben einer Aufgabe. Neue Etiketten ersetzen alle bisherigen.',
      summary: (args) => `Aufgabe ${quote(args.task_id)} ändern: ${changedFields(args, 'task_id')}`,
    },
    todoist_close_task: {
      description: 'Schließt eine Aufgabe ab. Eine wiederkehrende rückt auf ihren nächsten Termin.',
      summary: ({ task_id }) => `Aufgabe ${quote(task_id)} abschließen`,
    },
    todoist_create_comment: {
      description: 'Kommentiert eine Aufgabe.',
      summary: ({ task_id, content }) => `Aufgabe ${quote(task_id)} kommentieren: ${quote(content)}`,
    },
  },
}
