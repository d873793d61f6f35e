import { describe, expect, it } from 'vitest'
import { atSite } from '../site.ts'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { gitlab } from './gitlab.ts'

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

  it.each([
    ['oauth2', 'gitlab.com'],
    ['oauth2', 'git.acme.org'],
    ['api_key', 'gitlab.com'],
    ['api_key', 'git.acme.org'],
  ] as const)(
    'by %s asks %s alone whose account it is, and keeps an id that survives a rename',
    async (type, host) => {
      const placed = atSite(gitlab, type, { host })
      const answers = [jsonResponse({ id: 1, username: 'ada', name: 'Ada' })]
      const { context, requests } = fakeContext(placed, answers, { host })
      expect(await gitlab.account.identify(context)).toEqual({ id: '1', name: 'ada' })
      expect(requests[0]?.url.href).toBe(`https://${host}/api/v4/user`)
      expect(placed.hosts).toEqual([host])
    },
  )

  it('signs in, and takes the token back, at the server that was entered', () => {
    const [oauth] = atSite(gitlab, 'oauth2', { host: 'git.acme.org:8443' }).auth
    expect(oauth).toMatchObject({
      authorizeUrl: 'https://git.acme.org:8443/oauth/authorize',
      tokenUrl: 'https://git.acme.org:8443/oauth/token',
      deviceUrl: 'https://git.acme.org:8443/oauth/authorize_device',
      revoke: { url: 'https://git.acme.org:8443/oauth/revoke' },
    })
  })

  it('means gitlab.com when no server is entered, and sends the token alone', () => {
    for (const { type, fields } of gitlab.auth) {
      expect(fields[0], type).toMatchObject({ name: 'host', kind: 'host', default: 'gitlab.com' })
    }
    const token = gitlab.auth.find(({ type }) => type === 'api_key')
    expect(token?.send).toEqual({ in: 'header', name: 'authorization', value: 'Bearer {key}' })
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

  it.each([
    [
      'gitlab_create_issue',
      { ...place, title: 'Crash', description: '**It** fails' },
      { kind: 'document', place: 'acme/app', title: 'Crash', body: '**It** fails' },
    ],
    [
      'gitlab_update_issue',
      { ...place, issue_number: 6, description: 'New' },
      { kind: 'document', place: 'acme/app#6', body: 'New' },
    ],
    ['gitlab_update_issue', { ...place, issue_number: 6, state_event: 'close' }, undefined],
    [
      'gitlab_create_comment',
      { ...place, on: 'issue', item_number: 6, body: 'Done' },
      { kind: 'document', place: 'acme/app#6', body: 'Done' },
    ],
    [
      'gitlab_create_comment',
      { ...place, on: 'merge_request', item_number: 8, body: 'Done' },
      { kind: 'document', place: 'acme/app!8', body: 'Done' },
    ],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = gitlab.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers projects as a default by their path: a number would not fit the argument', async () => {
    const [fact] = gitlab.defaults ?? []
    const answers = [jsonResponse([{ id: 1, path_with_namespace: 'acme/app' }])]
    const { result } = await callTool(gitlab, fact?.listedBy ?? '', {}, ...answers)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 'acme/app', [fact?.name ?? '']: 'acme/app' }],
    })
  })
})
