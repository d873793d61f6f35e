import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

export const asana: Translation = {
  description: 'Projekte, Aufgaben und Kommentare eines Teams.',
  words: {
    'Read and write all that your account can reach': 'Alles lesen und schreiben, was das Konto erreicht',
    'Personal access token': 'Persönliches Zugriffstoken',
    Workspace: 'Workspace',
    'Project for new tasks': 'Projekt für neue Aufgaben',
  },
  tools: {
    asana_list_workspaces: { description: 'Die Workspaces des Kontos.', summary: 'Workspaces auflisten' },
    asana_find_objects: {
      description:
        'Sucht Aufgaben, Projekte, Personen oder Tags nach Namen, die besten Treffer zuerst, höchstens 20.',
      summary: 'Nach Namen suchen',
    },
    asana_list_projects: {
      description: 'Die laufenden Projekte eines Workspace.',
      summary: 'Projekte auflisten',
    },
    asana_list_sections: {
      description: 'Die Abschnitte (Spalten) eines Projekts.',
      summary: 'Abschnitte auflisten',
    },
    asana_list_tasks: {
      description: 'Die Aufgaben eines Projekts, eines Abschnitts oder einer Person in einem Workspace.',
      summary: 'Aufgaben auflisten',
    },
    asana_get_task: {
      description: 'Eine Aufgabe mit Beschreibung und benutzerdefinierten Feldern.',
      summary: 'Aufgabe abrufen',
    },
    asana_list_comments: {
      description: 'Die Kommentare zu einer Aufgabe.',
      summary: 'Kommentare auflisten',
    },
    asana_create_task: {
      description: 'Erstellt eine Aufgabe.',
      summary: ({ name }) => `Aufgabe ${quote(name)} erstellen`,
    },
    asana_update_task: {
      description: 'Ändert einzelne Angaben einer Aufgabe.',
      summary: (args) => `Aufgabe ${quote(args.task_id)} ändern: ${changedFields(args, 'task_id')}`,
    },
    asana_move_task: {
      description: 'Verschiebt eine Aufgabe in einen Abschnitt eines Projekts.',
      summary: ({ task_id, section_id }) =>
        `Aufgabe ${quote(task_id)} in den Abschnitt ${quote(section_id)} verschieben`,
    },
    asana_create_comment: {
      description: 'Kommentiert eine Aufgabe.',
      summary: ({ task_id, text }) => `Aufgabe ${quote(task_id)} kommentieren: ${quote(text)}`,
    },
  },
}
