import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { trello } from './trello.ts'

function plain(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

function getCard(answer: Response, args: object = {}) {
  return callTool(trello, 'trello_get_card', { card_id: 'c1', ...args }, answer)
}

function tool(name: string) {
  const found = trello.tools.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`No tool ${name}`)
  return found
}

describe('a refusal', () => {
  it.each([
    [400, 400, 'invalid id'],
    [401, 401, 'invalid token'],
    [401, 401, 'invalid key'],
    [404, 404, 'The requested resource was not found.'],
  ])('with status %i stays %i when Trello says “%s”', async (status, meant, reason) => {
    await expect(getCard(plain(reason, status))).rejects.toMatchObject({ status: meant, reason })
  })

  it.each(['unauthorized card permission requested', 'unauthorized permission requested'])(
    '“%s” does not blame the token, which is good for other cards',
    async (reason) => {
      await expect(getCard(plain(reason, 401))).rejects.toMatchObject({ status: 403, reason })
    },
  )

  it.each(['API_KEY_LIMIT_EXCEEDED', 'API_TOKEN_LIMIT_EXCEEDED'])(
    'for the rate (%s) says how long to wait, though no header does',
    async (error) => {
      const limited = jsonResponse({ error, message: 'Rate limit exceeded' }, { status: 429 })
      await expect(getCard(limited)).rejects.toMatchObject({
        status: 429,
        reason: 'Rate limit exceeded',
        retryAfterSeconds: 10,
      })
    },
  )

  it('for another rate does not promise an end that is not known', async () => {
    const body = { error: 'RATE_LIMIT_EXCEEDED', message: 'Exceeded rate limit to /1/member' }
    const refused = getCard(jsonResponse(body, { status: 429 }))
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: undefined })
  })
})

describe('trello', () => {
  it('reads a long description on from offset', async () => {
    const long = jsonResponse({ id: 'c1', desc: 'a'.repeat(10_000) + 'b'.repeat(5) })
    const { result } = await getCard(long, { offset: 10_000 })
    expect(result).toMatchObject({ description: 'bbbbb', total_chars: 10_005 })
  })

  it('says when a list is longer than Trello hands out', async () => {
    const cards = Array.from({ length: 1000 }, (_, index) => ({ id: `c${index}` }))
    const { result } = await callTool(trello, 'trello_list_cards', { list_id: 'l1' }, jsonResponse(cards))
    expect(result).toMatchObject({ total: 1000, incomplete: true, next_cursor: '20' })
  })

  it('starts a search at page 0, and ends it with a page that is not full', async () => {
    const answer = jsonResponse({ cards: [{ id: 'c1' }] })
    const { result, requests } = await callTool(trello, 'trello_search_cards', { query: 'bug' }, answer)
    expect(requests[0]?.query).toMatchObject({ cards_page: '0', cards_limit: '20' })
    expect(requests[0]?.query).not.toHaveProperty('idBoards')
    expect(result).toEqual({ cards: [{ id: 'c1' }] })
  })

  it.each([
    ['trello_list_cards', { list_id: 'l1', cursor: 'abc' }],
    ['trello_search_cards', { query: 'bug', cursor: '-1' }],
  ])('%s refuses a cursor that is no page: it would start again', async (name, args) => {
    await expect(callTool(trello, name, args, jsonResponse([]))).rejects.toMatchObject({ status: 400 })
  })

  it.each([
    ['trello_update_card', { card_id: 'c1' }],
    ['trello_update_checklist_item', { card_id: 'c1', item_id: 'i1' }],
  ])('%s does not send an update without a field', async (name, args) => {
    await expect(callTool(trello, name, args)).rejects.toThrow('No field to change')
  })

  it('sends key and token in the header that Trello documents, and takes nothing that would break it', () => {
    const [method] = trello.auth
    expect(method?.send).toEqual({
      in: 'header',
      name: 'authorization',
      value: 'OAuth oauth_consumer_key="{key}", oauth_token="{token}"',
    })
    const [key, token] = method?.fields ?? []
    expect(key?.pattern?.test('0471642aefef5fa1fa76530ce1ba4c85')).toBe(true)
    expect(token?.pattern?.test(`ATTA${'9eb76d9a'.repeat(9)}`)).toBe(true)
    for (const wrong of ['', 'a"b', 'a b', 'a, oauth_token="x']) {
      expect([key?.pattern?.test(wrong), token?.pattern?.test(wrong)], wrong).toEqual([false, false])
    }
  })

  it.each([
    [{ id: 'm1', username: 'ada', fullName: 'Ada Lovelace' }, 'Ada Lovelace (ada)'],
    [{ id: 'm1', username: 'ada', fullName: '' }, 'ada'],
    [{ id: 'm1' }, 'm1'],
  ])('names the account %o', async (member, name) => {
    const { context, requests } = fakeContext(trello, [jsonResponse(member)])
    expect(await trello.account.identify(context)).toEqual({ id: 'm1', name })
    expect(requests[0]?.url.href).toBe('https://api.trello.com/1/members/me?fields=fullName%2Cusername')
  })

  it.each([
    ['trello_create_card', { list_id: 'l1', name: 'Bug' }, 'Create the card “Bug” in the list “l1”'],
    ['trello_update_card', { card_id: 'c1', due: null }, 'Change due of the card “c1”'],
    ['trello_update_card', { card_id: 'c1', archived: true }, 'Archive the card “c1”'],
    [
      'trello_update_card',
      { card_id: 'c1', archived: false, name: 'x', label_ids: [] },
      'Restore the card “c1” and change its name and labels',
    ],
    ['trello_move_card', { card_id: 'c1', list_id: 'l2' }, 'Move the card “c1” to the list “l2”'],
    ['trello_create_comment', { card_id: 'c1', text: 'a\nb' }, 'Comment on the card “c1”: “a b”'],
    [
      'trello_create_checklist',
      { card_id: 'c1', name: 'Steps' },
      'Create the checklist “Steps” on the card “c1”',
    ],
    ['trello_add_checklist_item', { checklist_id: 'k1', name: 'Write' }, 'Add “Write” to the checklist “k1”'],
    [
      'trello_update_checklist_item',
      { card_id: 'c1', item_id: 'i1', done: true },
      'Change done of the item “i1” on the card “c1”',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(tool(name).summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'trello_create_card',
      { list_id: 'l1', name: 'Bug', description: 'd' },
      { place: 'l1', title: 'Bug', body: 'd' },
    ],
    ['trello_update_card', { card_id: 'c1', description: 'd' }, { place: 'c1', body: 'd' }],
    ['trello_create_comment', { card_id: 'c1', text: 'Hi' }, { place: 'c1', body: 'Hi' }],
  ])('%s is shown as what will stand there', (name, args, picture) => {
    expect(tool(name).preview(args)).toEqual({ kind: 'document', ...picture })
  })

  it('draws no picture of a card that is only put away', () => {
    expect(tool('trello_update_card').preview({ card_id: 'c1', archived: true })).toBeUndefined()
  })
})
