import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { card, cardRow, item } from '../testing/samples/trello.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { trello } from './trello.ts'

const cases: readonly OneRequestCase<unknown>[] = [
  {
    tool: 'trello_create_card',
    args: {
      list_id: 'l1',
      name: 'Bug',
      description: 'It crashes.',
      due: '2026-03-01',
      label_ids: ['a1', 'a2'],
      member_ids: ['m1'],
      position: 'top',
    },
    sends: 'POST /1/cards',
    body: {
      idList: 'l1',
      name: 'Bug',
      desc: 'It crashes.',
      due: '2026-03-01',
      idLabels: 'a1,a2',
      idMembers: 'm1',
      pos: 'top',
    },
    answer: card,
    result: cardRow,
  },
  {
    tool: 'trello_update_card',
    args: { card_id: 'c1', due: null, due_complete: true, label_ids: [], archived: true },
    sends: 'PUT /1/cards/c1',
    body: { due: null, dueComplete: true, idLabels: '', closed: true },
    answer: { ...card, closed: true },
    result: { ...cardRow, archived: true },
  },
  {
    tool: 'trello_update_card',
    args: { card_id: 'c1', name: 'Bug 2', description: 'New', member_ids: ['m1', 'm2'] },
    sends: 'PUT /1/cards/c1',
    body: { name: 'Bug 2', desc: 'New', idMembers: 'm1,m2' },
    answer: card,
    result: cardRow,
  },
  {
    tool: 'trello_move_card',
    args: { card_id: 'c1', list_id: 'l2', board_id: 'b2' },
    sends: 'PUT /1/cards/c1',
    body: { idList: 'l2', idBoard: 'b2', pos: 'bottom' },
    answer: { ...card, idList: 'l2', idBoard: 'b2' },
    result: { ...cardRow, list_id: 'l2', board_id: 'b2' },
  },
  {
    tool: 'trello_create_comment',
    args: { card_id: 'c1', text: 'Fixed' },
    sends: 'POST /1/cards/c1/actions/comments',
    body: { text: 'Fixed' },
    answer: { id: 'x3', type: 'commentCard', data: { text: 'Fixed' } },
    result: { id: 'x3' },
  },
  {
    tool: 'trello_create_checklist',
    args: { card_id: 'c1', name: 'Steps' },
    sends: 'POST /1/cards/c1/checklists',
    query: { name: 'Steps' },
    answer: { id: 'k1', name: 'Steps', checkItems: [] },
    result: { checklist_id: 'k1' },
  },
  {
    tool: 'trello_add_checklist_item',
    args: { checklist_id: 'k1', name: 'Write', due: '2026-03-01' },
    sends: 'POST /1/checklists/k1/checkItems',
    query: { name: 'Write', due: '2026-03-01' },
    answer: { ...item, due: '2026-03-01' },
    result: { id: 'i1', name: 'Write', done: false, due: '2026-03-01' },
  },
  {
    tool: 'trello_update_checklist_item',
    args: { card_id: 'c1', item_id: 'i1', done: true },
    sends: 'PUT /1/cards/c1/checkItem/i1',
    query: { state: 'complete' },
    answer: { ...item, state: 'complete' },
    result: { id: 'i1', name: 'Write', done: true },
  },
  {
    tool: 'trello_update_checklist_item',
    args: { card_id: 'c1', item_id: 'i1', done: false, name: 'Draft' },
    sends: 'PUT /1/cards/c1/checkItem/i1',
    query: { state: 'incomplete', name: 'Draft' },
    answer: { ...item, name: 'Draft' },
    result: { id: 'i1', name: 'Draft', done: false },
  },
]

describe('every tool of trello that writes', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(trello, tool, args, jsonResponse(answer))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.trello.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every one of them', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(
      trello.tools
        .filter(({ effect }) => effect !== 'read')
        .map(({ name }) => name)
        .filter((name) => !tested.has(name)),
    ).toEqual([])
  })
})
