import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './gmail-answers.ts'
import { rawMessage, type Email } from './gmail-mime.ts'

type Request = ToolContext['request']

const ROW_HEADERS = ['From', 'To', 'Subject']
/** Gmail refuses too many requests at once of one user. */
const AT_ONCE = 10

/** Rows in the order of the ids; a message deleted meanwhile is left out. */
export async function messageRows(ids: readonly string[], request: Request) {
  const rows = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const batch = ids.slice(start, start + AT_ONCE).map((id) => messageRow(id, request))
    rows.push(...(await Promise.all(batch)))
  }
  return rows.filter((row) => row !== undefined)
}

async function messageRow(id: string, request: Request) {
  try {
    return answers.messageRow(
      await message(id, { format: 'metadata', metadataHeaders: ROW_HEADERS }, request),
    )
  } catch (error) {
    if (error instanceof ProviderError && error.status === 404) return undefined
    throw error
  }
}

/** One message: the whole of it, or the named headers. */
export async function message(
  id: string,
  query: Readonly<Record<string, string | readonly string[]>>,
  request: Request,
) {
  const route = 'GET /gmail/v1/users/me/messages/{id}'
  return (await request(route, { path: { id }, query, schema: answers.messageAnswer })).data
}

/** The body of a send or draft request: the mail, and the thread of the message it answers. */
export async function composed(
  { reply_to_message_id: id, ...email }: Email & { readonly reply_to_message_id?: string | undefined },
  request: Request,
) {
  if (id === undefined) return { raw: rawMessage(email) }
  const metadataHeaders = ['Message-ID', 'References']
  const { threadId, payload } = await message(id, { format: 'metadata', metadataHeaders }, request)
  const header = (name: string) => payload && answers.headerOf(payload, name)
  const parents = {
    messageId: header('message-id') ?? undefined,
    references: header('references') ?? undefined,
  }
  return { raw: rawMessage({ ...email, answers: parents }), threadId: threadId ?? undefined }
}
