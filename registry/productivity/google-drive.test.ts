import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { uploadText } from './google-drive-content.ts'
import { googleDrive } from './google-drive.ts'

const google = 'application/vnd.google-apps'

function read(mimeType: string, ...texts: readonly string[]) {
  const file = jsonResponse({ id: 'f1', name: 'N', mimeType })
  const answers = texts.map((text) => new Response(text))
  return callTool(
    googleDrive,
    'google_drive_read_file',
    { file_id: 'f1', limit_chars: 100 },
    file,
    ...answers,
  )
}

/** What an upload sends, its body as text. */
async function upload(args: Readonly<Record<string, unknown>>) {
  const { context } = fakeContext(googleDrive, [jsonResponse({ id: 'f1' })])
  let sent: RequestInit = {}
  const fetchOAuth: typeof context.fetchOAuth = (id, url, init) => {
    sent = { ...init }
    return context.fetchOAuth(id, url, init)
  }
  const file = { name: 'Plan', content: 'Zürich — 1', mime_type: 'text/plain', ...args }
  await uploadText(file, { ...context, fetchOAuth })
  const body = sent.body instanceof Blob ? await sent.body.text() : ''
  return { type: new Headers(sent.headers).get('content-type') ?? '', body }
}

describe('google_drive_read_file', () => {
  it.each([
    ['document', 'text/markdown'],
    ['spreadsheet', 'text/csv'],
    ['presentation', 'text/plain'],
    ['script', `${google}.script+json`],
  ])('exports a Google %s as %s: it has no bytes of its own', async (kind, mimeType) => {
    const { result, requests } = await read(`${google}.${kind}`, 'text')
    expect(requests[1]?.url.pathname).toBe('/drive/v3/files/f1/export')
    expect(requests[1]?.query).toEqual({ mimeType })
    expect(result).toMatchObject({ content: 'text' })
  })

  it.each(['image/png', 'application/pdf', 'application/octet-stream', `${google}.folder`])(
    'does not fetch %s, which is no text',
    async (mimeType) => {
      const { result, requests } = await read(mimeType)
      expect(requests).toHaveLength(1)
      expect(result).toMatchObject({ id: 'f1', readable: false })
    },
  )

  it.each(['application/json', 'image/svg+xml', 'text/html', 'application/x-yaml'])(
    'reads %s, and a long one in parts',
    async (mimeType) => {
      const { result } = await read(mimeType, 'x'.repeat(101))
      expect(result).toMatchObject({ next_offset: 100, total_chars: 101 })
    },
  )

  it('takes an empty file for empty', async () => {
    expect((await read('text/plain', '')).result).toMatchObject({ content: '' })
  })

  it('says so when what calls itself text is not', async () => {
    expect((await read('text/plain', 'a\0b')).result).toMatchObject({ readable: false })
  })

  it('says where a shortcut points', async () => {
    const shortcut = {
      id: 's1',
      mimeType: `${google}.shortcut`,
      shortcutDetails: { targetId: 'f9', targetMimeType: 'text/plain' },
    }
    const args = { file_id: 's1' }
    const { result } = await callTool(googleDrive, 'google_drive_read_file', args, jsonResponse(shortcut))
    expect(result).toMatchObject({ target_id: 'f9', target_mime_type: 'text/plain', readable: false })
  })
})

describe('google_drive_create_file', () => {
  it('sends name and text as two parts, each under the boundary of the header', async () => {
    const { type, body } = await upload({ folder_id: 'd1' })
    const boundary = /^multipart\/related; boundary=([\w-]+)$/.exec(type)?.[1] ?? 'none'
    const [before, metadata, text, after] = body.split(`--${boundary}`)
    expect([before, after]).toEqual(['', '--\r\n'])
    expect(metadata).toBe(
      '\r\ncontent-type: application/json; charset=utf-8\r\n\r\n{"name":"Plan","mimeType":"text/plain","parents":["d1"]}\r\n',
    )
    expect(text).toBe('\r\ncontent-type: text/plain; charset=utf-8\r\n\r\nZürich — 1\r\n')
  })

  it.each([
    ['text/markdown', `${google}.document`],
    ['text/csv', `${google}.spreadsheet`],
  ])('turns %s into %s when asked to', async (mime_type, target) => {
    const { body } = await upload({ mime_type, convert: true })
    expect(body).toContain(`"mimeType":"${target}"`)
    expect(body).toContain(`content-type: ${mime_type}; charset=utf-8`)
  })

  it('takes no type that would end the header and begin another', async () => {
    const args = { name: 'N', content: '', mime_type: 'text/plain\r\nx: y' }
    await expect(callTool(googleDrive, 'google_drive_create_file', args)).rejects.toThrow('mime_type')
  })

  it('passes a refusal on', async () => {
    const answer = jsonResponse({ error: { code: 404, message: 'File not found: d9.' } }, { status: 404 })
    const args = { name: 'N', content: '', folder_id: 'd9' }
    const create = callTool(googleDrive, 'google_drive_create_file', args, answer)
    await expect(create).rejects.toMatchObject({ status: 404, reason: 'File not found: d9.' })
  })
})

describe('google-drive', () => {
  it('lets Drive rank a full-text search, which it refuses to sort', async () => {
    const args = { query: "fullText contains 'plan'" }
    const answer = jsonResponse({ files: [], incompleteSearch: true })
    const { result, requests } = await callTool(googleDrive, 'google_drive_search_files', args, answer)
    expect(requests[0]?.query).not.toHaveProperty('orderBy')
    expect(result).toEqual({ files: [], incomplete: true })
  })

  it('repeats a move without taking the file out of where it belongs', async () => {
    const answers = [jsonResponse({ id: 'f1', parents: ['d2'] }), jsonResponse({ id: 'f1' })]
    const args = { file_id: 'f1', folder_id: 'd2' }
    const { requests } = await callTool(googleDrive, 'google_drive_move_file', args, ...answers)
    expect(requests[1]?.query).not.toHaveProperty('removeParents')
  })

  it('shares with anyone without an e-mail, which Drive refuses there', async () => {
    const answer = jsonResponse({ id: 'anyoneWithLink', type: 'anyone', role: 'reader' })
    const args = { file_id: 'f1', type: 'anyone', role: 'reader', message: 'Hi' }
    const { requests } = await callTool(googleDrive, 'google_drive_share_file', args, answer)
    expect(requests[0]?.query).not.toHaveProperty('sendNotificationEmail')
    expect(requests[0]?.query).not.toHaveProperty('emailMessage')
    expect(requests[0]?.body).toEqual({ type: 'anyone', role: 'reader' })
  })

  it.each([
    { type: 'user', role: 'reader' },
    { type: 'anyone', role: 'reader', email: 'bob@example.com' },
  ])('does not share where type and e-mail disagree', async (args) => {
    const share = callTool(googleDrive, 'google_drive_share_file', { file_id: 'f1', ...args })
    await expect(share).rejects.toMatchObject({ status: 400 })
  })

  it('does not send an update without a field', async () => {
    const update = callTool(googleDrive, 'google_drive_update_file', { file_id: 'f1' })
    await expect(update).rejects.toThrow('No field to change')
  })

  it.each([
    [401, {}, 401, undefined],
    [404, {}, 404, undefined],
    [429, { 'retry-after': '30' }, 429, 30],
  ])('passes HTTP %i on', async (code, headers, status, retryAfterSeconds) => {
    const answer = jsonResponse({ error: { code, message: 'Refused.' } }, { status: code, headers })
    const call = callTool(googleDrive, 'google_drive_get_file', { file_id: 'f1' }, answer)
    await expect(call).rejects.toMatchObject({ status, reason: 'Refused.', retryAfterSeconds })
  })

  it.each([
    ['google_drive_create_file', { name: 'N', folder_id: 'd1' }, 'Create the file “N” in the folder “d1”'],
    ['google_drive_update_file', { file_id: 'f1', name: 'N' }, 'Change name of the file “f1”'],
    [
      'google_drive_share_file',
      { file_id: 'f1', type: 'user', role: 'writer', email: 'bob@example.com' },
      'Share the file “f1” with “bob@example.com” as writer',
    ],
    [
      'google_drive_share_file',
      { file_id: 'f1', type: 'anyone', role: 'reader' },
      'Share the file “f1” with anyone who has the link as reader',
    ],
    ['google_drive_trash_file', { file_id: 'f1' }, 'Move the file “f1” to the trash'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(googleDrive.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it('names the account by its e-mail, and by an id that survives a new address', async () => {
    const user = { permissionId: '42', emailAddress: 'ada@example.com', displayName: 'Ada' }
    const { context, requests } = fakeContext(googleDrive, [jsonResponse({ user })])
    expect(await googleDrive.account.identify(context)).toEqual({ id: '42', name: 'ada@example.com' })
    expect(requests[0]?.url.pathname).toBe('/drive/v3/about')
    expect(requests[0]?.query).toEqual({ fields: 'user(permissionId,emailAddress,displayName)' })
  })

  it.each([
    [
      'google_drive_create_file',
      { name: 'Plan', content: '# Plan', folder_id: 'd1' },
      { kind: 'document', place: 'd1', title: 'Plan', body: '# Plan' },
    ],
    [
      'google_drive_create_comment',
      { file_id: 'f1', text: 'Nice' },
      { kind: 'document', place: 'f1', body: 'Nice' },
    ],
  ])('%s is drawn as it will be read', (name, args, picture) => {
    const tool = googleDrive.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers folders as a default, neither files nor what is in the trash', async () => {
    const [fact] = googleDrive.defaults ?? []
    const folder = { id: 'd1', name: 'Plans', mimeType: `${google}.folder`, trashed: false }
    const args = { limit: 50, ...fact?.listedWith }
    const answer = jsonResponse({ files: [folder], incompleteSearch: false })
    const { result, requests } = await callTool(googleDrive, fact?.listedBy ?? '', args, answer)
    expect(requests[0]?.query).toMatchObject({ q: `mimeType = '${google}.folder' and trashed = false` })
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 'd1', [fact?.name ?? '']: 'Plans' }],
    })
  })
})
