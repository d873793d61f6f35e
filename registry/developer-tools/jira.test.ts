import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { jira } from './jira.ts'

const api = 'https://site.atlassian.net/rest/api/3'
const onIssue = { issue: 'ED-1' }
const me = { accountId: '5b10', displayName: 'Ada', emailAddress: 'ada@example.com' }
const transitions = {
  transitions: [
    { id: '11', name: 'Done', to: { name: 'In Review' } },
    { id: '21', name: 'Finish', to: { name: 'Done' } },
  ],
}
const done = () => new Response(null, { status: 204 })

function adf(words: string) {
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  }
}

async function sent(tool: string, args: object, ...answers: readonly Response[]) {
  const { result, requests, summary } = await callTool(jira, tool, { ...args }, ...answers)
  const lines = requests.map(({ method, url }) => `${method} ${url.href}`)
  return { result, lines, bodies: requests.map(({ body }) => body), summary }
}

function previewOf(name: string, args: object) {
  const tool = jira.tools.find((tool) => tool.name === name)
  return tool?.preview(tool.parameters.parse(args))
}

describe('what jira writes', () => {
  it('creates an issue with everything where Jira looks for it', async () => {
    const args = {
      project: 'ED',
      issue_type: 'Bug',
      title: 'Crash',
      description: 'It *fails*.',
      assignee: '5b10',
      priority: 'High',
      labels: ['app'],
      due: '2026-03-01',
      parent: 'ED-9',
      more_fields: { customfield_10020: { value: 'red' }, summary: 'another' },
    }
    const answer = jsonResponse({ id: '10000', key: 'ED-24', self: `${api}/issue/10000` }, { status: 201 })
    expect(await sent('jira_create_issue', args, answer)).toEqual({
      lines: [`POST ${api}/issue`],
      bodies: [
        {
          fields: {
            customfield_10020: { value: 'red' },
            project: { key: 'ED' },
            issuetype: { name: 'Bug' },
            summary: 'Crash',
            description: {
              type: 'doc',
              version: 1,
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'It ' },
                    { type: 'text', text: 'fails', marks: [{ type: 'em' }] },
                    { type: 'text', text: '.' },
                  ],
                },
              ],
            },
            assignee: { id: '5b10' },
            priority: { name: 'High' },
            labels: ['app'],
            duedate: '2026-03-01',
            parent: { key: 'ED-9' },
          },
        },
      ],
      result: { id: '10000', key: 'ED-24', url: 'https://site.atlassian.net/browse/ED-24' },
      summary: 'Create the “Bug” “Crash” in the project “ED”',
    })
  })

  it('creates by ids, for oneself: Jira knows no “me”', async () => {
    const args = { project: '10000', issue_type: '1', title: 'Crash', priority: '3', assignee: 'Me' }
    const answers = [jsonResponse(me), jsonResponse({ id: '1', key: 'ED-25' }, { status: 201 })]
    const { lines, bodies } = await sent('jira_create_issue', args, ...answers)
    expect(lines).toEqual([`GET ${api}/myself`, `POST ${api}/issue`])
    expect(bodies[1]).toEqual({
      fields: {
        project: { id: '10000' },
        issuetype: { id: '1' },
        summary: 'Crash',
        assignee: { id: '5b10' },
        priority: { id: '3' },
      },
    })
  })

  it('changes only what was given, and empties what is null', async () => {
    const args = { ...onIssue, title: 'Crash', due: null, more_fields: { description: adf('kept') } }
    expect(await sent('jira_update_issue', args, done())).toEqual({
      lines: [`PUT ${api}/issue/ED-1`],
      bodies: [{ fields: { summary: 'Crash', duedate: null, description: adf('kept') } }],
      result: { key: 'ED-1', changed: true, url: 'https://site.atlassian.net/browse/ED-1' },
      summary: 'Change title, due and more fields of the issue “ED-1”',
    })
  })

  it('does not send an update without a field', async () => {
    await expect(sent('jira_update_issue', onIssue)).rejects.toMatchObject({ status: 400 })
  })

  it('moves to the status that was asked for, not along a transition that happens to be called so', async () => {
    const args = { ...onIssue, to: 'done', resolution: 'Fixed' }
    expect(await sent('jira_move_issue', args, jsonResponse(transitions), done())).toEqual({
      lines: [`GET ${api}/issue/ED-1/transitions`, `POST ${api}/issue/ED-1/transitions`],
      bodies: [undefined, { transition: { id: '21' }, fields: { resolution: { name: 'Fixed' } } }],
      result: { key: 'ED-1', status: 'Done' },
      summary: 'Move the issue “ED-1” to “done”',
    })
  })

  it('moves by the name of a transition too', async () => {
    const { bodies } = await sent(
      'jira_move_issue',
      { ...onIssue, to: 'Finish' },
      jsonResponse(transitions),
      done(),
    )
    expect(bodies[1]).toEqual({ transition: { id: '21' } })
  })

  it('says where an issue can go when it cannot go there', async () => {
    const wrong = sent('jira_move_issue', { ...onIssue, to: 'Closed' }, jsonResponse(transitions))
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      reason: '“ED-1” cannot go to “Closed”, only to “In Review”, “Done”',
    })
  })

  it.each([
    [{ assignee: '5b10' }, [], { accountId: '5b10' }, 'Assign the issue “ED-1” to “5b10”'],
    [{ assignee: 'me' }, [jsonResponse(me)], { accountId: '5b10' }, 'Assign the issue “ED-1” to “me”'],
    [{ assignee: null }, [], { accountId: null }, 'Take the issue “ED-1” from its assignee'],
  ])('assigns %j', async (args, answers, body, summary) => {
    const { lines, bodies, ...said } = await sent(
      'jira_assign_issue',
      { ...onIssue, ...args },
      ...answers,
      done(),
    )
    expect(lines.at(-1)).toBe(`PUT ${api}/issue/ED-1/assignee`)
    expect(bodies.at(-1)).toEqual(body)
    expect(said).toEqual({ result: { key: 'ED-1', assigned: args.assignee !== null }, summary })
  })

  it('comments with a document: Jira refuses plain text', async () => {
    const answer = jsonResponse({ id: '10000', body: adf('Fixed') }, { status: 201 })
    expect(await sent('jira_add_comment', { ...onIssue, body: 'Fixed' }, answer)).toEqual({
      lines: [`POST ${api}/issue/ED-1/comment`],
      bodies: [{ body: adf('Fixed') }],
      result: { id: '10000' },
      summary: 'Comment on the issue “ED-1”: “Fixed”',
    })
  })

  it('draws issues and comments as documents, and nothing where only a field changes', () => {
    const issue = { project: 'ED', issue_type: 'Bug', title: 'Crash', description: '**It** fails' }
    const crash = { kind: 'document', place: 'ED', title: 'Crash', body: '**It** fails' }
    expect(previewOf('jira_create_issue', issue)).toEqual(crash)
    const said = { kind: 'document', place: 'ED-1', body: 'Fixed' }
    expect(previewOf('jira_add_comment', { ...onIssue, body: 'Fixed' })).toEqual(said)
    expect(previewOf('jira_update_issue', { ...onIssue, description: 'Fixed' })).toEqual(said)
    expect(previewOf('jira_update_issue', { ...onIssue, labels: ['a'] })).toBeUndefined()
  })
})

describe('what jira refuses', () => {
  const read = (answer: Response) => sent('jira_get_transitions', onIssue, answer)

  it.each([
    [401, { code: 401, message: 'Unauthorized' }, 'Unauthorized'],
    [
      404,
      { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
      'Issue does not exist or you do not have permission to see it.',
    ],
    [
      400,
      { errorMessages: [], errors: { summary: 'You must specify a summary of the issue.' } },
      'summary You must specify a summary of the issue.',
    ],
  ])('is handed on in its words with status %i', async (status, body, reason) => {
    await expect(read(jsonResponse(body, { status }))).rejects.toMatchObject({ status, reason })
  })

  it('comes with the time to wait when there was too much', async () => {
    const headers = {
      'retry-after': '12',
      'x-ratelimit-reset': '2026-01-01T00:00Z',
      'x-ratelimit-remaining': '0',
    }
    const limited = jsonResponse({ errorMessages: ['Rate limit exceeded.'] }, { status: 429, headers })
    await expect(read(limited)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 12 })
  })

  it('is a cursor that is no place in the list: Jira would start over', async () => {
    await expect(sent('jira_list_projects', { cursor: 'next' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('the account of jira', () => {
  const cloudId = '1324a887-45db-1bf4-1e99-ef0ff456d421'
  const gateway = 'https://api.atlassian.com'
  const site = {
    id: cloudId,
    name: 'Acme',
    url: 'https://acme.atlassian.net',
    scopes: ['read:jira-user', 'x'],
  }
  const wiki = { ...site, id: '2424a887-45db-1bf4-1e99-ef0ff456d421', scopes: ['write:confluence-content'] }

  it('of a token is the person at the site that was entered', async () => {
    const placed = { ...jira, apiBase: 'https://acme.atlassian.net' }
    const { context, requests } = fakeContext(placed, [jsonResponse(me)], { site: 'acme' })
    expect(await jira.account.identify(context)).toEqual({ id: '5b10', name: 'ada@example.com' })
    expect(requests.map(({ url }) => url.href)).toEqual(['https://acme.atlassian.net/rest/api/3/myself'])
  })

  it('of a sign-in is at the first site that has Jira, and says which: tokens work at its id only', async () => {
    const { context, requests } = fakeContext(jira, [jsonResponse([wiki, site]), jsonResponse(me)])
    expect(await jira.account.identify(context)).toEqual({
      id: '5b10',
      name: 'ada@example.com (acme)',
      site: { cloud_id: cloudId, site: 'acme' },
    })
    expect(requests.map(({ url }) => url.href)).toEqual([
      `${gateway}/oauth/token/accessible-resources`,
      `${gateway}/ex/jira/${cloudId}/rest/api/3/myself`,
    ])
  })

  it('goes by the name of a site whose address has another form, and of a person without an address', async () => {
    const elsewhere = { ...site, url: 'https://jira.acme.example' }
    const nameless = { accountId: '5b10', displayName: 'Ada', emailAddress: null }
    const { context } = fakeContext(jira, [jsonResponse([elsewhere]), jsonResponse(nameless)])
    expect(await jira.account.identify(context)).toEqual({
      id: '5b10',
      name: 'Ada (Acme)',
      site: { cloud_id: cloudId },
    })
  })

  it.each([[[]], [[wiki]], [[{ ...site, id: '../../admin' }]], [[{ ...site, id: `${cloudId}/../x` }]]])(
    'is none at %j, and nothing is asked there',
    async (resources) => {
      const { context, requests } = fakeContext(jira, [jsonResponse(resources)])
      await expect(jira.account.identify(context)).rejects.toMatchObject({ status: 403 })
      expect(requests).toHaveLength(1)
    },
  )
})
