import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { github } from './github.ts'

const place = { owner: 'o', repo: 'r' }

describe('github', () => {
  it('refuses a cursor that is no page: GitHub would answer with page 1 for ever', async () => {
    await expect(callTool(github, 'github_list_repos', { cursor: 'abc' })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('refuses a file path that climbs out of the repository', async () => {
    const climb = callTool(github, 'github_get_file', { ...place, path: '../../../user' })
    await expect(climb).rejects.toMatchObject({ status: 400 })
  })

  it('does not send an update without a field', async () => {
    const update = callTool(github, 'github_update_issue', { ...place, issue_number: 7 })
    await expect(update).rejects.toThrow('No field to change')
  })

  it('does not report a merge that did not happen', async () => {
    const answer = jsonResponse({ merged: false, message: 'Head branch was modified' })
    const merge = callTool(github, 'github_merge_pull_request', { ...place, pull_number: 8 }, answer)
    await expect(merge).rejects.toThrow('Head branch was modified')
  })

  it('asks before a merge as before something that cannot be undone', () => {
    const merge = github.tools.find(({ name }) => name === 'github_merge_pull_request')
    expect(merge).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
  })

  it('repeats what was wrong with a field, not only that validation failed', async () => {
    const errors = [{ resource: 'Issue', field: 'title', code: 'missing_field' }]
    const answer = jsonResponse({ message: 'Validation Failed', errors }, { status: 422 })
    await expect(
      callTool(github, 'github_create_issue', { ...place, title: 'T' }, answer),
    ).rejects.toMatchObject({
      status: 422,
      reason: 'Validation Failed: title missing_field',
    })
  })

  it.each([
    [401, 'Bad credentials', {}, {}],
    [404, 'Not Found', {}, {}],
    [403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }, { status: 429 }],
    [429, 'You have exceeded a secondary rate limit', { 'retry-after': '60' }, { retryAfterSeconds: 60 }],
  ])('passes HTTP %i on in GitHub’s words: %s', async (status, message, headers, more) => {
    const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
    const refused = callTool(
      github,
      'github_get_issue',
      { ...place, issue_number: 7 },
      jsonResponse(body, { status, headers }),
    )
    await expect(refused).rejects.toMatchObject({ status, reason: message, ...more })
  })

  it('names the account by its login, and by an id that survives a rename', async () => {
    const { context } = fakeContext(github, [jsonResponse({ login: 'octocat', id: 1 })])
    expect(await github.account.identify(context)).toEqual({ id: '1', name: 'octocat' })
  })

  it.each([
    ['github_create_issue', { ...place, title: 'Crash' }, 'Open the issue “Crash” in “o/r”'],
    ['github_update_issue', { ...place, issue_number: 7, state: 'closed' }, 'Change state of “o/r#7”'],
    ['github_create_comment', { ...place, issue_number: 7, body: 'Hi' }, 'Comment on “o/r#7”: “Hi”'],
    [
      'github_merge_pull_request',
      { ...place, pull_number: 8, merge_method: 'squash' },
      'Merge the pull request “o/r#8” (squash)',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(github.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'github_create_issue',
      { ...place, title: 'Crash', body: 'It fails', labels: ['bug'] },
      { kind: 'document', place: 'o/r', title: 'Crash', body: 'It fails' },
    ],
    [
      'github_update_issue',
      { ...place, issue_number: 7, title: 'Crash' },
      { kind: 'document', place: 'o/r#7', title: 'Crash' },
    ],
    ['github_update_issue', { ...place, issue_number: 7, state: 'closed' }, undefined],
    [
      'github_create_comment',
      { ...place, issue_number: 7, body: 'Hi' },
      { kind: 'document', place: 'o/r#7', body: 'Hi' },
    ],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = github.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers repositories as a default by owner and name: a name alone would fill only one argument', async () => {
    const [fact] = github.defaults ?? []
    const answer = jsonResponse([{ id: 1296269, name: 'Hello-World', full_name: 'octocat/Hello-World' }])
    const { result } = await callTool(github, fact?.listedBy ?? '', { limit: 50 }, answer)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [
        { [fact?.value ?? '']: 'octocat/Hello-World', [fact?.name ?? '']: 'octocat/Hello-World' },
      ],
    })
    expect(fact?.parts).toEqual({ arguments: ['owner', 'repo'], separator: '/' })
  })
})
