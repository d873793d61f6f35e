import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { googleSheets } from './google-sheets.ts'

const api = 'https://sheets.googleapis.com/v4'
const fields =
  'spreadsheetId,spreadsheetUrl,properties(title,locale,timeZone),sheets(properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount)))'
const url = 'https://docs.google.com/spreadsheets/d/s1/edit'
const spreadsheet = {
  spreadsheetId: 's1',
  spreadsheetUrl: url,
  properties: { title: 'Budget', locale: 'de_CH', timeZone: 'Europe/Zurich' },
  sheets: [
    {
      properties: {
        sheetId: 0,
        title: '2026',
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    },
    { properties: { sheetId: 7, title: 'Chart', sheetType: 'OBJECT', hidden: true } },
  ],
}
const row = {
  id: 's1',
  title: 'Budget',
  locale: 'de_CH',
  time_zone: 'Europe/Zurich',
  sheets: [
    { sheet_id: 0, title: '2026', rows: 1000, columns: 26 },
    { sheet_id: 7, title: 'Chart', type: 'OBJECT', hidden: true },
  ],
  url,
}
const made = { properties: { sheetId: 9, title: 'New', gridProperties: { rowCount: 10, columnCount: 2 } } }
const madeRow = { sheet_id: 9, title: 'New', rows: 10, columns: 2 }
const updates = {
  spreadsheetId: 's1',
  updatedRange: "'2026'!A1:B2",
  updatedRows: 2,
  updatedColumns: 2,
  updatedCells: 3,
}
const updatesRow = { updated_range: "'2026'!A1:B2", updated_rows: 2, updated_cells: 3 }
const place = { spreadsheet_id: 's1', range: "'Q1/Q2'!A1:B2" }
const path = "/spreadsheets/s1/values/'Q1%2FQ2'!A1%3AB2"
const rows = [
  ['Rent', 1200.5],
  [null, '=B1*12'],
]

const cases: readonly OneRequestCase<unknown>[] = [
  {
    tool: 'google_sheets_list_spreadsheets',
    args: { name: 'Budget', cursor: 'p2', limit: 10 },
    sends: 'GET https://www.googleapis.com/drive/v3/files',
    query: {
      q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false and name contains 'Budget'",
      orderBy: 'modifiedTime desc',
      pageSize: '10',
      pageToken: 'p2',
      fields: 'nextPageToken,files(id,name,modifiedTime,webViewLink,owners(emailAddress))',
      includeItemsFromAllDrives: 'true',
      supportsAllDrives: 'true',
    },
    answer: {
      files: [
        {
          id: 's1',
          name: 'Budget',
          modifiedTime: '2026-01-02T03:04:05.000Z',
          webViewLink: url,
          owners: [{ emailAddress: 'ada@example.com' }],
        },
      ],
      nextPageToken: 'p3',
    },
    result: {
      spreadsheets: [
        {
          id: 's1',
          title: 'Budget',
          owner: 'ada@example.com',
          modified_at: '2026-01-02T03:04:05.000Z',
          url,
        },
      ],
      next_cursor: 'p3',
    },
  },
  {
    tool: 'google_sheets_get_spreadsheet',
    args: { spreadsheet_id: 's1' },
    sends: 'GET /spreadsheets/s1',
    query: { fields },
    answer: spreadsheet,
    result: row,
  },
  {
    tool: 'google_sheets_read_range',
    args: place,
    sends: `GET ${path}`,
    query: { majorDimension: 'ROWS', valueRenderOption: 'FORMATTED_VALUE' },
    answer: { range: "'Q1/Q2'!A1:B2", majorDimension: 'ROWS', values: [['Rent', '1’200.50'], []] },
    result: { range: "'Q1/Q2'!A1:B2", rows: [['Rent', '1’200.50'], []] },
  },
  {
    tool: 'google_sheets_read_ranges',
    args: { spreadsheet_id: 's1', ranges: ['A1:A9'], render: 'raw', max_rows: 1 },
    sends: 'GET /spreadsheets/s1/values:batchGet',
    query: {
      ranges: 'A1:A9',
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'FORMATTED_STRING',
    },
    answer: { spreadsheetId: 's1', valueRanges: [{ range: 'Sheet1!A1:A9', values: [[1], [true]] }] },
    result: { ranges: [{ range: 'Sheet1!A1:A9', rows: [[1]], next_offset: 1, total_rows: 2 }] },
  },
  {
    tool: 'google_sheets_create_spreadsheet',
    args: { title: 'Budget', sheets: ['2026', '2027'] },
    sends: 'POST /spreadsheets',
    query: { fields },
    body: {
      properties: { title: 'Budget' },
      sheets: [{ properties: { title: '2026' } }, { properties: { title: '2027' } }],
    },
    answer: spreadsheet,
    result: row,
  },
  {
    tool: 'google_sheets_update_range',
    args: { ...place, rows },
    sends: `PUT ${path}`,
    query: { valueInputOption: 'USER_ENTERED' },
    body: { majorDimension: 'ROWS', values: rows },
    answer: updates,
    result: updatesRow,
  },
  {
    tool: 'google_sheets_append_rows',
    args: { ...place, rows, raw: true },
    sends: `POST ${path}:append`,
    query: { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' },
    body: { majorDimension: 'ROWS', values: rows },
    answer: { spreadsheetId: 's1', tableRange: 'A1:B1', updates },
    result: updatesRow,
  },
  {
    tool: 'google_sheets_add_sheet',
    args: { spreadsheet_id: 's1', title: 'New' },
    sends: 'POST /spreadsheets/s1:batchUpdate',
    body: { requests: [{ addSheet: { properties: { title: 'New' } } }] },
    answer: { spreadsheetId: 's1', replies: [{ addSheet: made }] },
    result: madeRow,
  },
  {
    tool: 'google_sheets_copy_sheet',
    args: { spreadsheet_id: 's1', sheet_id: 0, title: 'New' },
    sends: 'POST /spreadsheets/s1:batchUpdate',
    body: { requests: [{ duplicateSheet: { sourceSheetId: 0, newSheetName: 'New' } }] },
    answer: { spreadsheetId: 's1', replies: [{ duplicateSheet: made }] },
    result: madeRow,
  },
  {
    tool: 'google_sheets_update_sheet',
    args: { spreadsheet_id: 's1', sheet_id: 0, title: 'Old', hidden: true },
    sends: 'POST /spreadsheets/s1:batchUpdate',
    body: {
      requests: [
        {
          updateSheetProperties: {
            properties: { sheetId: 0, title: 'Old', hidden: true },
            fields: 'title,hidden',
          },
        },
      ],
    },
    answer: { spreadsheetId: 's1', replies: [{}] },
    result: { sheet_id: 0, title: 'Old', hidden: true },
  },
  {
    tool: 'google_sheets_clear_range',
    args: place,
    sends: `POST ${path}:clear`,
    body: {},
    answer: { spreadsheetId: 's1', clearedRange: "'Q1/Q2'!A1:B2" },
    result: { cleared_range: "'Q1/Q2'!A1:B2" },
  },
  {
    tool: 'google_sheets_delete_rows',
    args: { spreadsheet_id: 's1', sheet_id: 0, first_row: 2, last_row: 4 },
    sends: 'POST /spreadsheets/s1:batchUpdate',
    body: {
      requests: [
        { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 4 } } },
      ],
    },
    answer: { spreadsheetId: 's1', replies: [{}] },
    result: { deleted_rows: 3 },
  },
  {
    tool: 'google_sheets_delete_sheet',
    args: { spreadsheet_id: 's1', sheet_id: 7 },
    sends: 'POST /spreadsheets/s1:batchUpdate',
    body: { requests: [{ deleteSheet: { sheetId: 7 } }] },
    answer: { spreadsheetId: 's1', replies: [{}] },
    result: { sheet_id: 7, deleted: true },
  },
]

describe('every tool of google-sheets', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(googleSheets, tool, args, jsonResponse(answer))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.href.split('?')[0]?.replace(api, '')}`).toBe(expected.sends)
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(googleSheets.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
