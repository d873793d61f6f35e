import { expect, test } from 'vitest'
import {
  answerGoogle,
  googleApplication,
  mailScopes,
  requestGoogleTokens,
  signInAtGoogle,
} from '../google-person.ts'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()

type Body = Record<string, unknown> & {
  readonly id: string
  readonly error: { readonly code: number; readonly status: string; readonly message: string }
  readonly messages: readonly { readonly id: string; readonly threadId: string }[]
}

const call = async (token: string, path: string, json?: unknown, host = 'gmail.googleapis.com') => {
  const response = await outside.client.request(`https://${host}${path}`, {
    method: json === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body,
  }
}

const signedIn = async (): Promise<string> => (await signInAtGoogle(outside.client))['access_token'] ?? ''
const firstOf = ({ messages: [first] }: Body) => first ?? { id: '', threadId: '' }
const messages = '/gmail/v1/users/me/messages'
const raw = (...lines: readonly string[]): string => Buffer.from(lines.join('\r\n')).toString('base64url')

test('a sign-in on any loopback port gives tokens, an ID token and a refresh token that stays', async () => {
  const { client, internet } = outside
  const tokens = await signInAtGoogle(client)
  expect(tokens['scope']?.split(' ').sort()).toEqual([...mailScopes.split(' '), 'openid'].sort())
  const claims = JSON.parse(Buffer.from(tokens['id_token']?.split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ iss: 'https://accounts.google.com', aud: 'gatehouse-google' })
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' }
  for (const _time of [1, 2]) {
    const again = await requestGoogleTokens(client, refresh)
    expect(again.status).toBe(200)
    expect(again.tokens).not.toHaveProperty('refresh_token')
  }
  await client.postForm('https://oauth2.googleapis.com/revoke', { token: refresh.refresh_token })
  expect(internet.google.revoked()).toEqual([refresh.refresh_token])
  expect((await requestGoogleTokens(client, refresh)).tokens['error']).toBe('invalid_grant')
  expect((await call(tokens['access_token'] ?? '', messages)).body.error).toMatchObject({
    code: 401,
    status: 'UNAUTHENTICATED',
  })
})

test('the answer names Google and the state; deny says so; online access gives no refresh token', async () => {
  const { client } = outside
  const { callback } = await answerGoogle(client, 'allow')
  expect(Object.fromEntries(callback.searchParams)).toMatchObject({
    iss: 'https://accounts.google.com',
    state: 's',
    authuser: '0',
  })
  const denied = await answerGoogle(client, 'deny')
  expect(denied.callback.searchParams.get('error')).toBe('access_denied')
  expect(await signInAtGoogle(client, { access_type: 'online' })).not.toHaveProperty('refresh_token')
})

test('a custom scheme, another path or a missing secret is refused', async () => {
  const { client } = outside
  for (const redirect of ['app.gatehouse.desktop:/oauth/callback', 'http://127.0.0.1:5/elsewhere']) {
    expect((await answerGoogle(client, 'allow', { redirect_uri: redirect })).html).toContain('Access blocked')
  }
  const response = await client.postForm('https://oauth2.googleapis.com/token', {
    client_id: googleApplication.client_id,
    grant_type: 'authorization_code',
  })
  expect(await response.json()).toMatchObject({ error_description: 'client_secret is missing.' })
})

test('the account, and what its scopes do not allow', async () => {
  const token = await signedIn()
  const who = await call(token, '/oauth2/v2/userinfo', undefined, 'www.googleapis.com')
  expect(who.body).toMatchObject({ email: 'ada@example.com', id: expect.stringMatching(/^\d+$/) })
  expect((await call(token, '/gmail/v1/users/me/profile')).body).toMatchObject({
    emailAddress: 'ada@example.com',
  })
  const scope = 'https://www.googleapis.com/auth/userinfo.email'
  const narrow = (await signInAtGoogle(outside.client, { scope }))['access_token'] ?? ''
  expect((await call(narrow, messages)).body.error).toMatchObject({ code: 403, status: 'PERMISSION_DENIED' })
})

test('mail is found, read whole or by its headers, with attachments and threads', async () => {
  const token = await signedIn()
  const found = await call(token, `${messages}?q=launch%20has:attachment&maxResults=10`)
  expect(found.body.messages).toHaveLength(1)
  const { id, threadId } = firstOf(found.body)
  const rows = await call(token, `${messages}/${id}?format=metadata&metadataHeaders=From&metadataHeaders=To`)
  expect(rows.body).toMatchObject({
    payload: { headers: [{ name: 'From', value: 'Grace Hopper <grace@example.com>' }, { name: 'To' }] },
  })
  const whole = (await call(token, `${messages}/${id}?format=full`)).text
  expect(whole).toContain('multipart/alternative')
  const attachment = /"attachmentId":"([^"]+)"/.exec(whole)?.[1] ?? ''
  const { body } = await call(token, `${messages}/${id}/attachments/${attachment}`)
  expect(Buffer.from(String(body['data']), 'base64url').toString()).toContain('1. Freeze the code')
  expect((await call(token, `/gmail/v1/users/me/threads/${threadId}`)).body.messages).toHaveLength(3)
  expect((await call(token, `${messages}?q=nothing-like-this`)).body).toEqual({ resultSizeEstimate: 0 })
  const first = await call(token, `${messages}?maxResults=2`)
  expect(first.body['nextPageToken']).toBe('2')
})

test('a mail that is sent is parsed; what Gmail refuses is refused', async () => {
  const token = await signedIn()
  const send = (mail: string) => call(token, `${messages}/send`, { raw: mail })
  const subject = 'Subject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?B?ZSDimJU=?='
  const sent = await send(raw('To: <grace@example.com>', subject, '', 'Hello'))
  expect(sent.body).toMatchObject({ labelIds: ['SENT'] })
  const mail = outside.internet.google.mailbox.mails.find(({ id }) => id === sent.body.id)
  expect(mail).toMatchObject({ text: 'Hello' })
  expect(mail?.headers).toContainEqual({ name: 'subject', value: 'Grüße ☕' })
  expect((await send(raw('Subject: Nobody', '', 'x'))).body.error.message).toBe('Recipient address required')
  expect((await send(raw('To: nobody', '', 'x'))).body.error.message).toBe('Invalid To header')
  expect((await send('not base64!')).status).toBe(400)
  expect((await send(Buffer.from('To: a@b.org\n\nx').toString('base64url'))).status).toBe(400)
})

test('an unknown path, id, field or label is refused in Google’s shape', async () => {
  const token = await signedIn()
  expect((await call(token, '/gmail/v1/users/me/nothing')).status).toBe(404)
  expect((await call(token, `${messages}/zzz`)).body.error.message).toBe('Invalid id value')
  expect((await call(token, `${messages}/abc`)).body.error.status).toBe('NOT_FOUND')
  expect((await call(token, `${messages}?query=x`)).body.error.message).toContain('Unknown name "query"')
  expect((await call(token, `${messages}/send`, {})).body.error.message).toContain('raw')
  const labels = { ids: ['abc'], addLabelIds: ['Label_none'] }
  expect((await call(token, `${messages}/batchModify`, labels)).status).toBe(400)
  const again = { name: 'receipts' }
  expect((await call(token, '/gmail/v1/users/me/labels', again)).status).toBe(409)
})

test('drafts are saved, replaced and listed; mail is labelled and trashed', async () => {
  const token = await signedIn()
  const drafts = '/gmail/v1/users/me/drafts'
  const { body: draft } = await call(token, drafts, { message: { raw: raw('Subject: Later', '', '') } })
  expect((await call(token, drafts)).body['drafts']).toMatchObject([{ id: draft.id }])
  const { id } = firstOf((await call(token, `${messages}?q=in:inbox`)).body)
  const starred = await call(token, `${messages}/${id}/modify`, { addLabelIds: ['STARRED'] })
  expect(starred.body['labelIds']).toContain('STARRED')
  expect((await call(token, `${messages}/${id}/trash`, {})).body['labelIds']).toContain('TRASH')
})
