import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { spreadsheetsNamed } from './google-sheets-requests.ts'
import { googleSheets } from './google-sheets.ts'

const place = { spreadsheet_id: 's1', range: 'Sheet1' }
const sheet = { spreadsheet_id: 's1', sheet_id: 0 }

function read(args: Readonly<Record<string, unknown>>, values: unknown) {
  const answer = jsonResponse({ range: 'Sheet1!A1:Z1000', values })
  return callTool(googleSheets, 'google_sheets_read_range', { ...place, ...args }, answer)
}

describe('google-sheets', () => {
  it.each([
    ["Ada's plan", String.raw`Ada\'s plan`],
    [String.raw`a\' or name != 'x`, String.raw`a\\\' or name != \'x`],
  ])('keeps a name in its quotes, so that %s stays a name', (name, escaped) => {
    expect(spreadsheetsNamed(name)).toBe(
      `mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false and name contains '${escaped}'`,
    )
  })

  it('lists all spreadsheets when no name is given', async () => {
    const { requests } = await callTool(
      googleSheets,
      'google_sheets_list_spreadsheets',
      {},
      jsonResponse({ files: [] }),
    )
    expect(requests[0]?.query['q']).toBe(
      "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
    )
  })

  it('reads a long range in parts', async () => {
    const values = Array.from({ length: 5 }, (_, index) => [index])
    const first = await read({ max_rows: 3 }, values)
    expect(first.result).toMatchObject({ rows: [[0], [1], [2]], next_offset: 3, total_rows: 5 })
    const second = await read({ max_rows: 3, offset: 3 }, values)
    expect(second.result).toEqual({ range: 'Sheet1!A1:Z1000', rows: [[3], [4]], total_rows: 5 })
  })

  it('takes an empty range for empty: Google leaves its values out', async () => {
    expect((await read({}, undefined)).result).toEqual({ range: 'Sheet1!A1:Z1000', rows: [] })
  })

  it('reads formulas with dates that can be read', async () => {
    const { requests } = await read({ render: 'formula' }, [['=A1']])
    expect(requests[0]?.query).toEqual({
      majorDimension: 'ROWS',
      valueRenderOption: 'FORMULA',
      dateTimeRenderOption: 'FORMATTED_STRING',
    })
  })

  it('repeats the parameter for each of several ranges', async () => {
    const { result, requests } = await callTool(
      googleSheets,
      'google_sheets_read_ranges',
      { spreadsheet_id: 's1', ranges: ['A1', 'B2'] },
      jsonResponse({ spreadsheetId: 's1' }),
    )
    expect(requests[0]?.url.searchParams.getAll('ranges')).toEqual(['A1', 'B2'])
    expect(result).toEqual({ ranges: [] })
  })

  it('deletes no rows when the last lies before the first', async () => {
    const args = { ...sheet, first_row: 4, last_row: 2 }
    await expect(callTool(googleSheets, 'google_sheets_delete_rows', args)).rejects.toMatchObject({
      status: 400,
    })
  })

  it('does not send an update without a field', async () => {
    await expect(callTool(googleSheets, 'google_sheets_update_sheet', sheet)).rejects.toThrow(
      'No field to change',
    )
  })

  it('takes no objects for cells', async () => {
    const args = { ...place, rows: [[{ a: 1 }]] }
    await expect(callTool(googleSheets, 'google_sheets_update_range', args)).rejects.toThrow('rows')
  })

  it.each([
    [400, 'Unable to parse range: Nope!A1', {}, undefined],
    [401, 'Request had invalid authentication credentials.', {}, undefined],
    [404, 'Requested entity was not found.', {}, undefined],
    [429, "Quota exceeded for quota metric 'Read requests'", { 'retry-after': '60' }, 60],
  ])('passes HTTP %i “%s” on', async (status, message, headers, retryAfterSeconds) => {
    const answer = jsonResponse({ error: { code: status, message, status: 'X' } }, { status, headers })
    const call = callTool(googleSheets, 'google_sheets_read_range', place, answer)
    await expect(call).rejects.toMatchObject({ status, reason: message, retryAfterSeconds })
  })

  it.each([
    [
      'google_sheets_update_range',
      { ...place, rows: [[1], [2]] },
      'Write 2 rows over “Sheet1” in the spreadsheet “s1”',
    ],
    [
      'google_sheets_append_rows',
      { ...place, rows: [[1]] },
      'Add 1 row below “Sheet1” in the spreadsheet “s1”',
    ],
    ['google_sheets_clear_range', place, 'Empty “Sheet1” in the spreadsheet “s1”'],
    ['google_sheets_update_sheet', { ...sheet, hidden: true }, 'Change hidden of the sheet “0”'],
    [
      'google_sheets_delete_rows',
      { ...sheet, first_row: 2, last_row: 4 },
      'Delete the rows 2 to 4 of the sheet “0” in “s1”',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(googleSheets.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it('asks Drive whose account it is: Sheets does not know', async () => {
    const user = { permissionId: '42', emailAddress: 'ada@example.com', displayName: 'Ada' }
    const { context, requests } = fakeContext(googleSheets, [jsonResponse({ user })])
    expect(await googleSheets.account.identify(context)).toEqual({ id: '42', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toMatch(/^https:\/\/www\.googleapis\.com\/drive\/v3\/about\?/)
  })

  it.each([
    [
      'google_sheets_append_rows',
      {
        ...place,
        rows: [
          ['Ada', 1, true],
          [null, '=A1', ''],
        ],
      },
      { kind: 'document', place: 's1, Sheet1', body: 'Ada | 1 | true\n | =A1 | ' },
    ],
    [
      'google_sheets_update_range',
      { ...place, rows: [['Ada']] },
      { kind: 'document', place: 's1, Sheet1', body: 'Ada' },
    ],
  ])('%s shows the cells it writes, formulas as they are', (name, args, picture) => {
    const tool = googleSheets.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers spreadsheets as a default by id, and names them by title', async () => {
    const [fact] = googleSheets.defaults ?? []
    const answers = [jsonResponse({ files: [{ id: 's1', name: 'Budget' }] })]
    const { result } = await callTool(googleSheets, fact?.listedBy ?? '', {}, ...answers)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 's1', [fact?.name ?? '']: 'Budget' }],
    })
  })
})
