import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters, type PageArguments } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './asana-answers.ts'

const id = z.string()
const assignee = z.string().describe('User id, e-mail or “me”')

function pageQuery({ cursor, limit }: PageArguments) {
  return { limit, offset: cursor }
}

/** @see https://developers.asana.com/reference/rest-api-reference */
export const asana = defineIntegration({
  id: 'asana',
  name: 'Asana',
  category: 'productivity',
  description: 'Projects, tasks and comments of a team.',
  icon: 'asana.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://app.asana.com/-/oauth_authorize',
      tokenUrl: 'https://app.asana.com/-/oauth_token',
      // Reading sections has no scope of its own.
      scopes: { default: 'Read and write all that your account can reach' },
      clientIdEnv: 'ASANA_CLIENT_ID',
      clientSecretEnv: 'ASANA_CLIENT_SECRET',
      clientSecret: 'required',
      redirect: { host: 'localhost', port: 17717 },
      revoke: { url: 'https://app.asana.com/-/oauth_revoke' },
      consoleUrl: 'https://app.asana.com/0/my-apps',
    },
    {
      type: 'api_key',
      label: 'Personal access token',
      prefix: 'Bearer ',
      helpUrl: 'https://app.asana.com/0/my-apps',
    },
  ],
  hosts: ['app.asana.com'],
  apiBase: 'https://app.asana.com/api/1.0',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /users/{user_gid}', {
        path: { user_gid: 'me' },
        query: { opt_fields: 'name,email' },
        schema: answers.userAnswer,
      })
      const { gid, name, email } = data.data
      return { id: gid, name: email ?? name ?? gid }
    },
  },
  defaults: [
    {
      argument: 'workspace_id',
      unless: ['project_ids', 'parent_id'],
      label: 'Workspace',
      listedBy: 'asana_list_workspaces',
      list: 'workspaces',
      value: 'id',
      name: 'name',
    },
    {
      argument: 'project_ids',
      // It lies in the workspace set above; a call that names another means that one.
      unless: ['parent_id', 'workspace_id'],
      label: 'Project for new tasks',
      listedBy: 'asana_list_projects',
      list: 'projects',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'asana_list_workspaces',
      description: 'Workspaces, for workspace_id.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const query = { ...pageQuery(page), opt_fields: 'name' }
        const { data } = await request('GET /workspaces', { query, schema: answers.objectsAnswer })
        return answers.pageOf('workspaces', data, answers.objectRow)
      },
    },
    {
      name: 'asana_find_objects',
      description: 'Up to 20 ids by name, best match first.',
      parameters: z.object({
        workspace_id: id,
        type: z.enum(['task', 'project', 'user', 'tag']),
        query: z.string().describe('Empty: recent ones'),
      }),
      async handler({ workspace_id, type, query }, { request }) {
        const { data } = await request('GET /workspaces/{workspace_gid}/typeahead', {
          path: { workspace_gid: workspace_id },
          query: { resource_type: type, query, count: 20, opt_fields: 'name' },
          schema: answers.objectsAnswer,
        })
        return answers.pageOf('objects', data, answers.objectRow)
      },
    },
    {
      name: 'asana_list_projects',
      description: 'Active projects of a workspace.',
      parameters: z.object({ workspace_id: id, ...pageParameters }),
      async handler({ workspace_id, ...page }, { request }) {
        const { data } = await request('GET /projects', {
          query: {
            workspace: workspace_id,
            archived: false,
            ...pageQuery(page),
            opt_fields: 'name,due_on,permalink_url',
          },
          schema: answers.projectsAnswer,
        })
        return answers.pageOf('projects', data, answers.projectRow)
      },
    },
    {
      name: 'asana_list_sections',
      description: 'Sections (columns) of a project.',
      parameters: z.object({ project_id: id, ...pageParameters }),
      async handler({ project_id, ...page }, { request }) {
        const { data } = await request('GET /projects/{project_gid}/sections', {
          path: { project_gid: project_id },
          query: { ...pageQuery(page), opt_fields: 'name' },
          schema: answers.objectsAnswer,
        })
        return answers.pageOf('sections', data, answers.objectRow)
      },
    },
    {
      name: 'asana_list_tasks',
      description: 'Tasks of a project, of a section, or of an assignee in a workspace.',
      parameters: z.object({
        project_id: id.optional(),
        section_id: id.optional(),
        assignee: assignee.optional(),
        workspace_id: id.optional(),
        include_done: z.boolean().default(false).describe('Also completed ones'),
        ...pageParameters,
      }),
      async handler({ project_id, section_id, assignee, workspace_id, include_done, ...page }, { request }) {
        const { data } = await request('GET /tasks', {
          query: {
            project: project_id,
            section: section_id,
            assignee,
            workspace: workspace_id,
            completed_since: include_done ? undefined : new Date().toISOString(),
            ...pageQuery(page),
            opt_fields: answers.TASK_FIELDS,
          },
          schema: answers.tasksAnswer,
        })
        return answers.pageOf('tasks', data, answers.taskRow)
      },
    },
    {
      name: 'asana_get_task',
      description: 'One task with notes and custom fields. To read on, pass next_offset as offset.',
      parameters: z.object({ task_id: id, offset: z.int().min(0).default(0) }),
      async handler({ task_id, offset }, { request }) {
        const { data } = await request('GET /tasks/{task_gid}', {
          path: { task_gid: task_id },
          query: { opt_fields: answers.TASK_DETAIL_FIELDS },
          schema: answers.taskAnswer,
        })
        return answers.taskDetail(data.data, offset)
      },
    },
    {
      name: 'asana_list_comments',
      description:
        'Comments of a task. A page may hold fewer than limit: go on while next_cursor comes. Truncated: raise max_chars.',
      parameters: z.object({
        task_id: id,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ task_id, max_chars, ...page }, { request }) {
        const { data } = await request('GET /tasks/{task_gid}/stories', {
          path: { task_gid: task_id },
          query: { ...pageQuery(page), opt_fields: 'type,text,created_at,created_by.name' },
          schema: answers.storiesAnswer,
        })
        const comments = data.data.filter(({ type }) => type === 'comment')
        return answers.pageOf('comments', { ...data, data: comments }, (comment) =>
          answers.commentRow(comment, max_chars),
        )
      },
    },
    {
      name: 'asana_create_task',
      description: 'Create a task; needs a project, a parent or a workspace. Each call makes a new one.',
      parameters: z.object({
        name: z.string().min(1),
        notes: z.string().optional().describe('Plain text'),
        assignee: assignee.optional(),
        due_on: z.string().optional().describe('YYYY-MM-DD'),
        project_ids: z.array(id).optional(),
        parent_id: id.optional(),
        workspace_id: id.optional(),
      }),
      summary: ({ name }) => `Create the task ${quote(name)}`,
      preview: ({ name: title, notes: body, parent_id, project_ids, workspace_id }) =>
        documentPreview({ place: parent_id ?? project_ids?.join(', ') ?? workspace_id, title, body }),
      async handler({ project_ids, parent_id, workspace_id, ...fields }, { request }) {
        const places = { projects: project_ids, parent: parent_id, workspace: workspace_id }
        const { data } = await request('POST /tasks', {
          query: { opt_fields: answers.TASK_FIELDS },
          json: { data: { ...fields, ...places } },
          schema: answers.taskAnswer,
        })
        return answers.taskRow(data.data)
      },
    },
    {
      name: 'asana_update_task',
      description: 'Change the given fields of a task. Safe to repeat.',
      parameters: z.object({
        task_id: id,
        name: z.string().min(1).optional(),
        notes: z.string().optional().describe('Plain text; replaces all'),
        assignee: z.string().nullable().optional().describe('User id, e-mail or “me”; null: nobody'),
        due_on: z.string().nullable().optional().describe('YYYY-MM-DD; null: none'),
        completed: z.boolean().optional().describe('true: done'),
      }),
      summary: (args) => `Change ${changedFields(args, 'task_id')} of the task ${quote(args.task_id)}`,
      preview: ({ task_id: place, name: title, notes: body }) => documentPreview({ place, title, body }),
      async handler({ task_id, ...fields }, { request }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PUT /tasks/{task_gid}', {
          path: { task_gid: task_id },
          query: { opt_fields: answers.TASK_FIELDS },
          json: { data: fields },
          schema: answers.taskAnswer,
        })
        return answers.taskRow(data.data)
      },
    },
    {
      name: 'asana_move_task',
      description: 'Put a task into a section of a project. Safe to repeat.',
      parameters: z.object({ task_id: id, section_id: id }),
      summary: ({ task_id, section_id }) => `Move the task ${quote(task_id)} to section ${quote(section_id)}`,
      async handler({ task_id, section_id }, { request }) {
        await request('POST /sections/{section_gid}/addTask', {
          path: { section_gid: section_id },
          json: { data: { task: task_id } },
          schema: z.unknown(),
        })
        return { id: task_id, section_id }
      },
    },
    {
      name: 'asana_create_comment',
      description: 'Comment on a task. Each call adds one.',
      parameters: z.object({ task_id: id, text: z.string().min(1) }),
      summary: ({ task_id, text }) => `Comment on the task ${quote(task_id)}: ${quote(text)}`,
      preview: ({ task_id: place, text: body }) => documentPreview({ place, body }),
      async handler({ task_id, text }, { request }) {
        const { data } = await request('POST /tasks/{task_gid}/stories', {
          path: { task_gid: task_id },
          json: { data: { text } },
          schema: answers.storyAnswer,
        })
        return { id: data.data.gid }
      },
    },
  ],
})
