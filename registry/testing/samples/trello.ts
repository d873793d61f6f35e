/** As Trello sends them, and as tools pass them on. */
export const card = {
  id: 'c1',
  name: 'Bug',
  idBoard: 'b1',
  idList: 'l1',
  due: '2026-03-01T12:00:00.000Z',
  closed: false,
  labels: [
    { id: 'a1', idBoard: 'b1', name: 'urgent', color: 'red' },
    { id: 'a2', idBoard: 'b1', name: '', color: 'green' },
  ],
  badges: { dueComplete: true, comments: 3, checkItems: 5, checkItemsChecked: 2, votes: 0 },
  shortUrl: 'https://trello.com/c/H0TZyzbK',
}

export const cardRow = {
  id: 'c1',
  name: 'Bug',
  board_id: 'b1',
  list_id: 'l1',
  due: '2026-03-01T12:00:00.000Z',
  done: true,
  labels: ['urgent', 'green'],
  comments: 3,
  checked: '2/5',
  url: 'https://trello.com/c/H0TZyzbK',
}

export const item = {
  id: 'i1',
  idChecklist: 'k1',
  name: 'Write',
  state: 'incomplete',
  pos: 10,
  due: null,
  idMember: null,
}
