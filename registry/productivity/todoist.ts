import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './todoist-answers.ts'

const id = z.string()
const due = z.string().optional().describe('e.g. “tomorrow at 10”, “every Monday”, “no date”')

/** What creating and updating a task have in common. */
const taskFields = {
  description: z.string().optional().describe('Markdown'),
  labels: z.array(z.string()).optional(),
  priority: z.int().min(1).max(4).optional().describe('1 normal … 4 urgent'),
  due_string: due,
}

/** @see https://developer.todoist.com/api/v1/ */
export const todoist = defineIntegration({
  id: 'todoist',
  name: 'Todoist',
  category: 'productivity',
  description: 'Tasks, projects and due dates.',
  icon: 'todoist.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://todoist.com/oauth/authorize',
      tokenUrl: 'https://todoist.com/oauth/access_token',
      scopes: { 'data:read_write': 'Read, create, change and complete tasks' },
      scopeSeparator: ',',
      clientIdEnv: 'TODOIST_CLIENT_ID',
      clientSecretEnv: 'TODOIST_CLIENT_SECRET',
      redirect: { host: 'localhost', port: 17717 },
      revoke: {
        url: 'https://api.todoist.com/api/v1/revoke',
        body: 'json',
        authorization: 'client_basic',
      },
      consoleUrl: 'https://developer.todoist.com/appconsole.html',
    },
    {
      type: 'api_key',
      label: 'API token',
      prefix: 'Bearer ',
      helpUrl: 'https://app.todoist.com/app/settings/integrations/developer',
    },
  ],
  hosts: ['api.todoist.com'],
  apiBase: 'https://api.todoist.com/api/v1',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /user', { schema: answers.userAnswer })
      return { id: data.id, name: data.email ?? data.full_name ?? data.id }
    },
  },
  defaults: [
    {
      argument: 'project_id',
      unless: ['section_id', 'parent_id'],
      label: 'Project for new tasks',
      listedBy: 'todoist_list_projects',
      list: 'projects',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'todoist_list_projects',
      description: 'Projects, for project_id.',
      parameters: z.object(pageParameters),
      async handler(query, { request }) {
        const { data } = await request('GET /projects', { query, schema: answers.projectsAnswer })
        return answers.pageOf('projects', data, answers.projectRow)
      },
    },
    {
      name: 'todoist_list_sections',
      description: 'Sections of a project, for section_id.',
      parameters: z.object({ project_id: id, ...pageParameters }),
      async handler(query, { request }) {
        const { data } = await request('GET /sections', { query, schema: answers.sectionsAnswer })
        return answers.pageOf('sections', data, (section) => section)
      },
    },
    {
      name: 'todoist_list_tasks',
      description: 'Open tasks that meet every given filter.',
      parameters: z.object({
        project_id: id.optional(),
        section_id: id.optional(),
        label: z.string().optional().describe('Name'),
        ...pageParameters,
      }),
      async handler(query, { request }) {
        const { data } = await request('GET /tasks', { query, schema: answers.tasksAnswer })
        return answers.pageOf('tasks', data, answers.taskRow)
      },
    },
    {
      name: 'todoist_search_tasks',
      description: 'Open tasks by a Todoist filter.',
      parameters: z.object({
        query: z.string().min(1).describe('e.g. “today | overdue”, “#Work & @email”, “search: milk”'),
        ...pageParameters,
      }),
      async handler(query, { request }) {
        const { data } = await request('GET /tasks/filter', { query, schema: answers.tasksAnswer })
        return answers.pageOf('tasks', data, answers.taskRow)
      },
    },
    {
      name: 'todoist_get_task',
      description: 'One task with its description. To read on, pass next_offset as offset.',
      parameters: z.object({ task_id: id, offset: z.int().min(0).default(0) }),
      async handler({ task_id, offset }, { request }) {
        const { data } = await request('GET /tasks/{task_id}', {
          path: { task_id },
          schema: answers.taskAnswer,
        })
        return answers.taskDetail(data, offset)
      },
    },
    {
      name: 'todoist_list_comments',
      description: 'Comments of a task. Truncated ones: raise max_chars.',
      parameters: z.object({
        task_id: id,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ max_chars, ...query }, { request }) {
        const { data } = await request('GET /comments', { query, schema: answers.commentsAnswer })
        return answers.pageOf('comments', data, (comment) => answers.commentRow(comment, max_chars))
      },
    },
    {
      name: 'todoist_create_task',
      description: 'Create a task, in the inbox unless placed. Each call makes a new one.',
      parameters: z.object({
        content: z.string().min(1).describe('What to do'),
        ...taskFields,
        project_id: id.optional(),
        section_id: id.optional(),
        parent_id: id.optional(),
      }),
      summary: ({ content, due_string }) =>
        `Create the task ${quote(content)}${due_string === undefined ? '' : `, due ${quote(due_string)}`}`,
      preview: ({ content: title, description: body, project_id, section_id, parent_id }) =>
        documentPreview({ place: parent_id ?? section_id ?? project_id, title, body }),
      async handler(json, { request }) {
        const { data } = await request('POST /tasks', { json, schema: answers.taskAnswer })
        return answers.taskRow(data)
      },
    },
    {
      name: 'todoist_update_task',
      description: 'Change the given fields of a task; labels replace all. Safe to repeat.',
      parameters: z.object({
        task_id: id,
        content: z.string().optional().describe('What to do'),
        ...taskFields,
      }),
      summary: (args) => `Change ${changedFields(args, 'task_id')} of the task ${quote(args.task_id)}`,
      preview: ({ task_id: place, content: title, description: body }) =>
        documentPreview({ place, title, body }),
      async handler({ task_id, ...json }, { request }) {
        if (Object.keys(json).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('POST /tasks/{task_id}', {
          path: { task_id },
          json,
          schema: answers.taskAnswer,
        })
        return answers.taskRow(data)
      },
    },
    {
      name: 'todoist_close_task',
      description: 'Complete a task. A repeating one moves to its next date: do not repeat the call.',
      parameters: z.object({ task_id: id }),
      summary: ({ task_id }) => `Complete the task ${quote(task_id)}`,
      async handler({ task_id }, { request }) {
        await request('POST /tasks/{task_id}/close', { path: { task_id }, schema: z.unknown() })
        return { id: task_id, done: true }
      },
    },
    {
      name: 'todoist_create_comment',
      description: 'Comment on a task. Each call adds one.',
      parameters: z.object({ task_id: id, content: z.string().min(1).describe('Markdown') }),
      summary: ({ task_id, content }) => `Comment on the task ${quote(task_id)}: ${quote(content)}`,
      preview: ({ task_id: place, content: body }) => documentPreview({ place, body }),
      async handler(json, { request }) {
        const { data } = await request('POST /comments', { json, schema: answers.commentAnswer })
        return { id: data.id }
      },
    },
  ],
})
