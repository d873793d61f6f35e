import { z } from 'zod'
import { compact } from '../compact.ts'

const text = z.string().nullish()
const count = z.number().nullish()

const sheet = z.object({
  sheetId: z.number(),
  title: text,
  sheetType: text,
  hidden: z.boolean().nullish(),
  gridProperties: z.object({ rowCount: count, columnCount: count }).nullish(),
})

const spreadsheet = z.object({
  spreadsheetId: z.string(),
  spreadsheetUrl: text,
  properties: z.object({ title: text, locale: text, timeZone: text }).nullish(),
  sheets: z.array(z.object({ properties: sheet })).nullish(),
})

const valueRange = z.object({ range: text, values: z.array(z.array(z.unknown())).nullish() })
const updates = z.object({ updatedRange: text, updatedRows: count, updatedCells: count })

export const aboutAnswer = z.object({
  user: z.object({ permissionId: z.string(), emailAddress: text, displayName: text }),
})
export const filesAnswer = z.object({
  files: z
    .array(
      z.object({
        id: z.string(),
        name: text,
        modifiedTime: text,
        webViewLink: text,
        owners: z.array(z.object({ emailAddress: text })).nullish(),
      }),
    )
    .nullish(),
  nextPageToken: text,
})
export const spreadsheetAnswer = spreadsheet
export const valuesAnswer = valueRange
export const batchValuesAnswer = z.object({ valueRanges: z.array(valueRange).nullish() })
export const updatedAnswer = updates
export const appendedAnswer = z.object({ updates: updates.nullish() })
export const clearedAnswer = z.object({ clearedRange: text })
const added = z.object({ properties: sheet }).nullish()
export const repliesAnswer = z.object({
  replies: z.array(z.object({ addSheet: added, duplicateSheet: added })).nullish(),
})

// Without a field mask Sheets answers with every format and chart.
export const SPREADSHEET_FIELDS =
  'spreadsheetId,spreadsheetUrl,properties(title,locale,timeZone),sheets(properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount)))'
export const LIST_FIELDS = 'nextPageToken,files(id,name,modifiedTime,webViewLink,owners(emailAddress))'

export function filesPage({ files, nextPageToken }: z.output<typeof filesAnswer>) {
  const spreadsheets = (files ?? []).map((file) =>
    compact({
      id: file.id,
      title: file.name,
      owner: file.owners?.[0]?.emailAddress,
      modified_at: file.modifiedTime,
      url: file.webViewLink,
    }),
  )
  return compact({ spreadsheets, next_cursor: nextPageToken })
}

export function spreadsheetRow(node: z.output<typeof spreadsheet>) {
  return compact({
    id: node.spreadsheetId,
    title: node.properties?.title,
    locale: node.properties?.locale,
    time_zone: node.properties?.timeZone,
    sheets: node.sheets?.map(({ properties }) => sheetRow(properties)),
    url: node.spreadsheetUrl,
  })
}

export function sheetRow(node: z.output<typeof sheet>) {
  return compact({
    sheet_id: node.sheetId,
    title: node.title,
    type: node.sheetType === 'GRID' ? undefined : node.sheetType,
    hidden: node.hidden === true ? true : undefined,
    rows: node.gridProperties?.rowCount,
    columns: node.gridProperties?.columnCount,
  })
}

/** Rows of a range from `offset` on, with `next_offset` while there are more; empty cells at the end are absent. */
export function rangeRows({ range, values }: z.output<typeof valueRange>, offset: number, length: number) {
  const all = values ?? []
  const end = offset + length
  const isWhole = offset === 0 && all.length <= length
  return compact({
    range,
    rows: all.slice(offset, end),
    next_offset: end < all.length ? end : undefined,
    total_rows: isWhole ? undefined : all.length,
  })
}

export function updatesRow(node: z.output<typeof updates>) {
  return compact({
    updated_range: node.updatedRange,
    updated_rows: node.updatedRows,
    updated_cells: node.updatedCells,
  })
}
