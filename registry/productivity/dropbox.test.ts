import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { dropbox } from './dropbox.ts'

const file = {
  '.tag': 'file',
  name: 'Prime_Numbers.txt',
  id: 'id:a4ayc_80_OEAAAAAAAAAXw',
  client_modified: '2015-05-12T15:50:38Z',
  server_modified: '2015-05-12T15:50:39Z',
  rev: 'a1c10ce0dd78',
  size: 7212,
  path_lower: '/homework/math/prime_numbers.txt',
  path_display: '/Homework/math/Prime_Numbers.txt',
  is_downloadable: true,
}
const api = 'https://api.dropboxapi.com/2'

describe('the content of files', () => {
  it('is asked for by an argument in a header, escaped to ASCII', async () => {
    const args = { path: '/Äther 日\u007f🎉.txt' }
    const { requests } = await callTool(dropbox, 'dropbox_read_file', args, new Response('x'))
    const header = requests[0]?.headers.get('dropbox-api-arg') ?? ''
    expect(header).toBe(String.raw`{"path":"/\u00c4ther \u65e5\u007f\ud83c\udf89.txt"}`)
    expect(JSON.parse(header)).toEqual(args)
    expect(requests[0]?.headers.get('content-type')).toBeNull()
  })

  it('is read on from offset', async () => {
    const long = new Response('a'.repeat(10_000) + 'b'.repeat(5))
    const args = { path: '/a.txt', offset: 10_000 }
    const { result } = await callTool(dropbox, 'dropbox_read_file', args, long)
    expect(result).toEqual({ path: '/a.txt', content: 'bbbbb', total_chars: 10_005 })
  })

  it('is refused when it is no text', async () => {
    const binary = new Response('PNG\0\0')
    await expect(callTool(dropbox, 'dropbox_read_file', { path: '/a.png' }, binary)).rejects.toThrow(
      'Not a text file',
    )
  })

  it('is taken for content even where it looks like an error', async () => {
    const text = JSON.stringify({ error_summary: 'expired_access_token/' })
    const { result } = await callTool(dropbox, 'dropbox_read_file', { path: '/a.json' }, jsonResponse({}))
    expect(result).toMatchObject({ content: '{}' })
    const read = await callTool(dropbox, 'dropbox_read_file', { path: '/a.json' }, new Response(text))
    expect(read.result).toMatchObject({ content: text })
  })

  it.each([
    [{}, 'add'],
    [{ replace_rev: 'a1c10ce0dd78' }, { '.tag': 'update', update: 'a1c10ce0dd78' }],
  ])('is uploaded as bytes, over another file only by its revision: %j', async (more, mode) => {
    const bodies: unknown[] = []
    const { context } = fakeContext(dropbox, [])
    const upload = dropbox.tools.find(({ name }) => name === 'dropbox_upload_text')
    await upload?.handler(
      { path: '/a.txt', content: 'Grüße', ...more },
      {
        ...context,
        fetchOAuth: (_id, _url, init) => {
          const headers = new Headers(init?.headers)
          expect(headers.get('content-type')).toBe('application/octet-stream')
          expect(JSON.parse(headers.get('dropbox-api-arg') ?? '')).toEqual({ path: '/a.txt', mode })
          bodies.push(init?.body)
          return Promise.resolve(jsonResponse(file))
        },
      },
    )
    const [body] = bodies
    expect(body instanceof Blob && (await body.text())).toBe('Grüße')
  })
})

describe('dropbox', () => {
  it('calls the top folder by its empty path', async () => {
    const answer = jsonResponse({ entries: [], cursor: 'c', has_more: false })
    const { requests } = await callTool(dropbox, 'dropbox_list_folder', { path: '/' }, answer)
    expect(requests[0]?.body).toMatchObject({ path: '' })
  })

  it.each([
    [401, 'expired_access_token/...', 401, 'expired_access_token'],
    [409, 'path/not_found/..', 404, 'path/not_found'],
    [409, 'path/conflict/file/', 409, 'path/conflict/file'],
    [409, 'shared_link_already_exists/metadata/.', 409, 'shared_link_already_exists/metadata'],
    [409, 'cant_move_folder_into_itself/.', 409, 'cant_move_folder_into_itself'],
  ])('hands a refusal %i “%s” on as %i', async (sent, error_summary, status, reason) => {
    const answer = jsonResponse({ error_summary, error: { '.tag': 'path' } }, { status: sent })
    const refused = callTool(dropbox, 'dropbox_get_metadata', { path: '/a' }, answer)
    await expect(refused).rejects.toMatchObject({ status, reason })
  })

  it('hands a refused upload on in the same words', async () => {
    const answer = jsonResponse({ error_summary: 'path/conflict/file/..', error: {} }, { status: 409 })
    const refused = callTool(dropbox, 'dropbox_upload_text', { path: '/a', content: '' }, answer)
    await expect(refused).rejects.toMatchObject({ status: 409, reason: 'path/conflict/file' })
  })

  it('names a scope that the token lacks', async () => {
    const error = { '.tag': 'missing_scope', required_scope: 'sharing.write' }
    const answer = jsonResponse({ error_summary: 'missing_scope/.', error }, { status: 401 })
    const refused = callTool(dropbox, 'dropbox_create_shared_link', { path: '/a' }, answer)
    await expect(refused).rejects.toMatchObject({
      status: 403,
      reason: 'missing_scope: the token needs the scope sharing.write',
    })
  })

  it('repeats a plain sentence about a malformed request', async () => {
    const sentence = 'Error in call to API function "files/get_metadata": path: did not match pattern'
    const answer = new Response(sentence, { status: 400, headers: { 'content-type': 'text/plain' } })
    const refused = callTool(dropbox, 'dropbox_get_metadata', { path: 'a' }, answer)
    await expect(refused).rejects.toMatchObject({ status: 400, reason: sentence })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const error = { reason: { '.tag': 'too_many_requests' }, retry_after: 15 }
    const answer = jsonResponse(
      { error_summary: 'too_many_requests/..', error },
      { status: 429, headers: { 'retry-after': '15' } },
    )
    const refused = callTool(dropbox, 'dropbox_list_folder', {}, answer)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 15 })
  })

  it('takes a token back without a body: Dropbox refuses arguments where a route has none', () => {
    const oauth = dropbox.auth.find(({ type }) => type === 'oauth2')
    expect(oauth).toMatchObject({
      revoke: { url: `${api}/auth/token/revoke`, body: 'none', authorization: 'bearer' },
    })
  })

  it('names the account by e-mail, asked for with a body of null', async () => {
    const account = {
      account_id: 'dbid:AAH4',
      email: 'franz@dropbox.com',
      name: { display_name: 'Franz Ferdinand' },
    }
    const { context, requests } = fakeContext(dropbox, [jsonResponse(account)])
    expect(await dropbox.account.identify(context)).toEqual({ id: 'dbid:AAH4', name: 'franz@dropbox.com' })
    expect(requests[0]?.url.href).toBe(`${api}/users/get_current_account`)
    expect(requests[0]?.body).toBeNull()
  })

  it.each([
    ['dropbox_create_folder', { path: '/a' }, 'Create the folder “/a”'],
    ['dropbox_upload_text', { path: '/a', content: 'x' }, 'Save the new file “/a”'],
    ['dropbox_upload_text', { path: '/a', content: 'x', replace_rev: '1' }, 'Replace the file “/a”'],
    ['dropbox_move_file', { from_path: '/a', to_path: '/b' }, 'Move “/a” to “/b”'],
    ['dropbox_copy_file', { from_path: '/a', to_path: '/b' }, 'Copy “/a” to “/b”'],
    [
      'dropbox_create_shared_link',
      { path: '/a', audience: 'public' },
      'Share “/a” by a link for everyone who has it',
    ],
    ['dropbox_delete_file', { path: '/a' }, 'Delete “/a” and all it contains'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(dropbox.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
