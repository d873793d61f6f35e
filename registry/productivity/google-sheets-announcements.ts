import { documentPreview } from '../document-preview.ts'

interface WrittenCells {
  readonly spreadsheet_id: string
  readonly range: string
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

/** `2 rows` */
export function rowCount({ length }: { readonly length: number }): string {
  return length === 1 ? '1 row' : `${length} rows`
}

/** The cells as lines of a table. */
export function rowsPreview({ spreadsheet_id, range, rows }: WrittenCells) {
  const lines = rows.map((cells) => cells.map((cell) => String(cell ?? '')).join(' | '))
  return documentPreview({ place: `${spreadsheet_id}, ${range}`, body: lines.join('\n') })
}
