import { z } from 'zod'
import { compact } from '../compact.ts'
import { pageOfAll, type PageArguments } from '../paging.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const position = z.union([z.number(), z.string()]).nullish()
const named = z.object({ id: text, name: text }).nullish()

const member = z.object({ id: z.string(), username: text, fullName: text })
const label = z.object({ id: text, name: text, color: text })
const board = z.object({
  id: z.string(),
  name: text,
  desc: text,
  closed: flag,
  starred: flag,
  shortUrl: text,
})

const card = z.object({
  id: z.string(),
  name: text,
  idBoard: text,
  idList: text,
  due: text,
  closed: flag,
  labels: z.array(label).nullish(),
  badges: z
    .object({ dueComplete: flag, comments: number, checkItems: number, checkItemsChecked: number })
    .nullish(),
  shortUrl: text,
  board: named,
  list: named,
})

const checkItem = z.object({
  id: z.string(),
  name: text,
  state: text,
  due: text,
  idMember: text,
  pos: position,
})
const checklist = z.object({
  id: z.string(),
  name: text,
  pos: position,
  checkItems: z.array(checkItem).nullish(),
})

const wholeCard = card.extend({
  desc: text,
  start: text,
  dateLastActivity: text,
  members: z.array(member).nullish(),
  checklists: z.array(checklist).nullish(),
  attachments: z.array(z.object({ name: text, url: text })).nullish(),
})

const wholeBoard = board.extend({
  lists: z.array(z.object({ id: z.string(), name: text, pos: position })).nullish(),
  labels: z.array(label).nullish(),
  members: z.array(member).nullish(),
})

const comment = z.object({
  id: z.string(),
  date: text,
  data: z.object({ text }).nullish(),
  memberCreator: z.object({ username: text, fullName: text }).nullish(),
})

export const memberAnswer = member
export const boardsAnswer = z.array(board)
export const boardAnswer = wholeBoard
export const cardsAnswer = z.array(card)
export const foundAnswer = z.object({ cards: z.array(card).nullish() })
export const cardAnswer = card
export const wholeCardAnswer = wholeCard
export const commentsAnswer = z.array(comment)
export const savedAnswer = z.object({ id: z.string() })
export const checkItemAnswer = checkItem

/** What is asked of a card in a list: https://developer.atlassian.com/cloud/trello/guides/rest-api/object-definitions/ */
export const CARD_FIELDS = 'badges,closed,due,idBoard,idList,labels,name,shortUrl'
export const WHOLE_CARD_FIELDS = `${CARD_FIELDS},dateLastActivity,desc,start`

/** No list of Trello is longer; it hands them out whole. */
export const MOST_ROWS = 1000

/** A page of what Trello hands out whole, with how much that is. */
export function pageWithTotal(name: string, rows: readonly unknown[], page: PageArguments) {
  const incomplete = rows.length >= MOST_ROWS ? true : undefined
  return compact({ ...pageOfAll(name, rows, page), total: rows.length, incomplete })
}

/** As a person sees them: Trello sends what lies inside something else in any order. */
function inOrder<T extends { readonly pos?: z.output<typeof position> }>(
  rows: readonly T[] | null | undefined,
) {
  return rows?.toSorted((one, other) => Number(one.pos ?? 0) - Number(other.pos ?? 0))
}

export function memberRow({ id, username, fullName }: z.output<typeof member>) {
  return compact({ id, username, name: fullName })
}

export function boardRow({ id, name, starred, shortUrl }: z.output<typeof board>) {
  return compact({ id, name, starred: starred === true ? true : undefined, url: shortUrl })
}

/** A board with what its cards refer to. */
export function boardDetail(node: z.output<typeof wholeBoard>) {
  return compact({
    ...boardRow(node),
    description: node.desc || undefined,
    closed: node.closed === true ? true : undefined,
    lists: inOrder(node.lists)?.map(({ id, name }) => compact({ id, name })),
    labels: node.labels?.map(({ id, name, color }) => compact({ id, name: name || undefined, color })),
    members: node.members?.map(memberRow),
  })
}

/** A label without a name is known by its colour. */
export function cardRow(node: z.output<typeof card>) {
  const { badges, labels } = node
  return compact({
    id: node.id,
    name: node.name,
    board: node.board?.name,
    board_id: node.idBoard,
    list: node.list?.name,
    list_id: node.idList,
    due: node.due,
    done: badges?.dueComplete === true ? true : undefined,
    archived: node.closed === true ? true : undefined,
    labels: labels?.length ? labels.map(({ name, color }) => name || color) : undefined,
    comments: badges?.comments || undefined,
    checked: badges?.checkItems ? `${badges.checkItemsChecked ?? 0}/${badges.checkItems}` : undefined,
    url: node.shortUrl,
  })
}

/** The whole card; its description from `offset` on, with `next_offset` while there is more. */
export function cardDetail(node: z.output<typeof wholeCard>, offset: number) {
  const { text: description, ...rest } = textWindow(node.desc ?? '', offset)
  const { attachments, checklists, labels, members } = node
  return compact({
    ...cardRow(node),
    label_ids: labels?.length ? labels.map(({ id }) => id) : undefined,
    start: node.start,
    members: members?.length ? members.map(memberRow) : undefined,
    checklists: checklists?.length ? inOrder(checklists)?.map(checklistRow) : undefined,
    attachments: attachments?.length ? attachments.map(compact) : undefined,
    active_at: node.dateLastActivity,
    description,
    ...rest,
  })
}

function checklistRow({ id, name, checkItems }: z.output<typeof checklist>) {
  return compact({ id, name, items: inOrder(checkItems)?.map(checkItemRow) })
}

export function checkItemRow({ id, name, state, due, idMember }: z.output<typeof checkItem>) {
  return compact({ id, name, done: state === 'complete', due, member_id: idMember })
}

/** A comment, its text cut at `length` characters. */
export function commentRow({ id, date, data, memberCreator }: z.output<typeof comment>, length: number) {
  const { text: shown, next_offset: rest } = textWindow(data?.text ?? '', 0, length)
  return compact({
    id,
    author: memberCreator?.fullName ?? memberCreator?.username,
    text: shown,
    truncated: rest === undefined ? undefined : true,
    created_at: date,
  })
}
