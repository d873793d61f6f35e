import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { card, cardRow, item } from '../testing/samples/trello.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { trello } from './trello.ts'

const fields = 'badges,closed,due,idBoard,idList,labels,name,shortUrl'
const ada = { id: 'm1', username: 'ada', fullName: 'Ada Lovelace' }
const adaRow = { id: 'm1', username: 'ada', name: 'Ada Lovelace' }

const cases: readonly OneRequestCase<unknown>[] = [
  {
    tool: 'trello_get_me',
    args: {},
    sends: 'GET /1/members/me',
    query: { fields: 'fullName,username' },
    answer: ada,
    result: adaRow,
  },
  {
    tool: 'trello_list_boards',
    args: {},
    sends: 'GET /1/members/me/boards',
    query: { filter: 'open', fields: 'name,shortUrl,starred' },
    answer: [
      { id: 'b1', name: 'Website', starred: true, shortUrl: 'https://trello.com/b/dQHqCohZ' },
      { id: 'b2', name: 'Home', starred: false },
    ],
    result: {
      boards: [
        { id: 'b1', name: 'Website', starred: true, url: 'https://trello.com/b/dQHqCohZ' },
        { id: 'b2', name: 'Home' },
      ],
      total: 2,
    },
  },
  {
    tool: 'trello_get_board',
    args: { board_id: 'b1' },
    sends: 'GET /1/boards/b1',
    query: {
      fields: 'closed,desc,name,shortUrl,starred',
      lists: 'open',
      list_fields: 'name,pos',
      labels: 'all',
      label_fields: 'color,name',
      labels_limit: '1000',
      members: 'all',
      member_fields: 'fullName,username',
    },
    answer: {
      id: 'b1',
      name: 'Website',
      desc: 'All pages',
      closed: true,
      lists: [
        { id: 'l2', name: 'Done', pos: 200 },
        { id: 'l1', name: 'Doing', pos: 100 },
      ],
      labels: [{ id: 'a2', name: '', color: 'green' }],
      members: [ada],
    },
    result: {
      id: 'b1',
      name: 'Website',
      description: 'All pages',
      closed: true,
      lists: [
        { id: 'l1', name: 'Doing' },
        { id: 'l2', name: 'Done' },
      ],
      labels: [{ id: 'a2', color: 'green' }],
      members: [adaRow],
    },
  },
  {
    tool: 'trello_list_cards',
    args: { list_id: 'l1', board_id: 'b1', limit: 1 },
    sends: 'GET /1/lists/l1/cards',
    query: { filter: 'open', fields, limit: '1000' },
    answer: [card, { id: 'c2' }],
    result: { cards: [cardRow], next_cursor: '1', total: 2 },
  },
  {
    tool: 'trello_list_cards',
    args: { board_id: 'b1', limit: 1, cursor: '1' },
    sends: 'GET /1/boards/b1/cards',
    query: { filter: 'visible', fields, limit: '1000' },
    answer: [card, { id: 'c2', name: 'Next', closed: true, labels: [], badges: { checkItems: 0 } }],
    result: { cards: [{ id: 'c2', name: 'Next', archived: true }], total: 2 },
  },
  {
    tool: 'trello_list_cards',
    args: {},
    sends: 'GET /1/members/me/cards',
    query: { filter: 'visible', fields, limit: '1000' },
    answer: [card],
    result: { cards: [cardRow], total: 1 },
  },
  {
    tool: 'trello_search_cards',
    args: { query: '@me is:open', board_id: 'b1', limit: 1, cursor: '3' },
    sends: 'GET /1/search',
    query: {
      query: '@me is:open',
      idBoards: 'b1',
      modelTypes: 'cards',
      card_fields: fields,
      card_board: 'true',
      card_list: 'true',
      cards_limit: '1',
      cards_page: '3',
      partial: 'true',
    },
    answer: {
      cards: [{ ...card, board: { id: 'b1', name: 'Website' }, list: { id: 'l1', name: 'Doing' } }],
      options: { terms: [] },
    },
    result: { cards: [{ ...cardRow, board: 'Website', list: 'Doing' }], next_cursor: '4' },
  },
  {
    tool: 'trello_get_card',
    args: { card_id: 'c1' },
    sends: 'GET /1/cards/c1',
    query: {
      fields: `${fields},dateLastActivity,desc,start`,
      board: 'true',
      board_fields: 'name',
      list: 'true',
      members: 'true',
      member_fields: 'fullName,username',
      checklists: 'all',
      attachments: 'true',
      attachment_fields: 'name,url',
    },
    answer: {
      ...card,
      desc: 'It crashes.',
      start: '2026-02-01T00:00:00.000Z',
      dateLastActivity: '2026-02-03T04:05:06.000Z',
      board: { id: 'b1', name: 'Website' },
      list: { id: 'l1', name: 'Doing', pos: 1 },
      members: [ada],
      checklists: [
        { id: 'k2', name: 'Later', pos: 20, checkItems: [] },
        {
          id: 'k1',
          name: 'Steps',
          pos: 10,
          checkItems: [
            {
              ...item,
              id: 'i2',
              name: 'Test',
              state: 'complete',
              pos: 30,
              due: '2026-03-01',
              idMember: 'm1',
            },
            item,
          ],
        },
      ],
      attachments: [{ id: 't1', name: 'log.txt', url: 'https://x.example/log.txt' }],
    },
    result: {
      ...cardRow,
      board: 'Website',
      list: 'Doing',
      label_ids: ['a1', 'a2'],
      start: '2026-02-01T00:00:00.000Z',
      members: [adaRow],
      checklists: [
        {
          id: 'k1',
          name: 'Steps',
          items: [
            { id: 'i1', name: 'Write', done: false },
            { id: 'i2', name: 'Test', done: true, due: '2026-03-01', member_id: 'm1' },
          ],
        },
        { id: 'k2', name: 'Later', items: [] },
      ],
      attachments: [{ name: 'log.txt', url: 'https://x.example/log.txt' }],
      active_at: '2026-02-03T04:05:06.000Z',
      description: 'It crashes.',
    },
  },
  {
    tool: 'trello_list_comments',
    args: { card_id: 'c1', max_chars: 100 },
    sends: 'GET /1/cards/c1/actions',
    query: {
      filter: 'commentCard',
      fields: 'data,date',
      memberCreator_fields: 'fullName,username',
      limit: '1000',
    },
    answer: [
      { id: 'x2', date: '2026-02-03T04:05:06.000Z', data: { text: 'y'.repeat(101) }, memberCreator: ada },
      { id: 'x1', data: { text: 'Hi' }, memberCreator: { username: 'bob' } },
    ],
    result: {
      comments: [
        {
          id: 'x2',
          author: 'Ada Lovelace',
          text: 'y'.repeat(100),
          truncated: true,
          created_at: '2026-02-03T04:05:06.000Z',
        },
        { id: 'x1', author: 'bob', text: 'Hi' },
      ],
      total: 2,
    },
  },
]

describe('every tool of trello that reads', () => {
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
        .filter(({ effect }) => effect === 'read')
        .map(({ name }) => name)
        .filter((name) => !tested.has(name)),
    ).toEqual([])
  })
})
