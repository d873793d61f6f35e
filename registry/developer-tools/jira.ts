import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { countedPage, pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import { identify } from './jira-account.ts'
import * as answers from './jira-answers.ts'
import { adfOfMarkdown } from './jira-markdown.ts'
import * as requests from './jira-requests.ts'

const ME = 'assignee = currentUser()'
const NEWEST = 'ORDER BY updated DESC'

const onIssue = { issue: z.string().describe('Key or id') }
const inProject = { project: z.string().describe('Key or id') }
const nameOrId = z.string().optional().describe('Name or id')
const markdown = z.string().describe('Markdown')
const moreFields = z.record(z.string(), z.unknown()).optional().describe('By field id, as Jira takes them')

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */
export const jira = defineIntegration({
  id: 'jira',
  name: 'Jira',
  category: 'developer-tools',
  description: 'Issues and projects of a Jira Cloud site.',
  icon: 'jira.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://auth.atlassian.com/authorize',
      tokenUrl: 'https://auth.atlassian.com/oauth/token',
      tokenBody: 'json',
      scopes: {
        'read:jira-work': 'Read projects, issues and comments',
        'write:jira-work': 'Create and change issues, and comment on them',
        'read:jira-user': 'Read who the people are',
        offline_access: 'Stay signed in',
      },
      authorizeParams: { audience: 'api.atlassian.com', prompt: 'consent' },
      clientIdEnv: 'JIRA_CLIENT_ID',
      clientSecretEnv: 'JIRA_CLIENT_SECRET',
      clientSecret: 'required',
      redirect: { host: 'localhost', port: 17_719 },
      hosts: ['api.atlassian.com'],
      apiBase: 'https://api.atlassian.com/ex/jira/{cloud_id}',
      consoleUrl: 'https://developer.atlassian.com/console/myapps/',
    },
    {
      type: 'api_key',
      label: 'API token',
      fields: [
        { name: 'site', label: 'Site', kind: 'subdomain', suffix: '.atlassian.net', placeholder: 'acme' },
        {
          name: 'email',
          label: 'E-mail of your Atlassian account',
          kind: 'text',
          placeholder: 'ada@example.com',
        },
        { name: 'token', label: 'API token', kind: 'secret', hint: 'One without scopes' },
      ],
      send: { in: 'basic', user: '{email}', password: '{token}' },
      helpUrl: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    },
  ],
  hosts: ['{site}.atlassian.net'],
  apiBase: 'https://{site}.atlassian.net',
  account: { identify },
  defaults: [
    {
      argument: 'project',
      label: 'Project',
      listedBy: 'jira_list_projects',
      list: 'projects',
      value: 'key',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'jira_search_issues',
      description: 'Issues by JQL, which must hold a condition.',
      parameters: z.object({
        jql: z.string().describe('e.g. project = ABC ORDER BY updated DESC'),
        ...pageParameters,
      }),
      handler: (search, context) => requests.searchIssues(context, search),
    },
    {
      name: 'jira_list_my_issues',
      description: 'Issues assigned to the user, last changed first.',
      parameters: z.object({
        include_done: z.boolean().default(false).describe('Also finished ones'),
        ...pageParameters,
      }),
      handler({ include_done, ...page }, context) {
        const jql = include_done ? `${ME} ${NEWEST}` : `${ME} AND statusCategory != Done ${NEWEST}`
        return requests.searchIssues(context, { jql, ...page })
      },
    },
    {
      name: 'jira_get_issue',
      description: 'One issue with description and newest comments. To read on, pass next_offset as offset.',
      parameters: z.object({ ...onIssue, offset: z.int().min(0).default(0) }),
      handler: ({ issue, offset }, context) => requests.issueWithComments(context, issue, offset),
    },
    {
      name: 'jira_list_comments',
      description: 'Comments, newest first. Truncated: raise max_chars.',
      parameters: z.object({
        ...onIssue,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ issue, max_chars, ...page }, { request }) {
        const { comments, total } = await requests.listComments(request, issue, answers.pageQuery(page))
        const rows = comments.map((comment) => answers.commentRow(comment, max_chars))
        return countedPage('comments', rows, page, (end) => end < (total ?? 0))
      },
    },
    {
      name: 'jira_list_projects',
      description: 'Projects, for project.',
      parameters: z.object({
        query: z.string().optional().describe('Part of the key or name'),
        ...pageParameters,
      }),
      async handler({ query, ...page }, { request }) {
        const { data } = await request('GET /rest/api/3/project/search', {
          query: { query, ...answers.pageQuery(page) },
          schema: answers.projectsAnswer,
        })
        return countedPage('projects', data.values.map(answers.projectRow), page, () => data.isLast === false)
      },
    },
    {
      name: 'jira_list_issue_types',
      description: 'Types that a new issue of a project can have.',
      parameters: z.object({ ...inProject, ...pageParameters }),
      async handler({ project, ...page }, { request }) {
        const { data } = await request('GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes', {
          path: { projectIdOrKey: project },
          query: answers.pageQuery(page),
          schema: answers.issueTypesAnswer,
        })
        const rows = data.issueTypes.map(answers.issueTypeRow)
        return countedPage('issue_types', rows, page, (end) => end < (data.total ?? 0))
      },
    },
    {
      name: 'jira_list_create_fields',
      description: 'Fields of a new issue: which are required, what they take.',
      parameters: z.object({ ...inProject, issue_type_id: z.string(), ...pageParameters }),
      async handler({ project, issue_type_id, ...page }, { request }) {
        const route = 'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}'
        const { data } = await request(route, {
          path: { projectIdOrKey: project, issueTypeId: issue_type_id },
          query: answers.pageQuery(page),
          schema: answers.createFieldsAnswer,
        })
        const rows = data.fields.map(answers.createFieldRow)
        return countedPage('fields', rows, page, (end) => end < (data.total ?? 0))
      },
    },
    {
      name: 'jira_get_transitions',
      description: 'Where an issue can go from its status.',
      parameters: z.object(onIssue),
      async handler({ issue }, { request }) {
        const transitions = await requests.listTransitions(request, issue)
        return { transitions: transitions.map(answers.transitionRow) }
      },
    },
    {
      name: 'jira_search_users',
      description: 'People by name or e-mail address, for assignee.',
      parameters: z.object({ query: z.string(), ...pageParameters }),
      async handler({ query, ...page }, { request }) {
        const { data } = await request('GET /rest/api/3/user/search', {
          query: { query, ...answers.pageQuery(page) },
          schema: answers.usersAnswer,
        })
        return countedPage('users', data.map(answers.userRow), page, () => data.length >= page.limit)
      },
    },
    {
      name: 'jira_create_issue',
      description: 'Create an issue. Each call makes a new one.',
      parameters: z.object({
        ...inProject,
        issue_type: z.string().describe('Name or id'),
        title: z.string().min(1),
        description: markdown.optional(),
        assignee: z.string().optional().describe('Account id or “me”'),
        priority: nameOrId,
        labels: z.array(z.string()).optional(),
        due: z.string().optional().describe('YYYY-MM-DD'),
        parent: z.string().optional().describe('Key'),
        more_fields: moreFields,
      }),
      summary: ({ issue_type, title, project }) =>
        `Create the ${quote(issue_type)} ${quote(title)} in the project ${quote(project)}`,
      preview: ({ project: place, title, description: body }) => ({ kind: 'document', place, title, body }),
      async handler({ assignee, ...fields }, { request, site }) {
        const assignee_id = assignee === undefined ? undefined : await requests.accountIdOf(request, assignee)
        const { data } = await request('POST /rest/api/3/issue', {
          json: { fields: requests.issueFields({ ...fields, assignee_id }) },
          schema: answers.createdAnswer,
        })
        return compact({ id: data.id, key: data.key, url: answers.issueUrl(site, data.key) })
      },
    },
    {
      name: 'jira_update_issue',
      description: 'Change the given fields of an issue. Safe to repeat.',
      parameters: z.object({
        ...onIssue,
        title: z.string().min(1).optional(),
        description: markdown.optional().describe('Markdown; replaces all'),
        priority: nameOrId,
        labels: z.array(z.string()).optional().describe('Replace all'),
        due: z.string().nullable().optional().describe('YYYY-MM-DD; null: none'),
        parent: z.string().optional().describe('Key'),
        more_fields: moreFields,
      }),
      summary: (args) => `Change ${changedFields(args, 'issue')} of the issue ${quote(args.issue)}`,
      preview: ({ issue: place, title, description: body }) =>
        title === undefined && body === undefined ? undefined : { kind: 'document', place, title, body },
      async handler({ issue, ...fields }, { request, site }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        await request('PUT /rest/api/3/issue/{issueIdOrKey}', {
          path: { issueIdOrKey: issue },
          json: { fields: requests.issueFields(fields) },
          schema: z.unknown(),
        })
        return compact({ key: issue, changed: true, url: answers.issueUrl(site, issue) })
      },
    },
    {
      name: 'jira_move_issue',
      description: 'Move an issue to another status. A repeat may be refused.',
      parameters: z.object({
        ...onIssue,
        to: z.string().describe('Status or transition'),
        resolution: z.string().optional().describe('Name, if asked for'),
      }),
      summary: ({ issue, to }) => `Move the issue ${quote(issue)} to ${quote(to)}`,
      handler: (move, { request }) => requests.moveIssue(request, move),
    },
    {
      name: 'jira_assign_issue',
      description: 'Assign an issue, or take it from everybody. Safe to repeat.',
      parameters: z.object({
        ...onIssue,
        assignee: z.string().nullable().describe('Account id or “me”; null: nobody'),
      }),
      summary: ({ issue, assignee }) =>
        assignee === null
          ? `Take the issue ${quote(issue)} from its assignee`
          : `Assign the issue ${quote(issue)} to ${quote(assignee)}`,
      async handler({ issue, assignee }, { request }) {
        const accountId = assignee === null ? null : await requests.accountIdOf(request, assignee)
        await request('PUT /rest/api/3/issue/{issueIdOrKey}/assignee', {
          path: { issueIdOrKey: issue },
          json: { accountId },
          schema: z.unknown(),
        })
        return { key: issue, assigned: accountId !== null }
      },
    },
    {
      name: 'jira_add_comment',
      description: 'Comment on an issue. Each call adds one.',
      parameters: z.object({ ...onIssue, body: markdown.min(1) }),
      summary: ({ issue, body }) => `Comment on the issue ${quote(issue)}: ${quote(body)}`,
      preview: ({ issue: place, body }) => ({ kind: 'document', place, body }),
      async handler({ issue, body }, { request }) {
        const { data } = await request('POST /rest/api/3/issue/{issueIdOrKey}/comment', {
          path: { issueIdOrKey: issue },
          json: { body: adfOfMarkdown(body) },
          schema: answers.commentAnswer,
        })
        return { id: data.id }
      },
    },
  ],
})
