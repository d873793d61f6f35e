import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './trello-answers.ts'
import { trelloRefusal } from './trello-refusal.ts'
import * as requests from './trello-requests.ts'

const id = z.string()
const due = z.string().describe('ISO 8601')
const description = z.string().describe('Markdown')
const position = z.enum(['top', 'bottom'])

/** @see https://developer.atlassian.com/cloud/trello/rest/ */
export const trello = defineIntegration({
  id: 'trello',
  name: 'Trello',
  category: 'productivity',
  description: 'Boards, lists, cards and checklists.',
  icon: 'trello.svg',
  auth: {
    type: 'api_key',
    label: 'API key and token',
    fields: [
      { name: 'key', label: 'API key', kind: 'secret', pattern: /^[0-9a-f]{32}$/i },
      {
        name: 'token',
        label: 'Token',
        kind: 'secret',
        placeholder: 'ATTA…',
        hint: 'Not the secret: the link “Token” beside the key makes it.',
        pattern: /^\w+$/,
      },
    ],
    // Not in the address, which ends up in logs: https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
    send: {
      in: 'header',
      name: 'authorization',
      value: 'OAuth oauth_consumer_key="{key}", oauth_token="{token}"',
    },
    helpUrl: 'https://trello.com/power-ups/admin',
  },
  hosts: ['api.trello.com'],
  apiBase: 'https://api.trello.com/1',
  refusal: trelloRefusal,
  account: {
    async identify({ request }) {
      const { id: memberId, username, fullName } = await requests.me({ request })
      return {
        id: memberId,
        name: fullName && username ? `${fullName} (${username})` : (username ?? memberId),
      }
    },
  },
  defaults: [
    {
      argument: 'board_id',
      label: 'Board',
      listedBy: 'trello_list_boards',
      list: 'boards',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'trello_get_me',
      description: 'The signed-in member.',
      parameters: z.object({}),
      async handler(_args, ctx) {
        return answers.memberRow(await requests.me(ctx))
      },
    },
    {
      name: 'trello_list_boards',
      description: 'Open boards, for board_id.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /members/{id}/boards', {
          path: { id: 'me' },
          query: { filter: 'open', fields: 'name,shortUrl,starred' },
          schema: answers.boardsAnswer,
        })
        return answers.pageWithTotal('boards', data.map(answers.boardRow), page)
      },
    },
    {
      name: 'trello_get_board',
      description: 'A board with its open lists (columns), labels and members: their ids.',
      parameters: z.object({ board_id: id }),
      async handler({ board_id }, { request }) {
        const { data } = await request('GET /boards/{id}', {
          path: { id: board_id },
          query: requests.BOARD_QUERY,
          schema: answers.boardAnswer,
        })
        return answers.boardDetail(data)
      },
    },
    {
      name: 'trello_list_cards',
      description: 'Open cards of a list or of a board, from top to bottom; without either, your own.',
      parameters: z.object({ list_id: id.optional(), board_id: id.optional(), ...pageParameters }),
      async handler({ list_id, board_id, ...page }, ctx) {
        const cards = await requests.openCards({ list_id, board_id }, ctx)
        return answers.pageWithTotal('cards', cards.map(answers.cardRow), page)
      },
    },
    {
      name: 'trello_search_cards',
      description: 'Search cards, archived ones too. New ones may take a moment to be found.',
      parameters: z.object({
        query: z.string().min(1).describe('Words and operators: “@me due:week list:Doing label:bug is:open”'),
        board_id: id.optional(),
        ...pageParameters,
      }),
      handler: requests.foundCards,
    },
    {
      name: 'trello_get_card',
      description:
        'One card with description, checklists, members and attachments. To read on, pass next_offset as offset.',
      parameters: z.object({ card_id: id, offset: z.int().min(0).default(0) }),
      async handler({ card_id, offset }, { request }) {
        const { data } = await request('GET /cards/{id}', {
          path: { id: card_id },
          query: requests.WHOLE_CARD_QUERY,
          schema: answers.wholeCardAnswer,
        })
        return answers.cardDetail(data, offset)
      },
    },
    {
      name: 'trello_list_comments',
      description: 'Comments of a card, newest first. Truncated: raise max_chars.',
      parameters: z.object({
        card_id: id,
        max_chars: z.int().min(100).max(20_000).default(2000),
        ...pageParameters,
      }),
      async handler({ card_id, max_chars, ...page }, { request }) {
        const { data } = await request('GET /cards/{id}/actions', {
          path: { id: card_id },
          query: {
            filter: 'commentCard',
            fields: 'data,date',
            memberCreator_fields: 'fullName,username',
            limit: answers.MOST_ROWS,
          },
          schema: answers.commentsAnswer,
        })
        const rows = data.map((comment) => answers.commentRow(comment, max_chars))
        return answers.pageWithTotal('comments', rows, page)
      },
    },
    {
      name: 'trello_create_card',
      description: 'Create a card in a list. Each call makes a new one.',
      parameters: z.object({
        list_id: id,
        name: z.string().min(1),
        description: description.optional(),
        due: due.optional(),
        label_ids: z.array(id).optional(),
        member_ids: z.array(id).optional(),
        position: position.default('bottom'),
      }),
      summary: ({ list_id, name }) => `Create the card ${quote(name)} in the list ${quote(list_id)}`,
      preview: ({ list_id: place, name: title, description: body }) =>
        documentPreview({ place, title, body }),
      async handler({ list_id, position: pos, ...fields }, { request }) {
        const json = { idList: list_id, pos, ...requests.cardBody(fields) }
        const { data } = await request('POST /cards', { json, schema: answers.cardAnswer })
        return answers.cardRow(data)
      },
    },
    {
      name: 'trello_update_card',
      description: 'Change, archive or restore a card: only the given fields. Safe to repeat.',
      parameters: z.object({
        card_id: id,
        name: z.string().min(1).optional(),
        description: z.string().optional().describe('Markdown; replaces all'),
        due: due.nullable().optional().describe('ISO 8601; null: none'),
        due_complete: z.boolean().optional().describe('true: done'),
        label_ids: z.array(id).optional().describe('Replaces all'),
        member_ids: z.array(id).optional().describe('Replaces all'),
        archived: z.boolean().optional().describe('false: restore'),
      }),
      summary: requests.updateSentence,
      preview: ({ card_id: place, name: title, description: body }) =>
        documentPreview({ place, title, body }),
      async handler({ card_id, ...fields }, { request }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PUT /cards/{id}', {
          path: { id: card_id },
          json: requests.cardBody(fields),
          schema: answers.cardAnswer,
        })
        return answers.cardRow(data)
      },
    },
    {
      name: 'trello_move_card',
      description: 'Put a card into a list, at its bottom or top. Safe to repeat.',
      parameters: z.object({
        card_id: id,
        list_id: id,
        board_id: id.optional().describe('If the list is on another board'),
        position: position.default('bottom'),
      }),
      summary: ({ card_id, list_id }) => `Move the card ${quote(card_id)} to the list ${quote(list_id)}`,
      async handler({ card_id, list_id, board_id, position: pos }, { request }) {
        const { data } = await request('PUT /cards/{id}', {
          path: { id: card_id },
          json: { idList: list_id, idBoard: board_id, pos },
          schema: answers.cardAnswer,
        })
        return answers.cardRow(data)
      },
    },
    {
      name: 'trello_create_comment',
      description: 'Comment on a card. Each call adds one.',
      parameters: z.object({ card_id: id, text: z.string().min(1).describe('Markdown; @username notifies') }),
      summary: ({ card_id, text }) => `Comment on the card ${quote(card_id)}: ${quote(text)}`,
      preview: ({ card_id: place, text: body }) => documentPreview({ place, body }),
      async handler({ card_id, text }, { request }) {
        const { data } = await request('POST /cards/{id}/actions/comments', {
          path: { id: card_id },
          json: { text },
          schema: answers.savedAnswer,
        })
        return { id: data.id }
      },
    },
    {
      name: 'trello_create_checklist',
      description: 'Create an empty checklist on a card. Each call makes a new one.',
      parameters: z.object({ card_id: id, name: z.string().min(1) }),
      summary: ({ card_id, name }) => `Create the checklist ${quote(name)} on the card ${quote(card_id)}`,
      async handler({ card_id, name }, { request }) {
        const { data } = await request('POST /cards/{id}/checklists', {
          path: { id: card_id },
          query: { name },
          schema: answers.savedAnswer,
        })
        return { checklist_id: data.id }
      },
    },
    {
      name: 'trello_add_checklist_item',
      description: 'Add an item to a checklist. Each call adds one.',
      parameters: z.object({ checklist_id: id, name: z.string().min(1), due: due.optional() }),
      summary: ({ checklist_id, name }) => `Add ${quote(name)} to the checklist ${quote(checklist_id)}`,
      async handler({ checklist_id, ...query }, { request }) {
        const { data } = await request('POST /checklists/{id}/checkItems', {
          path: { id: checklist_id },
          query,
          schema: answers.checkItemAnswer,
        })
        return answers.checkItemRow(data)
      },
    },
    {
      name: 'trello_update_checklist_item',
      description: 'Tick off, untick or rename an item of a checklist. Safe to repeat.',
      parameters: z.object({
        card_id: id,
        item_id: id,
        done: z.boolean().optional().describe('true: tick off'),
        name: z.string().min(1).optional(),
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'card_id', 'item_id')} of the item ${quote(args.item_id)} on the card ${quote(args.card_id)}`,
      async handler({ card_id, item_id, done, name }, { request }) {
        if (done === undefined && name === undefined) throw new ProviderError(ownReason('noField'), 400)
        const state = done === undefined ? undefined : done ? 'complete' : 'incomplete'
        const { data } = await request('PUT /cards/{id}/checkItem/{idCheckItem}', {
          path: { id: card_id, idCheckItem: item_id },
          query: { name, state },
          schema: answers.checkItemAnswer,
        })
        return answers.checkItemRow(data)
      },
    },
  ],
})
