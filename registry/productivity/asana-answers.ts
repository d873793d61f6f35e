import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const named = z.object({ gid: text, name: text }).nullish()
const object = z.object({ gid: z.string(), name: text })

const task = z.object({
  gid: z.string(),
  name: text,
  notes: text,
  completed: z.boolean().nullish(),
  due_on: text,
  due_at: text,
  assignee: named,
  projects: z.array(z.object({ gid: text, name: text })).nullish(),
  memberships: z.array(z.object({ section: named })).nullish(),
  parent: named,
  num_subtasks: z.number().nullish(),
  tags: z.array(z.object({ name: text })).nullish(),
  custom_fields: z.array(z.object({ name: text, display_value: text })).nullish(),
  modified_at: text,
  permalink_url: text,
})

const story = z.object({
  gid: z.string(),
  type: text,
  text,
  created_at: text,
  created_by: named,
})

const project = z.object({ gid: z.string(), name: text, due_on: text, permalink_url: text })

const nextPage = z.object({ offset: text }).nullish()

function page<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item), next_page: nextPage })
}

export const userAnswer = z.object({ data: z.object({ gid: z.string(), name: text, email: text }) })
export const objectsAnswer = page(object)
export const projectsAnswer = page(project)
export const tasksAnswer = page(task)
export const taskAnswer = z.object({ data: task })
export const storiesAnswer = page(story)
export const storyAnswer = z.object({ data: z.object({ gid: z.string() }) })

/** What is asked of a task: https://developers.asana.com/docs/inputoutput-options */
export const TASK_FIELDS =
  'name,completed,due_on,due_at,assignee.name,projects.name,memberships.section.name,permalink_url'
export const TASK_DETAIL_FIELDS = `${TASK_FIELDS},notes,parent.name,num_subtasks,tags.name,custom_fields.name,custom_fields.display_value,modified_at`

interface Page<T> {
  readonly data: readonly T[]
  readonly next_page?: z.output<typeof nextPage>
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { data, next_page }: Page<T>, rowOf: (node: T) => unknown) {
  return compact({ [name]: data.map(rowOf), next_cursor: next_page?.offset })
}

export function objectRow({ gid, name }: z.output<typeof object>) {
  return compact({ id: gid, name })
}

export function projectRow({ gid, name, due_on, permalink_url }: z.output<typeof project>) {
  return compact({ id: gid, name, due: due_on, url: permalink_url })
}

export function taskRow(node: z.output<typeof task>) {
  const sections = node.memberships?.flatMap(({ section }) => section?.name ?? [])
  return compact({
    id: node.gid,
    name: node.name,
    done: node.completed === true ? true : undefined,
    due: node.due_at ?? node.due_on,
    assignee: node.assignee?.name,
    projects: node.projects?.map(({ name }) => name),
    sections: sections?.length === 0 ? undefined : sections,
    url: node.permalink_url,
  })
}

/** The whole task; its notes from `offset` on, with `next_offset` while there is more. */
export function taskDetail(node: z.output<typeof task>, offset: number) {
  const { text: notes, ...rest } = textWindow(node.notes ?? '', offset)
  const filled = node.custom_fields?.filter(({ display_value }) => typeof display_value === 'string')
  return compact({
    ...taskRow(node),
    assignee_id: node.assignee?.gid,
    project_ids: node.projects?.map(({ gid }) => gid),
    parent: node.parent?.name,
    parent_id: node.parent?.gid,
    subtasks: node.num_subtasks,
    tags: node.tags?.map(({ name }) => name),
    fields: filled?.map(({ name, display_value }) => `${name}: ${display_value}`),
    modified_at: node.modified_at,
    notes,
    ...rest,
  })
}

/** A comment, its text cut at `length` characters. */
export function commentRow(node: z.output<typeof story>, length: number) {
  const { text: body, next_offset: rest } = textWindow(node.text ?? '', 0, length)
  const truncated = rest === undefined ? undefined : true
  return compact({
    id: node.gid,
    author: node.created_by?.name,
    text: body,
    truncated,
    created_at: node.created_at,
  })
}
