import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import * as documents from './linear-documents.ts'
import { linear } from './linear.ts'

const issue = {
  id: 'b1f2',
  identifier: 'ENG-12',
  title: 'Crash on start',
  url: 'https://linear.app/acme/issue/ENG-12',
  priority: 2,
  dueDate: null,
  updatedAt: '2026-01-02T03:04:05.000Z',
  state: { name: 'In Progress' },
  assignee: null,
  team: { key: 'ENG' },
}
const issueRow = {
  id: 'b1f2',
  identifier: 'ENG-12',
  title: 'Crash on start',
  state: 'In Progress',
  team: 'ENG',
  priority: 2,
  updated_at: '2026-01-02T03:04:05.000Z',
  url: 'https://linear.app/acme/issue/ENG-12',
}
const viewer = {
  id: 'u1',
  name: 'Ada',
  email: 'ada@example.com',
  organization: { name: 'Acme', urlKey: 'acme' },
}
const more = { hasNextPage: true, endCursor: 'cur2' }
const last = { hasNextPage: false, endCursor: 'cur9' }

function call(name: string, args: Readonly<Record<string, unknown>>, data: unknown) {
  return callTool(linear, name, args, jsonResponse({ data }))
}

/** One row: tool, arguments, document, variables as sent, data as answered, result. */
const reads: readonly [string, object, string, object, object, object][] = [
  [
    'linear_get_viewer',
    {},
    documents.getViewer,
    {},
    { viewer },
    { id: 'u1', name: 'Ada', email: 'ada@example.com', workspace: 'Acme', workspace_key: 'acme' },
  ],
  [
    'linear_list_teams',
    {},
    documents.listTeams,
    { first: 20 },
    { teams: { nodes: [{ id: 't1', key: 'ENG', name: 'Engineering' }], pageInfo: last } },
    { teams: [{ id: 't1', key: 'ENG', name: 'Engineering' }] },
  ],
  [
    'linear_list_users',
    { name: 'ad', limit: 5, cursor: 'cur1' },
    documents.listUsers,
    { filter: { name: { containsIgnoreCase: 'ad' } }, first: 5, after: 'cur1' },
    { users: { nodes: [{ id: 'u1', name: 'Ada', email: 'ada@example.com' }], pageInfo: more } },
    { users: [{ id: 'u1', name: 'Ada', email: 'ada@example.com' }], next_cursor: 'cur2' },
  ],
  [
    'linear_search_issues',
    { query: 'crash' },
    documents.searchIssues,
    { term: 'crash', first: 20 },
    { issues: { nodes: [issue], pageInfo: last } },
    { issues: [issueRow] },
  ],
  [
    'linear_list_issues',
    { team_id: 't1', project_id: 'p1', assignee_id: 'me', state: 'Todo' },
    documents.listIssues,
    {
      filter: {
        team: { id: { eq: 't1' } },
        project: { id: { eq: 'p1' } },
        assignee: { isMe: { eq: true } },
        state: { name: { eqIgnoreCase: 'Todo' } },
      },
      first: 20,
    },
    { issues: { nodes: [issue], pageInfo: more } },
    { issues: [issueRow], next_cursor: 'cur2' },
  ],
  [
    'linear_list_issues',
    { assignee_id: 'u1' },
    documents.listIssues,
    { filter: { assignee: { id: { eq: 'u1' } } }, first: 20 },
    { issues: { nodes: [], pageInfo: last } },
    { issues: [] },
  ],
  [
    'linear_get_issue',
    { id: 'ENG-12' },
    documents.getIssue,
    { id: 'ENG-12' },
    {
      issue: {
        ...issue,
        description: 'It crashes.',
        state: { id: 's1', name: 'In Progress' },
        project: { id: 'p1', name: 'Stability' },
        labels: { nodes: [{ name: 'bug' }] },
      },
    },
    {
      ...issueRow,
      state_id: 's1',
      project: 'Stability',
      project_id: 'p1',
      labels: ['bug'],
      description: 'It crashes.',
    },
  ],
  [
    'linear_list_comments',
    { issue_id: 'ENG-12', max_chars: 100 },
    documents.listComments,
    { id: 'ENG-12', first: 20 },
    {
      issue: {
        comments: {
          nodes: [
            {
              id: 'c1',
              body: 'x'.repeat(101),
              createdAt: '2026-01-01',
              user: { name: 'Ada' },
              parentId: null,
            },
          ],
          pageInfo: last,
        },
      },
    },
    {
      comments: [
        { id: 'c1', author: 'Ada', body: 'x'.repeat(100), truncated: true, created_at: '2026-01-01' },
      ],
    },
  ],
  [
    'linear_list_workflow_states',
    { team_id: 't1' },
    documents.listWorkflowStates,
    { filter: { team: { id: { eq: 't1' } } }, first: 20 },
    { workflowStates: { nodes: [{ id: 's1', name: 'Todo', type: 'unstarted', team: { key: 'ENG' } }] } },
    { states: [{ id: 's1', name: 'Todo', type: 'unstarted', team: 'ENG' }] },
  ],
  [
    'linear_list_labels',
    { team_id: 't1' },
    documents.listLabels,
    { filter: { or: [{ team: { id: { eq: 't1' } } }, { team: { null: true } }] }, first: 20 },
    { issueLabels: { nodes: [{ id: 'l1', name: 'bug', team: null }], pageInfo: last } },
    { labels: [{ id: 'l1', name: 'bug' }] },
  ],
  [
    'linear_list_projects',
    { name: 'stab' },
    documents.listProjects,
    { filter: { name: { containsIgnoreCase: 'stab' } }, first: 20 },
    {
      projects: {
        nodes: [
          {
            id: 'p1',
            name: 'Stability',
            url: 'https://linear.app/p1',
            targetDate: '2026-03-01',
            status: { name: 'Planned' },
            lead: null,
          },
        ],
        pageInfo: last,
      },
    },
    {
      projects: [
        {
          id: 'p1',
          name: 'Stability',
          url: 'https://linear.app/p1',
          status: 'Planned',
          target_date: '2026-03-01',
        },
      ],
    },
  ],
]

const writes: typeof reads = [
  [
    'linear_create_issue',
    {
      team_id: 't1',
      title: 'Crash',
      body: 'It **crashes**',
      assignee_id: 'u1',
      priority: 1,
      state_id: 's1',
      label_ids: ['l1'],
      project_id: 'p1',
      due_date: '2026-02-01',
    },
    documents.createIssue,
    {
      input: {
        teamId: 't1',
        title: 'Crash',
        description: 'It **crashes**',
        assigneeId: 'u1',
        priority: 1,
        stateId: 's1',
        labelIds: ['l1'],
        projectId: 'p1',
        dueDate: '2026-02-01',
      },
    },
    {
      saved: {
        success: true,
        issue: { id: 'b1f2', identifier: 'ENG-12', title: 'Crash', url: 'https://l.app/12' },
      },
    },
    { id: 'b1f2', identifier: 'ENG-12', title: 'Crash', url: 'https://l.app/12' },
  ],
  [
    'linear_update_issue',
    { id: 'ENG-12', state_id: 's2', assignee_id: null },
    documents.updateIssue,
    { id: 'ENG-12', input: { stateId: 's2', assigneeId: null } },
    { saved: { success: true, issue } },
    issueRow,
  ],
  [
    'linear_create_comment',
    { issue_id: 'ENG-12', body: 'Fixed', parent_id: 'c0' },
    documents.createComment,
    { input: { issueId: 'ENG-12', body: 'Fixed', parentId: 'c0' } },
    { saved: { success: true, comment: { id: 'c1', url: 'https://linear.app/c1' } } },
    { id: 'c1', url: 'https://linear.app/c1' },
  ],
  [
    'linear_archive_issue',
    { id: 'b1f2' },
    documents.archiveIssue,
    { id: 'b1f2' },
    { saved: { success: true } },
    { id: 'b1f2', archived: true },
  ],
]

describe('every tool of linear', () => {
  it.each([...reads, ...writes])(
    '%s asks for %j and shapes the answer',
    async (name, args, query, variables, data, row) => {
      const { result, requests } = await call(name, { ...args }, data)
      expect(requests).toHaveLength(1)
      expect(requests[0]).toMatchObject({ integrationId: 'linear', method: 'POST' })
      expect(requests[0]?.url.href).toBe('https://api.linear.app/graphql')
      expect(requests[0]?.body).toEqual({ query, variables })
      expect(result).toEqual(row)
    },
  )

  it('has a test row for every tool', () => {
    const tested = new Set([...reads, ...writes].map(([name]) => name))
    expect(linear.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
