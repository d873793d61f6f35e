import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { repliesAnswer, sheetRow } from './google-sheets-answers.ts'

const SPREADSHEET_QUERY = "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false"

/**
 * Drive's query for spreadsheets whose name has words that begin so.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/search-files (how a value is escaped)
 */
export function spreadsheetsNamed(name: string | undefined): string {
  if (name === undefined) return SPREADSHEET_QUERY
  return `${SPREADSHEET_QUERY} and name contains '${name.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}

/** How cells come: as shown, as stored (dates still readable), or as the formulas behind them. */
export function renderOptions(render: 'formatted' | 'raw' | 'formula') {
  if (render === 'formatted') return { valueRenderOption: 'FORMATTED_VALUE' }
  return {
    valueRenderOption: render === 'raw' ? 'UNFORMATTED_VALUE' : 'FORMULA',
    dateTimeRenderOption: 'FORMATTED_STRING',
  }
}

/** `USER_ENTERED` reads formulas, dates and numbers as if typed into a cell. */
export function inputOption(raw: boolean | undefined): string {
  return raw === true ? 'RAW' : 'USER_ENTERED'
}

/** A span of whole rows, counted from 1 as a person sees them, both ends included. */
export function rowSpan(sheetId: number, first: number, last: number) {
  if (last < first) throw new ProviderError(ownReason('rowsBackwards'), 400)
  return { sheetId, dimension: 'ROWS', startIndex: first - 1, endIndex: last }
}

/**
 * Sends one request of a batch update.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate
 * @returns the sheet it made, if it made one
 */
export async function changeSpreadsheet(
  spreadsheet_id: string,
  change: Readonly<Record<string, unknown>>,
  request: ToolContext['request'],
) {
  const { data } = await request('POST /spreadsheets/{spreadsheet_id}:batchUpdate', {
    path: { spreadsheet_id },
    json: { requests: [change] },
    schema: repliesAnswer,
  })
  const made = data.replies?.[0]?.addSheet ?? data.replies?.[0]?.duplicateSheet
  return made ? sheetRow(made.properties) : undefined
}
