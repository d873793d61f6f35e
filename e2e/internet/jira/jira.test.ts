import { expect, test } from 'vitest'
import { jira } from '../../../registry/developer-tools/jira.ts'
import { createToolCaller } from '../tool-caller.ts'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()
const site = { site: 'acme' }

test('a wrong token is refused', async () => {
  const authorization = `Basic ${btoa('ada@example.com:wrong')}`
  const call = createToolCaller(outside.client, jira, { authorization, site })
  await expect(call('jira_list_projects')).rejects.toThrow('Client must be authenticated')
})

test('the tools send what Jira takes', async () => {
  const authorization = `Basic ${btoa('ada@example.com:ATATT-valid')}`
  const call = createToolCaller(outside.client, jira, { authorization, site })
  expect(await call('jira_list_projects', { query: 'loom', limit: 1 })).toEqual({
    projects: [{ id: '10000', key: 'LOOM', name: 'Looms', type: 'software' }],
  })
  const issue = await call('jira_get_issue', { issue: 'LOOM-1' })
  expect(issue).toMatchObject({
    title: 'Threads snap at speed',
    description: 'Threads snap at speed. Seen twice.',
    url: 'https://acme.atlassian.net/browse/LOOM-1',
    comments: [{ text: 'Looking into it', author: 'Ada Lovelace' }],
  })
  await call('jira_add_comment', { issue: 'LOOM-1', body: 'Oiled **twice**.' })
  expect((await call('jira_list_comments', { issue: 'LOOM-1' }))['comments']).toMatchObject([
    { text: 'Oiled **twice**.' },
    { text: 'Looking into it' },
  ])
  await expect(call('jira_get_issue', { issue: 'LOOM-9' })).rejects.toThrow(/does not exist/)
})
