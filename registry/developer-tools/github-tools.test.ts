import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { github } from './github.ts'

const api = 'https://api.github.com'
const next = { headers: { link: `<${api}/x?page=3>; rel="next", <${api}/x?page=9>; rel="last"` } }
const octocat = { login: 'octocat', id: 1 }
const place = { owner: 'o', repo: 'r' }

const issue = {
  number: 7,
  title: 'Crash',
  state: 'open',
  state_reason: null,
  body: 'It crashes.',
  user: octocat,
  assignees: [octocat],
  labels: [{ id: 1, name: 'bug' }, 'plain'],
  comments: 2,
  repository_url: `${api}/repos/o/r`,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-02T00:00:00Z',
  html_url: 'https://github.com/o/r/issues/7',
}
const issueRow = {
  repo: 'o/r',
  number: 7,
  title: 'Crash',
  state: 'open',
  author: 'octocat',
  assignees: ['octocat'],
  labels: ['bug', 'plain'],
  comments: 2,
  updated_at: '2026-01-02T00:00:00Z',
  url: 'https://github.com/o/r/issues/7',
}
const pull = {
  number: 8,
  title: 'Fix',
  state: 'open',
  draft: false,
  user: octocat,
  head: { ref: 'fix', sha: 'abc' },
  base: { ref: 'main', sha: 'def' },
  updated_at: '2026-01-02T00:00:00Z',
  html_url: 'https://github.com/o/r/pull/8',
}
const pullRow = {
  number: 8,
  title: 'Fix',
  state: 'open',
  draft: false,
  author: 'octocat',
  head: 'fix',
  base: 'main',
  updated_at: '2026-01-02T00:00:00Z',
  url: 'https://github.com/o/r/pull/8',
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'github_get_user',
    args: {},
    sends: 'GET /user',
    answer: jsonResponse({
      ...octocat,
      name: null,
      email: 'o@example.com',
      html_url: 'https://github.com/octocat',
    }),
    result: { login: 'octocat', email: 'o@example.com', url: 'https://github.com/octocat' },
  },
  {
    tool: 'github_list_repos',
    args: { limit: 5, cursor: '2' },
    sends: 'GET /user/repos',
    query: { sort: 'pushed', per_page: '5', page: '2' },
    answer: jsonResponse([{ full_name: 'o/r', private: true, archived: false, open_issues_count: 0 }], next),
    result: { repos: [{ repo: 'o/r', private: true, open_issues: 0 }], next_cursor: '3' },
  },
  {
    tool: 'github_search_issues',
    args: { query: 'is:issue crash' },
    sends: 'GET /search/issues',
    query: { q: 'is:issue crash', per_page: '20' },
    answer: jsonResponse({ total_count: 1, incomplete_results: false, items: [issue] }),
    result: { total: 1, issues: [issueRow] },
  },
  {
    tool: 'github_search_code',
    args: { query: 'parse repo:o/r' },
    sends: 'GET /search/code',
    query: { q: 'parse repo:o/r', per_page: '20' },
    answer: jsonResponse(
      {
        total_count: 40,
        incomplete_results: true,
        items: [{ path: 'a.ts', repository: { full_name: 'o/r' }, text_matches: [{ fragment: 'parse()' }] }],
      },
      next,
    ),
    result: {
      total: 40,
      incomplete: true,
      files: [{ repo: 'o/r', path: 'a.ts', fragments: ['parse()'] }],
      next_cursor: '3',
    },
  },
  {
    tool: 'github_get_issue',
    args: { ...place, issue_number: 7 },
    sends: 'GET /repos/o/r/issues/7',
    answer: jsonResponse(issue),
    result: { ...issueRow, created_at: '2026-01-01T00:00:00Z', body: 'It crashes.' },
  },
  {
    tool: 'github_list_issue_comments',
    args: { ...place, issue_number: 7, max_chars: 100 },
    sends: 'GET /repos/o/r/issues/7/comments',
    query: { per_page: '20' },
    answer: jsonResponse([{ id: 1, body: 'y'.repeat(150), user: null, created_at: '2026-01-01T00:00:00Z' }]),
    result: {
      comments: [{ id: 1, body: 'y'.repeat(100), truncated: true, created_at: '2026-01-01T00:00:00Z' }],
    },
  },
  {
    tool: 'github_list_pull_requests',
    args: { ...place, base: 'main' },
    sends: 'GET /repos/o/r/pulls',
    query: { state: 'open', base: 'main', per_page: '20' },
    answer: jsonResponse([pull]),
    result: { pull_requests: [pullRow] },
  },
  {
    tool: 'github_get_pull_request',
    args: { ...place, pull_number: 8 },
    sends: 'GET /repos/o/r/pulls/8',
    answer: jsonResponse({ ...pull, body: null, merged: false, mergeable_state: 'clean', changed_files: 1 }),
    result: {
      ...pullRow,
      merged: false,
      mergeable_state: 'clean',
      head_sha: 'abc',
      changed_files: 1,
      body: '',
    },
  },
  {
    tool: 'github_list_pull_request_files',
    args: { ...place, pull_number: 8, max_chars: 100, limit: 1 },
    sends: 'GET /repos/o/r/pulls/8/files',
    query: { per_page: '1' },
    answer: jsonResponse([
      { filename: 'a.ts', status: 'modified', additions: 1, deletions: 0, patch: '+'.repeat(101) },
      { filename: 'b.png', status: 'added', additions: 0, deletions: 0 },
    ]),
    result: {
      files: [
        {
          filename: 'a.ts',
          status: 'modified',
          additions: 1,
          deletions: 0,
          patch: '+'.repeat(100),
          truncated: true,
        },
        { filename: 'b.png', status: 'added', additions: 0, deletions: 0 },
      ],
    },
  },
  {
    tool: 'github_get_file',
    args: { ...place, path: '/src/ä b.ts', ref: 'main' },
    sends: 'GET /repos/o/r/contents/src/%C3%A4%20b.ts',
    query: { ref: 'main' },
    // `Grüße` in Base64 with the line breaks GitHub puts in.
    answer: jsonResponse({
      type: 'file',
      path: 'src/ä b.ts',
      sha: 's',
      encoding: 'base64',
      content: 'R3LD\nvMOfZQ==\n',
    }),
    result: { path: 'src/ä b.ts', sha: 's', content: 'Grüße' },
  },
  {
    tool: 'github_list_notifications',
    args: { all: true },
    sends: 'GET /notifications',
    query: { all: 'true', per_page: '20' },
    answer: jsonResponse([
      {
        id: '9',
        reason: 'mention',
        unread: true,
        updated_at: '2026-01-01T00:00:00Z',
        subject: { title: 'Crash', type: 'Issue', url: `${api}/repos/o/r/issues/7` },
        repository: { full_name: 'o/r' },
      },
    ]),
    result: {
      notifications: [
        {
          id: '9',
          repo: 'o/r',
          type: 'Issue',
          number: 7,
          title: 'Crash',
          reason: 'mention',
          unread: true,
          updated_at: '2026-01-01T00:00:00Z',
        },
      ],
    },
  },
  {
    tool: 'github_create_issue',
    args: { ...place, title: 'Crash', body: 'b', labels: ['bug'], assignees: ['octocat'] },
    sends: 'POST /repos/o/r/issues',
    body: { title: 'Crash', body: 'b', labels: ['bug'], assignees: ['octocat'] },
    answer: jsonResponse(issue, { status: 201 }),
    result: { number: 7, url: 'https://github.com/o/r/issues/7' },
  },
  {
    tool: 'github_update_issue',
    args: { ...place, issue_number: 7, state: 'closed', state_reason: 'not_planned' },
    sends: 'PATCH /repos/o/r/issues/7',
    body: { state: 'closed', state_reason: 'not_planned' },
    answer: jsonResponse({ ...issue, state: 'closed', state_reason: 'not_planned' }),
    result: { ...issueRow, state: 'closed', state_reason: 'not_planned' },
  },
  {
    tool: 'github_create_comment',
    args: { ...place, issue_number: 7, body: 'Done' },
    sends: 'POST /repos/o/r/issues/7/comments',
    body: { body: 'Done' },
    answer: jsonResponse({ id: 5, html_url: 'https://github.com/o/r/issues/7#c5' }, { status: 201 }),
    result: { id: 5, url: 'https://github.com/o/r/issues/7#c5' },
  },
  {
    tool: 'github_merge_pull_request',
    args: { ...place, pull_number: 8, merge_method: 'squash', sha: 'abc' },
    sends: 'PUT /repos/o/r/pulls/8/merge',
    body: { merge_method: 'squash', sha: 'abc' },
    answer: jsonResponse({ sha: 'm1', merged: true, message: 'Pull Request successfully merged' }),
    result: { merged: true, sha: 'm1' },
  },
]

describe('every tool of github', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(github, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe(api)
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(sent?.headers.get('x-github-api-version')).toBe('2022-11-28')
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(github.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
