import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'
import { mayBeText, textOfBytes } from './mail-text.ts'
import * as answers from './outlook-answers.ts'
import * as requests from './outlook-requests.ts'

type Request = ToolContext['request']

const AS_TEXT = { prefer: 'outlook.body-content-type="text"' }

/** A message as plain text from `offset` on, with what is attached to it. */
export async function readMessage(request: Request, message_id: string, offset: number) {
  const path = { message_id }
  const { data } = await request('GET /me/messages/{message_id}', {
    path,
    query: { $select: requests.detailFields },
    headers: AS_TEXT,
    schema: answers.messageAnswer,
  })
  if (data.hasAttachments !== true) return answers.messageDetail(data, [], offset)
  const attached = await request('GET /me/messages/{message_id}/attachments', {
    path,
    query: { $select: requests.attachmentFields },
    schema: answers.attachmentsAnswer,
  })
  return answers.messageDetail(data, attached.data.value, offset)
}

interface ConversationWanted {
  readonly conversation_id: string
  readonly max_chars: number
  readonly max_messages: number
}

/** The newest messages of a conversation, oldest first, each without the history it quotes. */
export async function readConversation(request: Request, wanted: ConversationWanted) {
  const { data } = await request('GET /me/messages', {
    query: {
      $filter: requests.filters.conversation(wanted.conversation_id),
      $orderby: requests.NEWEST_FIRST,
      $select: requests.conversationFields,
      $top: wanted.max_messages,
    },
    headers: AS_TEXT,
    schema: answers.messagesAnswer,
  })
  const messages = data.value.map((node) => answers.conversationMessage(node, wanted.max_chars)).toReversed()
  return compact({ messages, has_older: data['@odata.nextLink'] ? true : undefined })
}

/** The text of an attachment from `offset` on; what is no text is named, not fetched. */
export async function readAttachment(
  request: Request,
  path: { readonly message_id: string; readonly attachment_id: string },
  offset: number,
) {
  const route = 'GET /me/messages/{message_id}/attachments/{attachment_id}'
  const query = { $select: requests.attachmentFields }
  const { data } = await request(route, { path, query, schema: answers.attachmentAnswer })
  const facts = answers.attachmentRow(data)
  if (!mayBeText(data.contentType)) return { ...facts, binary: true }
  const file = await request(route, { path, schema: answers.fileAnswer })
  const content = textOfBytes(file.data.contentBytes ?? '', data.contentType)
  if (content === undefined) return { ...facts, binary: true }
  const { text, ...rest } = textWindow(content, offset)
  return { ...facts, text, ...rest }
}
