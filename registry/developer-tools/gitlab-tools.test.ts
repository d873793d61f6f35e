import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { gitlab } from './gitlab.ts'

const api = 'https://host.example.org/api/v4'
const next = { headers: { link: `<${api}/x?page=3&per_page=20>; rel="next", <${api}/x?page=9>; rel="last"` } }
const place = { project_id: 'acme/app' }
const path = '/api/v4/projects/acme%2Fapp'

const issue = {
  id: 76,
  iid: 6,
  title: 'Crash',
  description: 'It crashes.',
  state: 'opened',
  labels: ['bug'],
  author: { id: 18, username: 'ada' },
  assignees: [{ id: 1, username: 'grace' }],
  due_date: null,
  confidential: false,
  user_notes_count: 1,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
  web_url: 'https://gitlab.com/acme/app/-/issues/6',
}
const issueRow = {
  number: 6,
  title: 'Crash',
  state: 'opened',
  labels: ['bug'],
  author: 'ada',
  assignees: ['grace'],
  comments: 1,
  updated_at: '2026-01-02T00:00:00Z',
  url: 'https://gitlab.com/acme/app/-/issues/6',
}
const mergeRequest = {
  iid: 8,
  title: 'Fix',
  description: 'Fixes it.',
  state: 'opened',
  draft: true,
  labels: [],
  author: { username: 'ada' },
  assignees: [],
  reviewers: [{ username: 'grace' }],
  source_branch: 'fix',
  target_branch: 'main',
  sha: 'abc',
  has_conflicts: false,
  detailed_merge_status: 'mergeable',
  user_notes_count: 0,
  changes_count: '1',
  head_pipeline: { id: 3, status: 'success', web_url: 'https://gitlab.com/p/3' },
  updated_at: '2026-01-02T00:00:00Z',
  web_url: 'https://gitlab.com/acme/app/-/merge_requests/8',
}
const mergeRequestRow = {
  number: 8,
  title: 'Fix',
  state: 'opened',
  draft: true,
  author: 'ada',
  source_branch: 'fix',
  target_branch: 'main',
  updated_at: '2026-01-02T00:00:00Z',
  url: 'https://gitlab.com/acme/app/-/merge_requests/8',
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'gitlab_list_projects',
    args: { query: 'app', limit: 5, cursor: '2' },
    sends: 'GET /api/v4/projects',
    query: {
      membership: 'true',
      simple: 'true',
      order_by: 'last_activity_at',
      search: 'app',
      per_page: '5',
      page: '2',
    },
    answer: jsonResponse(
      [{ id: 1, path_with_namespace: 'acme/app', description: null, default_branch: 'main' }],
      next,
    ),
    result: { projects: [{ id: 1, path: 'acme/app', default_branch: 'main' }], next_cursor: '3' },
  },
  {
    tool: 'gitlab_list_issues',
    args: { ...place, labels: ['bug', 'urgent'], assignee: 'grace', query: 'crash' },
    sends: `GET ${path}/issues`,
    query: {
      state: 'opened',
      search: 'crash',
      labels: 'bug,urgent',
      assignee_username: 'grace',
      per_page: '20',
    },
    answer: jsonResponse([issue]),
    result: { issues: [issueRow] },
  },
  {
    tool: 'gitlab_get_issue',
    args: { ...place, issue_number: 6 },
    sends: `GET ${path}/issues/6`,
    answer: jsonResponse(issue),
    result: { ...issueRow, created_at: '2026-01-01T00:00:00Z', description: 'It crashes.' },
  },
  {
    tool: 'gitlab_list_comments',
    args: { ...place, on: 'merge_request', item_number: 8, max_chars: 100 },
    sends: `GET ${path}/merge_requests/8/notes`,
    query: { per_page: '20' },
    answer: jsonResponse([
      { id: 1, body: 'assigned to @grace', system: true },
      {
        id: 2,
        body: 'y'.repeat(101),
        system: false,
        author: { username: 'ada' },
        created_at: '2026-01-01T00:00:00Z',
      },
    ]),
    result: {
      comments: [
        { id: 2, author: 'ada', body: 'y'.repeat(100), truncated: true, created_at: '2026-01-01T00:00:00Z' },
      ],
    },
  },
  {
    tool: 'gitlab_list_merge_requests',
    args: { ...place, query: 'fix', state: 'all' },
    sends: `GET ${path}/merge_requests`,
    query: { state: 'all', search: 'fix', per_page: '20' },
    answer: jsonResponse([mergeRequest], next),
    result: { merge_requests: [mergeRequestRow], next_cursor: '3' },
  },
  {
    tool: 'gitlab_get_merge_request',
    args: { ...place, merge_request_number: 8 },
    sends: `GET ${path}/merge_requests/8`,
    answer: jsonResponse(mergeRequest),
    result: {
      ...mergeRequestRow,
      labels: [],
      assignees: [],
      reviewers: ['grace'],
      merge_status: 'mergeable',
      changed_files: '1',
      comments: 0,
      pipeline: 'success',
      pipeline_url: 'https://gitlab.com/p/3',
      head_sha: 'abc',
      description: 'Fixes it.',
    },
  },
  {
    tool: 'gitlab_list_merge_request_diffs',
    args: { ...place, merge_request_number: 8, max_chars: 100 },
    sends: `GET ${path}/merge_requests/8/diffs`,
    query: { per_page: '20' },
    answer: jsonResponse([
      { old_path: 'a.ts', new_path: 'a.ts', diff: '+'.repeat(101), new_file: false, renamed_file: false },
      { old_path: 'b.ts', new_path: 'c.ts', diff: '', renamed_file: true, too_large: true },
      { old_path: 'd.ts', new_path: 'd.ts', diff: '+d', new_file: true },
      { old_path: 'e.ts', new_path: 'e.ts', diff: '-e', deleted_file: true, collapsed: false },
    ]),
    result: {
      files: [
        { path: 'a.ts', change: 'modified', diff: '+'.repeat(100), truncated: true },
        { path: 'c.ts', old_path: 'b.ts', change: 'renamed', diff: '', left_out: true },
        { path: 'd.ts', change: 'added', diff: '+d' },
        { path: 'e.ts', change: 'deleted', diff: '-e' },
      ],
    },
  },
  {
    tool: 'gitlab_get_file',
    args: { ...place, path: 'src/ä.ts' },
    sends: `GET ${path}/repository/files/src%2F%C3%A4.ts/raw`,
    query: { ref: 'HEAD' },
    answer: new Response(`${'a'.repeat(10_000)}z`),
    result: { path: 'src/ä.ts', content: 'a'.repeat(10_000), next_offset: 10_000, total_chars: 10_001 },
  },
  {
    tool: 'gitlab_create_issue',
    args: { ...place, title: 'Crash', description: 'b', labels: ['bug', 'urgent'] },
    sends: `POST ${path}/issues`,
    body: { title: 'Crash', description: 'b', labels: 'bug,urgent' },
    answer: jsonResponse(issue, { status: 201 }),
    result: issueRow,
  },
  {
    tool: 'gitlab_update_issue',
    args: { ...place, issue_number: 6, state_event: 'close', labels: [] },
    sends: `PUT ${path}/issues/6`,
    body: { state_event: 'close', labels: '' },
    answer: jsonResponse({ ...issue, state: 'closed' }),
    result: { ...issueRow, state: 'closed' },
  },
  {
    tool: 'gitlab_create_comment',
    args: { ...place, on: 'issue', item_number: 6, body: 'Done' },
    sends: `POST ${path}/issues/6/notes`,
    body: { body: 'Done' },
    answer: jsonResponse({ id: 5, body: 'Done' }, { status: 201 }),
    result: { id: 5 },
  },
]

describe('every tool of gitlab', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(gitlab, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://host.example.org')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(gitlab.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
