import { expect, test } from 'vitest'
import { signInAtLinear } from '../linear-person.ts'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()
const key = 'lin_api_valid'

type Row = Record<string, unknown> & {
  readonly id: string
  readonly identifier: string
  readonly key: string
  readonly assignee: { readonly name: string }
  readonly state: { readonly type: string }
}
type Field = {
  readonly nodes: readonly Row[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly totalCount: number
  readonly issue: Row
}
type Answer = {
  readonly data?: Record<string, Field>
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const graphql = async (query: string, variables: Record<string, unknown> = {}, authorization = key) => {
  const response = await outside.client.request('https://api.linear.app/graphql', {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data = {}, errors = [] } = (await response.json()) as Answer
  return { status: response.status, data, errors }
}

test('a field Linear does not have is an error, not an empty answer', async () => {
  const { status, errors } = await graphql('{ viewer { passwordHash } }')
  expect(status).toBe(400)
  expect(errors[0]).toMatchObject({
    message: 'Cannot query field "passwordHash" on type "User".',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  })
})

const listIssues = `query($after: String, $filter: IssueFilter) {
  issues(first: 15, after: $after, filter: $filter) {
    nodes { identifier assignee { name } state { type } }
    pageInfo { hasNextPage endCursor }
  }
}`

test('a list pages without gap or repeat', async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const { data }: Awaited<ReturnType<typeof graphql>> = await graphql(listIssues, { after })
    seen.push(...data['issues']!.nodes.map(({ identifier }) => identifier))
    const { hasNextPage, endCursor } = data['issues']!.pageInfo
    after = hasNextPage ? endCursor : null
  } while (after)
  expect([seen.length, new Set(seen).size]).toEqual([40, 40])
})

test('a filter keeps what fits and nothing else', async () => {
  const filter = { assignee: { isMe: { eq: true } }, state: { type: { nin: ['completed'] } } }
  const { nodes } = (await graphql(listIssues, { filter })).data['issues']!
  expect(nodes.length).toBeGreaterThan(3)
  expect(new Set(nodes.map(({ assignee }) => assignee.name))).toEqual(new Set(['Ada Lovelace']))
  expect(nodes.map(({ state }) => state.type)).not.toContain('completed')
  const unassigned = (await graphql(listIssues, { filter: { assignee: { null: true } } })).data['issues']!
  expect(new Set(unassigned.nodes.map(({ assignee }) => assignee))).toEqual(new Set([null]))
  const labels = 'query($filter: IssueLabelFilter) { issueLabels(filter: $filter) { nodes { name } } }'
  const usable = { or: [{ team: { key: { eq: 'DES' } } }, { team: { null: true } }] }
  expect((await graphql(labels, { filter: usable })).data['issueLabels']?.nodes).toHaveLength(4)
})

test('what is created can be found, changed, commented on and archived', async () => {
  const { nodes: teams } = (await graphql('{ teams { nodes { id key } } }')).data['teams']!
  const teamId = teams.find((team) => team.key === 'DES')?.id
  const create = `mutation($input: IssueCreateInput!) { issueCreate(input: $input) { issue { id identifier } } }`
  const { issue } = (await graphql(create, { input: { teamId, title: 'Zebra crossing' } })).data[
    'issueCreate'
  ]!
  expect(issue.identifier).toMatch(/^DES-1\d\d$/)
  const search = `query($term: String!) { searchIssues(term: $term) { totalCount nodes { id } } }`
  expect((await graphql(search, { term: 'zebra' })).data['searchIssues']?.nodes).toEqual([{ id: issue.id }])

  const comment = `mutation($input: CommentCreateInput!) { commentCreate(input: $input) { comment { url } } }`
  await graphql(comment, { input: { issueId: issue.id, body: 'Stripes' } })
  const update = `mutation($id: String!) { issueUpdate(id: $id, input: { priority: 1 }) { success } }`
  await graphql(update, { id: issue.identifier })
  const get = `query($id: String!) { issue(id: $id) { priorityLabel comments { nodes { body user { name } } } } }`
  expect((await graphql(get, { id: issue.identifier })).data['issue']).toEqual({
    priorityLabel: 'Urgent',
    comments: { nodes: [{ body: 'Stripes', user: { name: 'Ada Lovelace' } }] },
  })

  await graphql('mutation($id: String!) { issueArchive(id: $id) { success } }', { id: issue.id })
  expect((await graphql(search, { term: 'zebra' })).data['searchIssues']?.totalCount).toBe(0)
})

test('a wrong id, a wrong variable and a missing title are reported as Linear does', async () => {
  const missing = await graphql('{ issue(id: "ENG-9999") { id } }')
  expect(missing.status).toBe(200)
  expect(missing.errors[0]).toMatchObject({ message: 'Entity not found: Issue', path: ['issue'] })
  const create = 'mutation($input: IssueCreateInput!) { issueCreate(input: $input) { success } }'
  const wrong = await graphql(create, { input: { team: 'ENG' } })
  expect([wrong.status, wrong.errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  const { id: teamId } = outside.internet.linear.workspace.teams[0]!
  const untitled = await graphql(create, { input: { teamId } })
  expect(untitled.errors[0]?.extensions.code).toBe('INPUT_ERROR')
})

test('a token that may only read may not write', async () => {
  const { access_token: token, scope } = await signInAtLinear(outside.client, undefined, { scope: 'read' })
  expect(scope).toBe('read')
  const archive = 'mutation { issueArchive(id: "ENG-101") { success } }'
  expect((await graphql(archive, {}, `Bearer ${token}`)).status).toBe(403)
  expect((await graphql('{ viewer { id } }', {}, `Bearer ${token}`)).status).toBe(200)
})
