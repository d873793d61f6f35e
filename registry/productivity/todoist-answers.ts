import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()

const task = z.object({
  id: z.string(),
  content: text,
  description: text,
  project_id: text,
  section_id: text,
  parent_id: text,
  labels: z.array(z.string()).nullish(),
  priority: z.number().nullish(),
  checked: flag,
  due: z.object({ date: text, string: text, is_recurring: flag }).nullish(),
  deadline: z.object({ date: text }).nullish(),
  added_at: text,
  completed_at: text,
})

const project = z.object({
  id: z.string(),
  name: text,
  parent_id: text,
  is_favorite: flag,
  is_shared: flag,
  inbox_project: flag,
})

const section = z.object({ id: z.string(), name: text, project_id: text })

const comment = z.object({
  id: z.string(),
  content: text,
  posted_at: text,
  posted_uid: text,
  file_attachment: z.object({ file_name: text, file_url: text }).nullish(),
})

function page<S extends z.ZodType>(item: S) {
  return z.object({ results: z.array(item), next_cursor: text })
}

export const userAnswer = z.object({ id: z.string(), email: text, full_name: text })
export const taskAnswer = task
export const tasksAnswer = page(task)
export const projectsAnswer = page(project)
export const sectionsAnswer = page(section)
export const commentAnswer = comment
export const commentsAnswer = page(comment)

interface Page<T> {
  readonly results: readonly T[]
  readonly next_cursor?: string | null | undefined
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { results, next_cursor }: Page<T>, rowOf: (node: T) => unknown) {
  return compact({ [name]: results.map(rowOf), next_cursor })
}

export function taskRow(node: z.output<typeof task>) {
  return compact({
    id: node.id,
    content: node.content,
    due: node.due?.date,
    repeats: node.due?.is_recurring === true ? node.due.string : undefined,
    deadline: node.deadline?.date,
    priority: node.priority,
    labels: node.labels,
    done: node.checked === true ? true : undefined,
    project_id: node.project_id,
    section_id: node.section_id,
    parent_id: node.parent_id,
  })
}

/** The whole task; its description from `offset` on, with `next_offset` while there is more. */
export function taskDetail(node: z.output<typeof task>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  const dates = { added_at: node.added_at, completed_at: node.completed_at }
  return compact({ ...taskRow(node), ...dates, description, ...rest })
}

export function projectRow({ is_favorite, is_shared, inbox_project, ...node }: z.output<typeof project>) {
  return compact({
    ...node,
    favorite: is_favorite === true ? true : undefined,
    shared: is_shared === true ? true : undefined,
    inbox: inbox_project === true ? true : undefined,
  })
}

/** A comment, its text cut at `length` characters. */
export function commentRow(node: z.output<typeof comment>, length: number) {
  const { text: content, next_offset: rest } = textWindow(node.content ?? '', 0, length)
  return compact({
    id: node.id,
    author_id: node.posted_uid,
    content,
    truncated: rest === undefined ? undefined : true,
    file: node.file_attachment?.file_name,
    file_url: node.file_attachment?.file_url,
    posted_at: node.posted_at,
  })
}
