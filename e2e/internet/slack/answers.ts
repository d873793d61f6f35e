import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import type { FieldProblem } from '../rest.ts'

type Values = Readonly<Record<string, unknown>>

export const okAnswer = (values: Values = {}): SimulatedAnswer => jsonAnswer(200, { ok: true, ...values })

/** Slack reports errors with status 200. @see https://docs.slack.dev/apis/web-api#responses */
export const errorAnswer = (error: string, more: Values = {}): SimulatedAnswer =>
  jsonAnswer(200, { ok: false, error, ...more })

export const invalidArguments = ({ field, kind, message }: FieldProblem): SimulatedAnswer => {
  const sentence =
    kind === 'missing'
      ? `missing required field: ${field}`
      : `${kind === 'unknown' ? 'unknown field' : message}: ${field}`
  return errorAnswer('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${sentence}`] } })
}

type Page = { readonly limit: number; readonly cursor?: string | undefined }

/** One page of rows under their name; the cursor after the last page is empty. */
export const pageAnswer = (
  name: string,
  rows: readonly unknown[],
  { limit, cursor }: Page,
  more: (hasMore: boolean) => Values = () => ({}),
): SimulatedAnswer => {
  const start = cursor
    ? Number(
        Buffer.from(cursor, 'base64')
          .toString()
          .replace(/^next:/, ''),
      )
    : 0
  if (!Number.isSafeInteger(start)) return errorAnswer('invalid_cursor')
  const end = start + limit
  const next = end < rows.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return okAnswer({
    [name]: rows.slice(start, end),
    ...more(next !== ''),
    response_metadata: { next_cursor: next },
  })
}
