import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { ada, adf, api, issue, issueRow, now } from '../testing/samples/jira.ts'
import { ISSUE_FIELDS } from './jira-answers.ts'
import { jira } from './jira.ts'

const comment = { id: '10000', author: ada, body: adf('Fixed'), created: now, updated: now }

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly answer: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'jira_search_issues',
    args: { jql: 'project = ED', limit: 1, cursor: 'CAEaAggD' },
    sends: 'GET /search/jql',
    query: { jql: 'project = ED', fields: ISSUE_FIELDS, maxResults: '1', nextPageToken: 'CAEaAggD' },
    answer: { issues: [issue], isLast: false, nextPageToken: 'CAEaAggE' },
    result: { issues: [issueRow], next_cursor: 'CAEaAggE' },
  },
  {
    tool: 'jira_list_my_issues',
    args: {},
    sends: 'GET /search/jql',
    query: {
      jql: 'assignee = currentUser() AND statusCategory != Done ORDER BY updated DESC',
      fields: ISSUE_FIELDS,
      maxResults: '20',
    },
    answer: { issues: [{ id: '1', key: 'ED-2', fields: { summary: 'Bare', assignee: null } }], isLast: true },
    result: { issues: [{ key: 'ED-2', title: 'Bare', url: 'https://site.atlassian.net/browse/ED-2' }] },
  },
  {
    tool: 'jira_list_my_issues',
    args: { include_done: true, limit: 5 },
    sends: 'GET /search/jql',
    query: { jql: 'assignee = currentUser() ORDER BY updated DESC', fields: ISSUE_FIELDS, maxResults: '5' },
    answer: { issues: [], isLast: true },
    result: { issues: [] },
  },
  {
    tool: 'jira_list_comments',
    args: { issue: 'ED-1', max_chars: 100, limit: 1, cursor: '1' },
    sends: 'GET /issue/ED-1/comment',
    query: { startAt: '1', maxResults: '1', orderBy: '-created' },
    answer: {
      comments: [{ ...comment, body: adf('y'.repeat(101)), updated: '2026-01-18T00:00:00.000+0000' }],
      startAt: 1,
      total: 3,
    },
    result: {
      comments: [
        {
          id: '10000',
          author: 'Ada',
          text: 'y'.repeat(100),
          truncated: true,
          created_at: now,
          edited_at: '2026-01-18T00:00:00.000+0000',
        },
      ],
      next_cursor: '2',
    },
  },
  {
    tool: 'jira_list_projects',
    args: { query: 'ed', limit: 2 },
    sends: 'GET /project/search',
    query: { query: 'ed', maxResults: '2' },
    answer: {
      isLast: false,
      total: 7,
      values: [
        { id: '10000', key: 'ED', name: 'Education', projectTypeKey: 'software', style: 'classic' },
        { id: '10001', key: 'ABC', name: 'Alphabetical' },
      ],
    },
    result: {
      projects: [
        { id: '10000', key: 'ED', name: 'Education', type: 'software' },
        { id: '10001', key: 'ABC', name: 'Alphabetical' },
      ],
      next_cursor: '2',
    },
  },
  {
    tool: 'jira_list_issue_types',
    args: { project: 'ED' },
    sends: 'GET /issue/createmeta/ED/issuetypes',
    query: { maxResults: '20' },
    answer: {
      issueTypes: [
        { id: '1', name: 'Bug', description: 'An error in the code', subtask: false },
        { id: '2', name: 'Sub-task', description: '', subtask: true },
      ],
      startAt: 0,
      total: 2,
    },
    result: {
      issue_types: [
        { id: '1', name: 'Bug', description: 'An error in the code' },
        { id: '2', name: 'Sub-task', needs_parent: true },
      ],
    },
  },
  {
    tool: 'jira_list_create_fields',
    args: { project: 'ED', issue_type_id: '1', limit: 3 },
    sends: 'GET /issue/createmeta/ED/issuetypes/1',
    query: { maxResults: '3' },
    answer: {
      fields: [
        {
          fieldId: 'summary',
          name: 'Summary',
          required: true,
          hasDefaultValue: false,
          schema: { type: 'string' },
        },
        {
          fieldId: 'customfield_10020',
          name: 'Colours',
          required: true,
          hasDefaultValue: true,
          schema: { type: 'array', items: 'option' },
          allowedValues: [{ id: '7', value: 'red', self: 'x' }, 'odd'],
        },
        {
          fieldId: 'priority',
          name: 'Priority',
          required: false,
          schema: { type: 'priority' },
          allowedValues: [{ id: '1', name: 'High' }],
        },
      ],
      total: 5,
    },
    result: {
      fields: [
        { id: 'summary', name: 'Summary', required: true, type: 'string' },
        {
          id: 'customfield_10020',
          name: 'Colours',
          type: 'array of option',
          values: [{ id: '7', name: 'red' }],
        },
        { id: 'priority', name: 'Priority', type: 'priority', values: [{ id: '1', name: 'High' }] },
      ],
      next_cursor: '3',
    },
  },
  {
    tool: 'jira_get_transitions',
    args: { issue: 'ED-1' },
    sends: 'GET /issue/ED-1/transitions',
    answer: {
      transitions: [{ id: '2', name: 'Close Issue', hasScreen: false, to: { id: '5', name: 'Closed' } }],
    },
    result: { transitions: [{ id: '2', name: 'Close Issue', to: 'Closed' }] },
  },
  {
    tool: 'jira_search_users',
    args: { query: 'ada', limit: 2, cursor: '2' },
    sends: 'GET /user/search',
    query: { query: 'ada', startAt: '2', maxResults: '2' },
    answer: [
      { ...ada, emailAddress: 'ada@example.com' },
      { accountId: '2', displayName: 'Bot', accountType: 'app', active: false, emailAddress: '' },
    ],
    result: {
      users: [
        { id: '5b10a2844c20165700ede21g', name: 'Ada', email: 'ada@example.com' },
        { id: '2', name: 'Bot', kind: 'app', deactivated: true },
      ],
      next_cursor: '4',
    },
  },
]

describe('what jira reads', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(jira, tool, args, jsonResponse(answer))
    expect(requests.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual([
      expected.sends.replace(' /', ` ${api}/`),
    ])
    expect(requests[0]?.query).toEqual(expected.query ?? {})
    expect(requests[0]?.body).toBeUndefined()
    expect(result).toEqual(expected.result)
  })

  it('has a test for each of them', () => {
    const reads = jira.tools.filter(({ effect }) => effect === 'read').map(({ name }) => name)
    const tested = new Set(cases.map(({ tool }) => tool))
    // The one with several requests has a file of its own.
    expect(reads.filter((name) => !tested.has(name))).toEqual(['jira_get_issue'])
  })
})
