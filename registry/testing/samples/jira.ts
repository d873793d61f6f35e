/** As Jira sends them, and as tools pass them on. */
export const api = 'https://site.atlassian.net/rest/api/3'
export const now = '2026-01-17T12:34:00.000+0000'
export const ada = {
  accountId: '5b10a2844c20165700ede21g',
  displayName: 'Ada',
  active: true,
  accountType: 'atlassian',
}

export function adf(words: string) {
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  }
}

export const issue = {
  id: '10002',
  key: 'ED-1',
  self: `${api}/issue/10002`,
  fields: {
    summary: 'Main order flow broken',
    status: { name: 'In Progress', statusCategory: { key: 'indeterminate' } },
    issuetype: { name: 'Bug' },
    priority: { name: 'High' },
    assignee: ada,
    duedate: null,
    labels: ['bugfix'],
    updated: now,
  },
}

export const issueRow = {
  key: 'ED-1',
  title: 'Main order flow broken',
  type: 'Bug',
  status: 'In Progress',
  priority: 'High',
  assignee: 'Ada',
  labels: ['bugfix'],
  updated_at: now,
  url: 'https://site.atlassian.net/browse/ED-1',
}
