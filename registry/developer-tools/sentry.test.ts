import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { sentry } from './sentry.ts'

const us = 'https://us.sentry.io'
const place = { organization_id: 'acme' }
const inIssue = { ...place, issue_id: '123' }

function links(results: boolean) {
  const base = `${us}/api/0/organizations/acme/issues/?`
  const previous = `<${base}&cursor=0:0:1>; rel="previous"; results="false"; cursor="0:0:1"`
  return {
    headers: {
      link: `${previous}, <${base}&cursor=0:100:0>; rel="next"; results="${results}"; cursor="0:100:0"`,
    },
  }
}

const issue = {
  id: '123',
  shortId: 'PUMP-1',
  title: 'TypeError: x is undefined',
  culprit: 'app.js in run',
  level: 'error',
  status: 'unresolved',
  substatus: 'ongoing',
  priority: 'high',
  isUnhandled: true,
  assignedTo: { type: 'user', id: '1', name: 'Ada', email: 'ada@example.com' },
  count: '42',
  userCount: 3,
  firstSeen: '2026-01-01T00:00:00Z',
  lastSeen: '2026-01-02T00:00:00Z',
  project: { id: '2', name: 'Pump', slug: 'pump', platform: 'javascript' },
  platform: 'javascript',
  numComments: 0,
  permalink: 'https://acme.sentry.io/issues/123/',
}
const issueRow = {
  id: '123',
  short_id: 'PUMP-1',
  title: 'TypeError: x is undefined',
  culprit: 'app.js in run',
  project: 'pump',
  level: 'error',
  status: 'unresolved',
  priority: 'high',
  assignee: 'Ada',
  events: 42,
  users: 3,
  first_seen: '2026-01-01T00:00:00Z',
  last_seen: '2026-01-02T00:00:00Z',
  url: 'https://acme.sentry.io/issues/123/',
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'sentry_list_organizations',
    args: { limit: 10, cursor: '0:100:0' },
    sends: 'GET https://sentry.io/api/0/organizations/',
    query: { per_page: '10', cursor: '0:100:0' },
    answer: jsonResponse(
      [{ id: '1', slug: 'acme', name: 'Acme', links: { regionUrl: 'https://de.sentry.io' } }],
      links(false),
    ),
    result: { organizations: [{ id: 'acme', name: 'Acme', region: 'de' }] },
  },
  {
    tool: 'sentry_list_projects',
    args: { ...place, region: 'de', query: 'pu' },
    sends: 'GET https://de.sentry.io/api/0/organizations/acme/projects/',
    query: { query: 'pu', per_page: '20' },
    answer: jsonResponse([{ id: '2', slug: 'pump', name: 'Pump', platform: 'javascript' }], links(true)),
    result: {
      projects: [{ id: '2', slug: 'pump', name: 'Pump', platform: 'javascript' }],
      next_cursor: '0:100:0',
    },
  },
  {
    tool: 'sentry_search_issues',
    args: { ...place, project: 'pump', period: '14d', sort: 'freq' },
    sends: `GET ${us}/api/0/organizations/acme/issues/`,
    query: { query: 'is:unresolved', project: 'pump', sort: 'freq', limit: '20', statsPeriod: '14d' },
    answer: jsonResponse([issue], links(true)),
    result: { issues: [issueRow], next_cursor: '0:100:0' },
  },
  {
    tool: 'sentry_get_issue',
    args: inIssue,
    sends: `GET ${us}/api/0/organizations/acme/issues/123/`,
    answer: jsonResponse(issue),
    result: { ...issueRow, substatus: 'ongoing', platform: 'javascript', unhandled: true, comments: 0 },
  },
  {
    tool: 'sentry_get_issue_event',
    args: inIssue,
    sends: `GET ${us}/api/0/organizations/acme/issues/123/events/latest/`,
    query: { llmFormat: 'markdown' },
    answer: jsonResponse({
      id: 'e1',
      eventID: 'e1',
      title: 'TypeError',
      message: '',
      formatted: { format: 'markdown', content: '# TypeError' },
    }),
    result: { event_id: 'e1', title: 'TypeError', content: '# TypeError' },
  },
  {
    tool: 'sentry_list_issue_events',
    args: { ...inIssue, query: 'release:1.0' },
    sends: `GET ${us}/api/0/organizations/acme/issues/123/events/`,
    query: { query: 'release:1.0', per_page: '20' },
    answer: jsonResponse(
      [{ eventID: 'e1', title: 'TypeError', message: '', tags: [{ key: 'release', value: '1.0' }] }],
      links(false),
    ),
    result: { events: [{ event_id: 'e1', title: 'TypeError', tags: ['release: 1.0'] }] },
  },
  {
    tool: 'sentry_get_issue_tag',
    args: { ...inIssue, key: 'release' },
    sends: `GET ${us}/api/0/organizations/acme/issues/123/tags/release/`,
    answer: jsonResponse({
      key: 'release',
      name: 'Release',
      uniqueValues: 1,
      totalValues: 42,
      topValues: [{ key: 'release', name: '1.0', value: '1.0', count: 42, lastSeen: '2026-01-02T00:00:00Z' }],
    }),
    result: {
      tag: 'release',
      unique_values: 1,
      events: 42,
      top: [{ value: '1.0', events: 42, last_seen: '2026-01-02T00:00:00Z' }],
    },
  },
  {
    tool: 'sentry_list_releases',
    args: { ...place, project: 'pump', query: '1.' },
    sends: `GET ${us}/api/0/organizations/acme/releases/`,
    query: { project: 'pump', query: '1.', per_page: '20' },
    answer: jsonResponse(
      [
        {
          id: 9,
          version: '1.0',
          status: 'open',
          newGroups: 2,
          commitCount: 5,
          dateCreated: '2026-01-01T00:00:00Z',
          dateReleased: null,
          projects: [{ id: 2, slug: 'pump', name: 'Pump' }],
        },
      ],
      links(false),
    ),
    result: {
      releases: [
        {
          version: '1.0',
          status: 'open',
          projects: ['pump'],
          new_issues: 2,
          commits: 5,
          created_at: '2026-01-01T00:00:00Z',
        },
      ],
    },
  },
  {
    tool: 'sentry_query_events',
    args: { ...place, dataset: 'errors', fields: ['count()'], sort: '-count()', period: '24h' },
    sends: `GET ${us}/api/0/organizations/acme/events/`,
    query: { field: 'count()', dataset: 'errors', sort: '-count()', statsPeriod: '24h', per_page: '20' },
    answer: jsonResponse(
      { data: [{ 'count()': 42 }], meta: { fields: { 'count()': 'integer' } } },
      links(false),
    ),
    result: { rows: [{ 'count()': 42 }] },
  },
  {
    tool: 'sentry_update_issue',
    args: { ...inIssue, status: 'resolved', assigned_to: 'ada@example.com' },
    sends: `PUT ${us}/api/0/organizations/acme/issues/123/`,
    body: { status: 'resolved', assignedTo: 'ada@example.com' },
    answer: jsonResponse({ ...issue, status: 'resolved' }),
    result: { ...issueRow, status: 'resolved' },
  },
]

describe('every tool of sentry', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(sentry, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(sentry.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('sentry', () => {
  it('asks for every field of a table by itself', async () => {
    const args = { ...place, dataset: 'spans', fields: ['transaction', 'p95(span.duration)'] }
    const { requests } = await callTool(sentry, 'sentry_query_events', args, jsonResponse({ data: [] }))
    expect(requests[0]?.url.searchParams.getAll('field')).toEqual(['transaction', 'p95(span.duration)'])
  })

  it('reads a long event on from offset', async () => {
    const long = jsonResponse({ eventID: 'e1', formatted: { content: 'a'.repeat(10_000) + 'b'.repeat(5) } })
    const { result } = await callTool(sentry, 'sentry_get_issue_event', { ...inIssue, offset: 10_000 }, long)
    expect(result).toMatchObject({ content: 'bbbbb', total_chars: 10_005 })
  })

  it('does not send an update without a field', async () => {
    await expect(callTool(sentry, 'sentry_update_issue', inIssue)).rejects.toThrow('No field to change')
  })

  it.each([
    [401, 'Invalid token'],
    [404, 'The requested resource does not exist'],
  ])('hands a refusal %i on in the words of Sentry', async (status, detail) => {
    const refused = callTool(sentry, 'sentry_get_issue', inIssue, jsonResponse({ detail }, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: detail })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const body = { detail: 'You are attempting to use this endpoint too frequently.' }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '5' } })
    const refused = callTool(sentry, 'sentry_search_issues', place, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 5 })
  })

  it('names the account by its organizations', async () => {
    const organizations = [
      { id: '1', slug: 'acme', name: 'Acme' },
      { id: '2', slug: 'beta', name: 'Beta' },
    ]
    const { context } = fakeContext(sentry, [jsonResponse(organizations)])
    expect(await sentry.account.identify(context)).toEqual({ id: '1', name: 'acme, beta' })
  })

  it('does not connect a token that reaches nothing', async () => {
    const { context } = fakeContext(sentry, [jsonResponse([])])
    await expect(sentry.account.identify(context)).rejects.toMatchObject({ status: 403 })
  })

  it('announces an update in the dialog from its arguments', () => {
    const update = sentry.tools.find(({ name }) => name === 'sentry_update_issue')
    expect(update?.summarize({ ...inIssue, region: 'us', status: 'ignored' })).toBe(
      'Change status of the issue “123” in “acme”',
    )
  })
})
