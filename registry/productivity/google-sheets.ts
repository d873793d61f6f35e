import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { googleOAuth, googleRefusal } from '../google-oauth.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import { rowCount, rowsPreview } from './google-sheets-announcements.ts'
import * as answers from './google-sheets-answers.ts'
import { filesQuery } from './google-files.ts'
import {
  changeSpreadsheet,
  inputOption,
  renderOptions,
  rowSpan,
  spreadsheetsNamed,
} from './google-sheets-requests.ts'

const DRIVE_BASE = 'https://www.googleapis.com/drive/v3'

const spreadsheet = { spreadsheet_id: z.string() }
const sheet = { ...spreadsheet, sheet_id: z.int() }
const range = z.string().describe('e.g. Sheet1!A1:C9, or Sheet1')
const maxRows = z.int().min(1).max(1000).default(100).describe('Per range')
const render = z.enum(['formatted', 'raw', 'formula']).default('formatted')
const rowNumber = z.int().min(1)
const written = {
  ...spreadsheet,
  range,
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .min(1)
    .describe('null leaves a cell as it is'),
  raw: z.boolean().optional().describe('Formulas and dates as plain text'),
}

/** @see https://developers.google.com/workspace/sheets/api/reference/rest */
export const googleSheets = defineIntegration({
  id: 'google-sheets',
  name: 'Google Sheets',
  category: 'productivity',
  description: 'Spreadsheets, their sheets and cells.',
  icon: 'google-sheets.svg',
  curated: 4,
  auth: googleOAuth({
    'https://www.googleapis.com/auth/spreadsheets': 'Read, create and change spreadsheets',
    'https://www.googleapis.com/auth/drive.metadata.readonly':
      'Find spreadsheets by name, and see your e-mail address',
  }),
  hosts: ['sheets.googleapis.com', 'www.googleapis.com'],
  apiBase: 'https://sheets.googleapis.com/v4',
  refusal: googleRefusal,
  account: {
    // Sheets has no account of its own; Drive names it.
    async identify({ request }) {
      const { data } = await request('GET /about', {
        base: DRIVE_BASE,
        query: { fields: 'user(permissionId,emailAddress,displayName)' },
        schema: answers.aboutAnswer,
      })
      const { permissionId, emailAddress, displayName } = data.user
      return { id: permissionId, name: emailAddress ?? displayName ?? permissionId }
    },
  },
  defaults: [
    {
      argument: 'spreadsheet_id',
      label: 'Spreadsheet',
      listedBy: 'google_sheets_list_spreadsheets',
      list: 'spreadsheets',
      value: 'id',
      name: 'title',
    },
  ],
  tools: [
    {
      name: 'google_sheets_list_spreadsheets',
      description: 'Spreadsheets, last changed first.',
      parameters: z.object({ name: z.string().min(1).optional(), ...pageParameters }),
      async handler({ name, ...page }, { request }) {
        const { data } = await request('GET /files', {
          base: DRIVE_BASE,
          query: filesQuery(spreadsheetsNamed(name), answers.LIST_FIELDS, page),
          schema: answers.filesAnswer,
        })
        return answers.filesPage(data)
      },
    },
    {
      name: 'google_sheets_get_spreadsheet',
      description: 'Title and sheets of a spreadsheet, with their size and sheet_id.',
      parameters: z.object(spreadsheet),
      async handler(path, { request }) {
        const { data } = await request('GET /spreadsheets/{spreadsheet_id}', {
          path,
          query: { fields: answers.SPREADSHEET_FIELDS },
          schema: answers.spreadsheetAnswer,
        })
        return answers.spreadsheetRow(data)
      },
    },
    {
      name: 'google_sheets_read_range',
      description: 'Cells of a range as rows. To read on, pass next_offset as offset.',
      parameters: z.object({
        ...spreadsheet,
        range,
        render,
        offset: z.int().min(0).default(0),
        max_rows: maxRows,
      }),
      async handler({ render, offset, max_rows, ...path }, { request }) {
        const { data } = await request('GET /spreadsheets/{spreadsheet_id}/values/{range}', {
          path,
          query: { majorDimension: 'ROWS', ...renderOptions(render) },
          schema: answers.valuesAnswer,
        })
        return answers.rangeRows(data, offset, max_rows)
      },
    },
    {
      name: 'google_sheets_read_ranges',
      description: 'First rows of several ranges at once.',
      parameters: z.object({
        ...spreadsheet,
        ranges: z.array(z.string()).min(1).describe('e.g. Sheet1!A1:C9'),
        render,
        max_rows: maxRows,
      }),
      async handler({ spreadsheet_id, ranges, render, max_rows }, { request }) {
        const { data } = await request('GET /spreadsheets/{spreadsheet_id}/values:batchGet', {
          path: { spreadsheet_id },
          query: { ranges, majorDimension: 'ROWS', ...renderOptions(render) },
          schema: answers.batchValuesAnswer,
        })
        return { ranges: (data.valueRanges ?? []).map((one) => answers.rangeRows(one, 0, max_rows)) }
      },
    },
    {
      name: 'google_sheets_create_spreadsheet',
      description: 'Create a spreadsheet. Each call makes a new one.',
      parameters: z.object({
        title: z.string().min(1),
        sheets: z.array(z.string()).optional().describe('Their titles'),
      }),
      summary: ({ title }) => `Create the spreadsheet ${quote(title)}`,
      async handler({ title, sheets }, { request }) {
        const { data } = await request('POST /spreadsheets', {
          query: { fields: answers.SPREADSHEET_FIELDS },
          json: { properties: { title }, sheets: sheets?.map((name) => ({ properties: { title: name } })) },
          schema: answers.spreadsheetAnswer,
        })
        return answers.spreadsheetRow(data)
      },
    },
    {
      name: 'google_sheets_update_range',
      description: 'Overwrite cells of a range, from its top left on. Safe to repeat.',
      parameters: z.object(written),
      summary: ({ spreadsheet_id, range, rows }) =>
        `Write ${rowCount(rows)} over ${quote(range)} in the spreadsheet ${quote(spreadsheet_id)}`,
      preview: rowsPreview,
      async handler({ spreadsheet_id, range, rows, raw }, { request }) {
        const { data } = await request('PUT /spreadsheets/{spreadsheet_id}/values/{range}', {
          path: { spreadsheet_id, range },
          query: { valueInputOption: inputOption(raw) },
          json: { majorDimension: 'ROWS', values: rows },
          schema: answers.updatedAnswer,
        })
        return answers.updatesRow(data)
      },
    },
    {
      name: 'google_sheets_append_rows',
      description: 'Add rows below the table found in a range. Each call adds them again.',
      parameters: z.object(written),
      summary: ({ spreadsheet_id, range, rows }) =>
        `Add ${rowCount(rows)} below ${quote(range)} in the spreadsheet ${quote(spreadsheet_id)}`,
      preview: rowsPreview,
      async handler({ spreadsheet_id, range, rows, raw }, { request }) {
        const { data } = await request('POST /spreadsheets/{spreadsheet_id}/values/{range}:append', {
          path: { spreadsheet_id, range },
          query: { valueInputOption: inputOption(raw), insertDataOption: 'INSERT_ROWS' },
          json: { majorDimension: 'ROWS', values: rows },
          schema: answers.appendedAnswer,
        })
        return answers.updatesRow(data.updates ?? {})
      },
    },
    {
      name: 'google_sheets_add_sheet',
      description: 'Add an empty sheet. A repeat with the same title is refused.',
      parameters: z.object({ ...spreadsheet, title: z.string().min(1) }),
      summary: ({ spreadsheet_id, title }) =>
        `Add the sheet ${quote(title)} to the spreadsheet ${quote(spreadsheet_id)}`,
      async handler({ spreadsheet_id, title }, { request }) {
        const change = { addSheet: { properties: { title } } }
        return (await changeSpreadsheet(spreadsheet_id, change, request)) ?? { title }
      },
    },
    {
      name: 'google_sheets_copy_sheet',
      description: 'Copy a sheet within its spreadsheet. Each call makes a new one.',
      parameters: z.object({ ...sheet, title: z.string().min(1).optional() }),
      summary: ({ spreadsheet_id, sheet_id }) =>
        `Copy the sheet ${quote(sheet_id)} of the spreadsheet ${quote(spreadsheet_id)}`,
      async handler({ spreadsheet_id, sheet_id, title }, { request }) {
        const change = { duplicateSheet: { sourceSheetId: sheet_id, newSheetName: title } }
        return (await changeSpreadsheet(spreadsheet_id, change, request)) ?? { copied: true }
      },
    },
    {
      name: 'google_sheets_update_sheet',
      description: 'Rename, hide or show a sheet. Safe to repeat.',
      parameters: z.object({
        ...sheet,
        title: z.string().min(1).optional(),
        hidden: z.boolean().optional().describe('Or shown'),
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'spreadsheet_id', 'sheet_id')} of the sheet ${quote(args.sheet_id)}`,
      async handler({ spreadsheet_id, sheet_id, ...properties }, { request }) {
        const fields = Object.keys(compact(properties)).join(',')
        if (fields === '') throw new ProviderError(ownReason('noField'), 400)
        const change = { updateSheetProperties: { properties: { sheetId: sheet_id, ...properties }, fields } }
        await changeSpreadsheet(spreadsheet_id, change, request)
        return { sheet_id, ...properties }
      },
    },
    {
      name: 'google_sheets_clear_range',
      description: 'Empty the cells of a range; formats stay. Safe to repeat.',
      parameters: z.object({ ...spreadsheet, range }),
      summary: ({ spreadsheet_id, range }) =>
        `Empty ${quote(range)} in the spreadsheet ${quote(spreadsheet_id)}`,
      async handler(path, { request }) {
        const { data } = await request('POST /spreadsheets/{spreadsheet_id}/values/{range}:clear', {
          path,
          json: {},
          schema: answers.clearedAnswer,
        })
        return compact({ cleared_range: data.clearedRange })
      },
    },
    {
      name: 'google_sheets_delete_rows',
      description: 'Delete whole rows, counted from 1; those below move up. A repeat deletes others.',
      parameters: z.object({
        ...sheet,
        first_row: rowNumber.describe('From 1'),
        last_row: rowNumber.describe('Included'),
      }),
      summary: ({ spreadsheet_id, sheet_id, first_row, last_row }) =>
        `Delete the rows ${first_row} to ${last_row} of the sheet ${quote(sheet_id)} in ${quote(spreadsheet_id)}`,
      async handler({ spreadsheet_id, sheet_id, first_row, last_row }, { request }) {
        const change = { deleteDimension: { range: rowSpan(sheet_id, first_row, last_row) } }
        await changeSpreadsheet(spreadsheet_id, change, request)
        return { deleted_rows: last_row - first_row + 1 }
      },
    },
    {
      name: 'google_sheets_delete_sheet',
      description: 'Delete a sheet with all in it. A repeat is refused.',
      parameters: z.object(sheet),
      summary: ({ spreadsheet_id, sheet_id }) =>
        `Delete the sheet ${quote(sheet_id)} of the spreadsheet ${quote(spreadsheet_id)}`,
      async handler({ spreadsheet_id, sheet_id }, { request }) {
        await changeSpreadsheet(spreadsheet_id, { deleteSheet: { sheetId: sheet_id } }, request)
        return { sheet_id, deleted: true }
      },
    },
  ],
})
