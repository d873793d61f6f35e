import { randomUUID } from 'node:crypto'
import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import type { FieldProblem } from '../rest.ts'

/** An error as Notion writes it. @see https://developers.notion.com/reference/errors */
export const notionError = (status: number, code: string, message: string): SimulatedAnswer =>
  jsonAnswer(status, { object: 'error', status, code, message, request_id: randomUUID() })

export const validationError = (message: string): SimulatedAnswer =>
  notionError(400, 'validation_error', message)

export const notFound = (kind: string, id: string): SimulatedAnswer =>
  notionError(
    404,
    'object_not_found',
    `Could not find ${kind} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "Gatehouse".`,
  )

/** What is wrong with a request, in Notion’s words. */
export const notion = {
  noSuchPath: (): SimulatedAnswer => notionError(400, 'invalid_request_url', 'Invalid request URL.'),
  notJson: (): SimulatedAnswer => notionError(400, 'invalid_json', 'Error parsing JSON body.'),
  invalid: ({ place, field, kind, message }: FieldProblem): SimulatedAnswer => {
    const problem =
      kind === 'missing'
        ? 'should be defined, instead was `undefined`'
        : kind === 'unknown'
          ? 'should be not present'
          : `is not valid: ${message}`
    return validationError(`${place} failed validation: ${place}.${field} ${problem}.`)
  },
}

type Page = { readonly page_size: number; readonly start_cursor?: string | undefined }
type Row = { readonly id: string }

/** One page of a list; the cursor is the id of the first row of the next one. */
export const listAnswer = (type: string, rows: readonly Row[], page: Page): SimulatedAnswer => {
  const start = page.start_cursor ? rows.findIndex(({ id }) => id === page.start_cursor) : 0
  if (start < 0) return validationError('The start_cursor provided is invalid.')
  const next = rows[start + page.page_size]
  return jsonAnswer(200, {
    object: 'list',
    results: rows.slice(start, start + page.page_size),
    next_cursor: next?.id ?? null,
    has_more: next !== undefined,
    type,
    [type]: {},
    request_id: randomUUID(),
  })
}
