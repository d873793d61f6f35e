import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { ada, adf, api, issue, issueRow, now } from '../testing/samples/jira.ts'
import { ISSUE_DETAIL_FIELDS } from './jira-answers.ts'
import { jira } from './jira.ts'

const detail = {
  ...issue,
  fields: {
    ...issue.fields,
    description: adf('It fails.'),
    project: { key: 'ED', name: 'Education' },
    reporter: { displayName: 'Eve' },
    resolution: { name: 'Done' },
    created: now,
    parent: { key: 'ED-9', fields: { summary: 'Orders' } },
    issuelinks: [
      {
        id: '1',
        type: { inward: 'is blocked by', outward: 'blocks' },
        outwardIssue: { key: 'PR-2', fields: { summary: 'Pay', status: { name: 'Open' } } },
      },
      {
        id: '2',
        type: { inward: 'is blocked by', outward: 'blocks' },
        inwardIssue: { key: 'PR-3', fields: { summary: 'Ship', status: { name: 'Open' } } },
      },
    ],
  },
}
const detailRow = {
  ...issueRow,
  project: 'ED',
  assignee_id: '5b10a2844c20165700ede21g',
  reporter: 'Eve',
  resolution: 'Done',
  created_at: now,
  parent: 'ED-9',
  links: [
    { relation: 'blocks', key: 'PR-2', title: 'Pay', status: 'Open' },
    { relation: 'is blocked by', key: 'PR-3', title: 'Ship', status: 'Open' },
  ],
  description: 'It fails.',
}
const comment = { id: '10000', author: ada, body: adf('Fixed'), created: now, updated: now }

describe('jira_get_issue', () => {
  it('brings the newest comments along, each cut', async () => {
    const newest = { comments: [{ ...comment, body: adf('z'.repeat(1001)) }], total: 8 }
    const answers = [jsonResponse(detail), jsonResponse(newest)]
    const { result, requests } = await callTool(jira, 'jira_get_issue', { issue: 'ED-1' }, ...answers)
    expect(requests.map(({ method, url, query }) => [method, `${url.origin}${url.pathname}`, query])).toEqual(
      [
        ['GET', `${api}/issue/ED-1`, { fields: ISSUE_DETAIL_FIELDS }],
        ['GET', `${api}/issue/ED-1/comment`, { maxResults: '5', orderBy: '-created' }],
      ],
    )
    const cut = { id: '10000', author: 'Ada', text: 'z'.repeat(1000), truncated: true, created_at: now }
    expect(result).toEqual({ ...detailRow, comments: [cut], comments_total: 8 })
  })

  it('reads a long description on, without the comments again', async () => {
    const long = { ...detail, fields: { ...detail.fields, description: adf('a'.repeat(10_000) + 'bb') } }
    const args = { issue: 'ED-1', offset: 10_000 }
    const { result, requests } = await callTool(jira, 'jira_get_issue', args, jsonResponse(long))
    expect(requests).toHaveLength(1)
    expect(result).toEqual({ ...detailRow, description: 'bb', total_chars: 10_002 })
  })

  it('says nothing of what is not there', async () => {
    const bare = [jsonResponse({ key: 'ED-3', fields: { description: null, issuelinks: [] } })]
    const { result } = await callTool(
      jira,
      'jira_get_issue',
      { issue: 'ED-3' },
      ...bare,
      jsonResponse({ comments: [], total: 0 }),
    )
    expect(result).toEqual({ key: 'ED-3', url: 'https://site.atlassian.net/browse/ED-3' })
  })
})
