import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { mailchimp } from './mailchimp.ts'

const api = 'https://dc.api.mailchimp.com/3.0'
const hash = '852aaa9532cb36adfb5e9fef7a4206a9'
const done = () => new Response(null, { status: 204 })

async function sent(tool: string, args: object, ...answers: readonly Response[]) {
  const { result, requests, summary } = await callTool(mailchimp, tool, { ...args }, ...answers)
  const lines = requests.map(({ method, url }) => `${method} ${url.href}`)
  return { result, lines, bodies: requests.map(({ body }) => body), summary }
}

describe('contacts of mailchimp', () => {
  it('adds or changes a contact at its address, and leaves out what was not said', async () => {
    const args = {
      list_id: 'a1',
      email: 'Ada@x.org',
      status_if_new: 'pending',
      merge_fields: { FNAME: 'Ada' },
    }
    const answer = jsonResponse({ id: hash, email_address: 'Ada@x.org', status: 'pending', list_id: 'a1' })
    expect(await sent('mailchimp_upsert_member', args, answer)).toEqual({
      lines: [`PUT ${api}/lists/a1/members/ada%40x.org`],
      bodies: [{ email_address: 'Ada@x.org', status_if_new: 'pending', merge_fields: { FNAME: 'Ada' } }],
      result: { id: hash, list_id: 'a1', email: 'Ada@x.org', status: 'pending' },
      summary: 'Add or change the contact “Ada@x.org” in the audience “a1”: status if new and merge fields',
    })
  })

  it('tags by the hash that the contact has: tags alone do not take the address', async () => {
    const args = { list_id: 'a1', member: 'Ada@x.org', add: ['VIP'], remove: ['new'] }
    const answers = [jsonResponse({ id: hash }), done()]
    expect(await sent('mailchimp_update_member_tags', args, ...answers)).toEqual({
      lines: [
        `GET ${api}/lists/a1/members/ada%40x.org?fields=id`,
        `POST ${api}/lists/a1/members/${hash}/tags`,
      ],
      bodies: [
        undefined,
        {
          tags: [
            { name: 'VIP', status: 'active' },
            { name: 'new', status: 'inactive' },
          ],
        },
      ],
      result: { id: hash, added: ['VIP'], removed: ['new'] },
      summary: 'Change the tags of “Ada@x.org” in the audience “a1”: “+VIP −new”',
    })
  })

  it('asks nothing of Mailchimp when there is no tag to change', async () => {
    const nothing = sent('mailchimp_update_member_tags', { list_id: 'a1', member: 'ada@x.org', add: [] })
    await expect(nothing).rejects.toMatchObject({ status: 400, reason: 'No tag to add or remove was given' })
  })
})

describe('mailchimp', () => {
  const read = (answer: Response) =>
    sent('mailchimp_get_member', { list_id: 'a1', member: 'ada@x.org' }, answer)
  const problem = (status: number, title: string, detail: string, more: object = {}) =>
    new Response(
      JSON.stringify({ type: 'https://…/errors/', title, status, detail, instance: 'x', ...more }),
      {
        status,
        headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      },
    )

  it.each([
    [
      401,
      'API Key Invalid',
      "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
    ],
    [404, 'Resource Not Found', 'The requested resource could not be found.'],
    [429, 'Too Many Requests', 'You have exceeded the limit of 10 simultaneous connections.'],
  ])('hands a refusal %i on in the words of Mailchimp', async (status, title, detail) => {
    const refused = read(problem(status, title, detail))
    await expect(refused).rejects.toMatchObject({ status, reason: detail })
  })

  it('says which field Mailchimp does not like', async () => {
    const errors = [{ field: 'FNAME', message: 'Please enter a value' }]
    const refused = read(problem(400, 'Invalid Resource', 'Your merge fields were invalid.', { errors }))
    const reason = 'Your merge fields were invalid.: Please enter a value'
    await expect(refused).rejects.toMatchObject({ status: 400, reason })
  })

  it('keeps how long a limit lasts, should Mailchimp say it', async () => {
    const limited = jsonResponse({}, { status: 429, headers: { 'retry-after': '7' } })
    await expect(read(limited)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 7 })
  })

  it('refuses a cursor that is no place in the list: Mailchimp would start over', async () => {
    const wrong = sent('mailchimp_list_audiences', { cursor: 'next' })
    await expect(wrong).rejects.toMatchObject({ status: 400 })
  })

  it('ends the list on an empty page, whatever the total says: a client would go round for ever', async () => {
    const empty = jsonResponse({ lists: [], total_items: 9 })
    const { result } = await sent('mailchimp_list_audiences', { cursor: '5' }, empty)
    expect(result).toEqual({ audiences: [], total: 9 })
  })

  it('names the account of a key at the place that the key says', async () => {
    const placed = { ...mailchimp, apiBase: 'https://us21.api.mailchimp.com/3.0' }
    const answer = jsonResponse({
      account_id: '8d3a3db4d97663a9074efcc16',
      account_name: 'Acme',
      email: 'a@x.org',
    })
    const { context, requests } = fakeContext(placed, [answer], { dc: 'us21' })
    expect(await mailchimp.account.identify(context)).toEqual({
      id: '8d3a3db4d97663a9074efcc16',
      name: 'Acme',
    })
    expect(requests[0]?.url.href).toBe(
      'https://us21.api.mailchimp.com/3.0/?fields=account_id%2Caccount_name%2Cemail',
    )
  })

  it('learns from the sign-in where the account lives: before that no address is whole', async () => {
    const answer = jsonResponse({
      dc: 'us6',
      role: 'owner',
      accountname: 'Acme',
      user_id: 15197,
      login: { email: 'ada@x.org', login_id: 15197 },
      login_url: 'https://login.mailchimp.com',
      api_endpoint: 'https://us6.api.mailchimp.com',
    })
    const { context, requests } = fakeContext(mailchimp, [answer])
    expect(await mailchimp.account.identify(context)).toEqual({
      id: '15197',
      name: 'Acme',
      site: { dc: 'us6' },
    })
    expect(requests[0]?.url.href).toBe('https://login.mailchimp.com/oauth2/metadata')
  })

  it('takes an invalid token for what it is, though the status is 200', async () => {
    const { context } = fakeContext(mailchimp, [jsonResponse({ error: 'invalid_token' })])
    await expect(mailchimp.account.identify(context)).rejects.toMatchObject({
      status: 401,
      reason: 'invalid_token',
    })
  })

  it.each([
    ['0123456789abcdef0123456789abcdef-us21', 'us21'],
    ['0123456789abcdef0123456789abcdef', undefined],
    ['0123456789abcdef0123456789abcdef-us21.evil.example', undefined],
    ['0123456789abcdef0123456789abcdef-us21/', undefined],
  ])('reads the data center off the end of the key %s', (key, dc) => {
    const [field] = mailchimp.auth.find(({ type }) => type === 'api_key')?.fields ?? []
    expect(field?.pattern?.exec(key)?.groups?.['dc']).toBe(dc)
  })
})
