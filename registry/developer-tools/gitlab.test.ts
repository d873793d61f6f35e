import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { gitlab } from './gitlab.ts'

const api = 'https://gitlab.com/api/v4'
const place = { project_id: 'acme/app' }
const path = '/api/v4/projects/acme%2Fapp'

describe('gitlab', () => {
  it('refuses a cursor that is no page: GitLab would answer with page 1 for ever', async () => {
    await expect(callTool(gitlab, 'gitlab_list_projects', { cursor: 'x' })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('comments where it was told to', async () => {
    const args = { ...place, on: 'merge_request', item_number: 8, body: 'Done' }
    const { requests } = await callTool(gitlab, 'gitlab_create_comment', args, jsonResponse({ id: 5 }))
    expect(requests[0]?.url.pathname).toBe(`${path}/merge_requests/8/notes`)
  })

  it('says so instead of returning a binary file as text', async () => {
    const { result } = await callTool(
      gitlab,
      'gitlab_get_file',
      { ...place, path: 'a.png' },
      new Response('\0\u0001'),
    )
    expect(result).toEqual({ path: 'a.png', binary: true })
  })

  it('does not send an update without a field', async () => {
    const update = callTool(gitlab, 'gitlab_update_issue', { ...place, issue_number: 6 })
    await expect(update).rejects.toThrow('No field to change')
  })

  it.each([
    [401, { message: '401 Unauthorized' }, '401 Unauthorized'],
    [401, { error: 'invalid_token', error_description: 'Token was revoked.' }, 'Token was revoked.'],
    [404, { message: '404 Project Not Found' }, '404 Project Not Found'],
    [400, { error: 'title is missing' }, 'title is missing'],
  ])('hands a refusal %i on in the words of GitLab', async (status, body, reason) => {
    const answer = jsonResponse(body, { status })
    const refused = callTool(gitlab, 'gitlab_get_issue', { ...place, issue_number: 6 }, answer)
    await expect(refused).rejects.toMatchObject({ status, reason })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const limited = new Response('Retry later', {
      status: 429,
      headers: { 'retry-after': '30', 'content-type': 'text/plain' },
    })
    const refused = callTool(gitlab, 'gitlab_list_projects', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30, reason: 'Retry later' })
  })

  it('names the account by its username, and by an id that survives a rename', async () => {
    const { context, requests } = fakeContext(gitlab, [jsonResponse({ id: 1, username: 'ada', name: 'Ada' })])
    expect(await gitlab.account.identify(context)).toEqual({ id: '1', name: 'ada' })
    expect(requests[0]?.url.href).toBe(`${api}/user`)
  })

  it.each([
    ['gitlab_create_issue', { ...place, title: 'Crash' }, 'Open the issue “Crash” in “acme/app”'],
    [
      'gitlab_update_issue',
      { ...place, issue_number: 6, title: 'T' },
      'Change title of the issue “acme/app#6”',
    ],
    [
      'gitlab_create_comment',
      { ...place, on: 'merge_request', item_number: 8, body: 'Hi' },
      'Comment on “acme/app!8”: “Hi”',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(gitlab.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
