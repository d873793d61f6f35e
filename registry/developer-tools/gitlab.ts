import { z } from 'zod'
import type { Field } from '../auth.ts'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageOf, pageParameters, pageQuery } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './gitlab-answers.ts'

const server: Field = {
  name: 'host',
  label: 'Server',
  kind: 'host',
  default: 'gitlab.com',
  hint: 'Only for a GitLab of your own',
}

const project = { project_id: z.string().describe('Id or group/name') }
const issueNumber = { ...project, issue_number: z.int() }
const mergeRequestNumber = { ...project, merge_request_number: z.int() }
const item = { ...project, on: z.enum(['issue', 'merge_request']), item_number: z.int() }
const offset = z.int().min(0).default(0)
const maxChars = z.int().min(100).max(50_000).default(2000)
const state = z.enum(['opened', 'closed', 'all']).default('opened')
const labels = z.array(z.string()).optional()

const LIST_NOTES = {
  issue: 'GET /projects/{project_id}/issues/{item_number}/notes',
  merge_request: 'GET /projects/{project_id}/merge_requests/{item_number}/notes',
} as const

const CREATE_NOTE = {
  issue: 'POST /projects/{project_id}/issues/{item_number}/notes',
  merge_request: 'POST /projects/{project_id}/merge_requests/{item_number}/notes',
} as const

interface Item {
  readonly project_id: string
  readonly on: keyof typeof CREATE_NOTE
  readonly item_number: number
}

/** How a person names an issue or merge request: `group/name#12`, `group/name!12`. */
export function nameOf({ project_id, on, item_number }: Item): string {
  return `${project_id}${on === 'issue' ? '#' : '!'}${item_number}`
}

function issueName({ project_id, issue_number }: { project_id: string; issue_number: number }): string {
  return nameOf({ project_id, on: 'issue', item_number: issue_number })
}

/** @see https://docs.gitlab.com/api/rest/ */
export const gitlab = defineIntegration({
  id: 'gitlab',
  name: 'GitLab',
  category: 'developer-tools',
  description: 'Projects, issues and merge requests, also on a server of your own.',
  icon: 'gitlab.svg',
  auth: [
    {
      type: 'oauth2',
      fields: [server],
      authorizeUrl: 'https://{host}/oauth/authorize',
      tokenUrl: 'https://{host}/oauth/token',
      deviceUrl: 'https://{host}/oauth/authorize_device',
      scopes: { api: 'Read and write your projects, issues and merge requests' },
      clientIdEnv: 'GITLAB_CLIENT_ID',
      refreshNamesRedirect: true,
      revoke: { url: 'https://{host}/oauth/revoke' },
      consoleUrl: 'https://gitlab.com/-/user_settings/applications',
    },
    {
      type: 'api_key',
      label: 'Personal access token',
      fields: [server, { name: 'key', label: 'Token', kind: 'secret', placeholder: 'glpat-…' }],
      send: { in: 'header', name: 'authorization', value: 'Bearer {key}' },
      helpUrl: 'https://gitlab.com/-/user_settings/personal_access_tokens',
    },
  ],
  hosts: ['{host}'],
  apiBase: 'https://{host}/api/v4',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /user', { schema: answers.userAnswer })
      return { id: String(data.id), name: data.username }
    },
  },
  defaults: [
    {
      argument: 'project_id',
      label: 'Project',
      listedBy: 'gitlab_list_projects',
      list: 'projects',
      value: 'path',
      name: 'path',
    },
  ],
  tools: [
    {
      name: 'gitlab_list_projects',
      description: 'The user’s projects, last active first.',
      parameters: z.object({ query: z.string().optional(), ...pageParameters }),
      async handler({ query: search, ...page }, { request }) {
        const { data, headers } = await request('GET /projects', {
          query: { membership: true, simple: true, order_by: 'last_activity_at', search, ...pageQuery(page) },
          schema: answers.projectsAnswer,
        })
        return pageOf('projects', data.map(answers.projectRow), headers)
      },
    },
    {
      name: 'gitlab_list_issues',
      description: 'Issues of a project that meet every filter, newest first.',
      parameters: z.object({
        ...project,
        state,
        query: z.string().optional(),
        labels,
        assignee: z.string().optional().describe('Username'),
        ...pageParameters,
      }),
      async handler({ project_id, state, query: search, labels, assignee, ...page }, { request }) {
        const { data, headers } = await request('GET /projects/{project_id}/issues', {
          path: { project_id },
          query: {
            state,
            search,
            labels: labels?.join(','),
            assignee_username: assignee,
            ...pageQuery(page),
          },
          schema: answers.issuesAnswer,
        })
        return pageOf('issues', data.map(answers.issueRow), headers)
      },
    },
    {
      name: 'gitlab_get_issue',
      description: 'One issue. To read on, pass next_offset as offset.',
      parameters: z.object({ ...issueNumber, offset }),
      async handler({ offset, ...path }, { request }) {
        const route = 'GET /projects/{project_id}/issues/{issue_number}'
        const { data } = await request(route, { path, schema: answers.issueAnswer })
        return answers.issueDetail(data, offset)
      },
    },
    {
      name: 'gitlab_list_comments',
      description: 'Comments, newest first; system notes are left out. Truncated ones: raise max_chars.',
      parameters: z.object({ ...item, max_chars: maxChars, ...pageParameters }),
      async handler({ on, max_chars, cursor, limit, ...path }, { request }) {
        const { data, headers } = await request(LIST_NOTES[on], {
          path,
          query: pageQuery({ cursor, limit }),
          schema: answers.notesAnswer,
        })
        const notes = data.filter(({ system }) => system !== true)
        const rows = notes.map((note) => answers.noteRow(note, max_chars))
        return pageOf('comments', rows, headers)
      },
    },
    {
      name: 'gitlab_list_merge_requests',
      description: 'Merge requests of a project, newest first.',
      parameters: z.object({
        ...project,
        state: z.enum(['opened', 'closed', 'merged', 'all']).default('opened'),
        query: z.string().optional(),
        ...pageParameters,
      }),
      async handler({ project_id, state, query: search, ...page }, { request }) {
        const { data, headers } = await request('GET /projects/{project_id}/merge_requests', {
          path: { project_id },
          query: { state, search, ...pageQuery(page) },
          schema: answers.mergeRequestsAnswer,
        })
        return pageOf('merge_requests', data.map(answers.mergeRequestRow), headers)
      },
    },
    {
      name: 'gitlab_get_merge_request',
      description: 'One merge request with its pipeline. To read on, pass next_offset as offset.',
      parameters: z.object({ ...mergeRequestNumber, offset }),
      async handler({ offset, ...path }, { request }) {
        const route = 'GET /projects/{project_id}/merge_requests/{merge_request_number}'
        const { data } = await request(route, { path, schema: answers.mergeRequestAnswer })
        return answers.mergeRequestDetail(data, offset)
      },
    },
    {
      name: 'gitlab_list_merge_request_diffs',
      description: 'Changed files of a merge request with diffs. Truncated ones: raise max_chars.',
      parameters: z.object({ ...mergeRequestNumber, max_chars: maxChars, ...pageParameters }),
      async handler({ max_chars, cursor, limit, ...path }, { request }) {
        const route = 'GET /projects/{project_id}/merge_requests/{merge_request_number}/diffs'
        const { data, headers } = await request(route, {
          path,
          query: pageQuery({ cursor, limit }),
          schema: answers.diffsAnswer,
        })
        const files = data.map((file) => answers.diffRow(file, max_chars))
        return pageOf('files', files, headers)
      },
    },
    {
      name: 'gitlab_get_file',
      description: 'Read a text file. To read on, pass next_offset as offset.',
      parameters: z.object({
        ...project,
        path: z.string().describe('src/a.ts'),
        ref: z.string().default('HEAD').describe('Branch, tag, commit'),
        offset,
      }),
      async handler({ project_id, path, ref, offset }, { request }) {
        const { data } = await request('GET /projects/{project_id}/repository/files/{file_path}/raw', {
          path: { project_id, file_path: path },
          query: { ref },
          answer: 'text',
          schema: z.string().default(''),
        })
        return answers.fileContent(path, data, offset)
      },
    },
    {
      name: 'gitlab_create_issue',
      description: 'Open an issue. Each call opens a new one.',
      parameters: z.object({
        ...project,
        title: z.string().min(1),
        description: z.string().optional().describe('Markdown'),
        labels,
        due_date: z.string().optional().describe('YYYY-MM-DD'),
      }),
      summary: ({ project_id, title }) => `Open the issue ${quote(title)} in ${quote(project_id)}`,
      preview: ({ project_id: place, title, description: body }) => documentPreview({ place, title, body }),
      async handler({ project_id, labels, ...fields }, { request }) {
        const { data } = await request('POST /projects/{project_id}/issues', {
          path: { project_id },
          json: { ...fields, labels: labels?.join(',') },
          schema: answers.issueAnswer,
        })
        return answers.issueRow(data)
      },
    },
    {
      name: 'gitlab_update_issue',
      description: 'Change the given fields of an issue; labels replace all. Safe to repeat.',
      parameters: z.object({
        ...issueNumber,
        title: z.string().min(1).optional(),
        description: z.string().optional().describe('Markdown'),
        state_event: z.enum(['close', 'reopen']).optional(),
        labels,
        due_date: z.string().optional().describe('YYYY-MM-DD'),
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'project_id', 'issue_number')} of the issue ${quote(issueName(args))}`,
      preview: ({ title, description: body, ...args }) =>
        documentPreview({ place: issueName(args), title, body }),
      async handler({ project_id, issue_number, labels, ...fields }, { request }) {
        const json = compact({ ...fields, labels: labels?.join(',') })
        if (Object.keys(json).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PUT /projects/{project_id}/issues/{issue_number}', {
          path: { project_id, issue_number },
          json,
          schema: answers.issueAnswer,
        })
        return answers.issueRow(data)
      },
    },
    {
      name: 'gitlab_create_comment',
      description: 'Comment on an issue or merge request. Each call adds one.',
      parameters: z.object({ ...item, body: z.string().min(1).describe('Markdown') }),
      summary: ({ body, ...args }) => `Comment on ${quote(nameOf(args))}: ${quote(body)}`,
      preview: ({ body, ...args }) => documentPreview({ place: nameOf(args), body }),
      async handler({ on, body, ...path }, { request }) {
        const { data } = await request(CREATE_NOTE[on], { path, json: { body }, schema: answers.noteAnswer })
        return compact({ id: data.id })
      },
    },
  ],
})
