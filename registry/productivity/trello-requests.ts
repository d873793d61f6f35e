import { compact } from '../compact.ts'
import { pageNumber, type PageArguments } from '../paging.ts'
import { changedFields, quote } from '../sentences.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './trello-answers.ts'

type Requests = Pick<ToolContext, 'request'>

/** Everything that stands on a card: https://developer.atlassian.com/cloud/trello/guides/rest-api/nested-resources/ */
export const WHOLE_CARD_QUERY = {
  fields: answers.WHOLE_CARD_FIELDS,
  board: true,
  board_fields: 'name',
  list: true,
  members: true,
  member_fields: 'fullName,username',
  checklists: 'all',
  attachments: true,
  attachment_fields: 'name,url',
} as const

export const BOARD_QUERY = {
  fields: 'closed,desc,name,shortUrl,starred',
  lists: 'open',
  list_fields: 'name,pos',
  labels: 'all',
  label_fields: 'color,name',
  labels_limit: answers.MOST_ROWS,
  members: 'all',
  member_fields: 'fullName,username',
} as const

/** Whose token it is. */
export async function me({ request }: Requests) {
  const { data } = await request('GET /members/{id}', {
    path: { id: 'me' },
    query: { fields: 'fullName,username' },
    schema: answers.memberAnswer,
  })
  return data
}

interface CardsOf {
  readonly list_id?: string | undefined
  readonly board_id?: string | undefined
}

/** Open cards of a list, else of a board, else those the account is a member of. */
export async function openCards({ list_id, board_id }: CardsOf, { request }: Requests) {
  const query = { filter: 'visible', fields: answers.CARD_FIELDS, limit: answers.MOST_ROWS }
  const schema = answers.cardsAnswer
  if (list_id !== undefined) {
    const options = { path: { id: list_id }, query: { ...query, filter: 'open' }, schema }
    return (await request('GET /lists/{id}/cards', options)).data
  }
  if (board_id !== undefined) {
    return (await request('GET /boards/{id}/cards', { path: { id: board_id }, query, schema })).data
  }
  return (await request('GET /members/{id}/cards', { path: { id: 'me' }, query, schema })).data
}

interface Search extends PageArguments {
  readonly query: string
  readonly board_id?: string | undefined
}

/** A page of cards; Trello counts these pages from 0. */
export async function foundCards({ query, board_id, cursor, limit }: Search, { request }: Requests) {
  const page = Number(pageNumber(cursor) ?? 0)
  const { data } = await request('GET /search', {
    query: {
      query,
      idBoards: board_id,
      modelTypes: 'cards',
      card_fields: answers.CARD_FIELDS,
      card_board: true,
      card_list: true,
      cards_limit: limit,
      cards_page: page,
      partial: true,
    },
    schema: answers.foundAnswer,
  })
  const cards = data.cards ?? []
  const next = cards.length < limit ? undefined : String(page + 1)
  return compact({ cards: cards.map(answers.cardRow), next_cursor: next })
}

interface CardFields {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly due?: string | null | undefined
  readonly due_complete?: boolean | undefined
  readonly label_ids?: readonly string[] | undefined
  readonly member_ids?: readonly string[] | undefined
  readonly archived?: boolean | undefined
}

/** What is written of a card, in Trello's names. */
export function cardBody({
  description,
  due_complete,
  label_ids,
  member_ids,
  archived,
  ...fields
}: CardFields) {
  return {
    ...fields,
    desc: description,
    dueComplete: due_complete,
    idLabels: label_ids?.join(','),
    idMembers: member_ids?.join(','),
    closed: archived,
  }
}

/** The dialog's sentence for a changed card: putting it away is what a person should see first. */
export function updateSentence({
  card_id,
  archived,
  ...fields
}: CardFields & { readonly card_id: string }): string {
  const card = `the card ${quote(card_id)}`
  const changes = changedFields(fields)
  if (archived === undefined) return `Change ${changes} of ${card}`
  const first = `${archived ? 'Archive' : 'Restore'} ${card}`
  return changes === 'nothing' ? first : `${first} and change its ${changes}`
}
