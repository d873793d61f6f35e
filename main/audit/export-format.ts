import type { ExportFormat } from '../../preload/contract/activity.ts'
import { COLUMN_OF, FIELDS, type StoredLine } from './chain.ts'
import { BYTE_ORDER_MARK, csvRecord } from './csv.ts'

/** How lines are written into a file. */
export interface LineWriter {
  readonly head: string
  line(line: StoredLine): string
}

/** @returns the writer of a format, all of them with seq and hash of each line */
export function writerOf(format: ExportFormat): LineWriter {
  return format === 'csv' ? CSV : JSON_LINES
}

const CSV: LineWriter = {
  head: BYTE_ORDER_MARK + csvRecord(['seq', ...Object.values(COLUMN_OF), 'hash']),
  line: (line) =>
    csvRecord([
      line.seq,
      ...FIELDS.map((field) => (field === 'at' ? new Date(line.at).toISOString() : line[field])),
      line.hash.toString('hex'),
    ]),
}

/** Fields by the names of their columns and as they are hashed, so that anybody can recompute the hashes. */
const JSON_LINES: LineWriter = {
  head: '',
  line(line) {
    const fields = FIELDS.map((field) => [COLUMN_OF[field], line[field]])
    return `${JSON.stringify({ seq: line.seq, ...Object.fromEntries(fields), hash: line.hash.toString('hex') })}\n`
  },
}
