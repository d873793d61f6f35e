type Row = Readonly<Record<string, unknown>>
type Filter = Readonly<Record<string, unknown>>

/** Whether a row (its fields may be functions) passes one of Linear's filter objects. */
export const passes = (row: Row | null, filter: Filter): boolean =>
  Object.entries(filter).every(([key, wanted]) => {
    if (wanted === undefined || (wanted === null && key !== 'null')) return true
    if (key === 'null') return (row === null) === wanted
    if (key === 'and') return (wanted as Filter[]).every((part) => passes(row, part))
    if (key === 'or') return (wanted as Filter[]).some((part) => passes(row, part))
    return row !== null && fieldPasses(read(row[key]), wanted as Filter)
  })

const read = (field: unknown): unknown => (typeof field === 'function' ? field({}) : field)

const fieldPasses = (value: unknown, wanted: Filter): boolean => {
  const rows = nodesOf(value)
  if (rows) return collectionPasses(rows, wanted)
  if (typeof value === 'object') return passes(value as Row | null, wanted)
  return Object.entries(wanted).every(([operator, operand]) => {
    if (operator === 'null') return operand === false
    const compare = comparisons[operator]
    return compare !== undefined && compare(value as never, moment(operand) as never)
  })
}

const nodesOf = (value: unknown): readonly Row[] | undefined =>
  typeof value === 'object' && value !== null && 'nodes' in value ? (value.nodes as Row[]) : undefined

const collectionPasses = (rows: readonly Row[], { some, every, ...rest }: Filter): boolean =>
  (some === undefined || rows.some((row) => passes(row, some as Filter))) &&
  (every === undefined || rows.every((row) => passes(row, every as Filter))) &&
  (Object.keys(rest).length === 0 || rows.some((row) => passes(row, rest)))

const lower = (text: string): string => text.toLowerCase()

const comparisons: Readonly<Record<string, (value: never, operand: never) => boolean>> = {
  eq: (value: unknown, operand: unknown) => value === operand,
  neq: (value: unknown, operand: unknown) => value !== operand,
  in: (value: unknown, operand: unknown[]) => operand.includes(value),
  nin: (value: unknown, operand: unknown[]) => !operand.includes(value),
  lt: (value: number, operand: number) => value < operand,
  lte: (value: number, operand: number) => value <= operand,
  gt: (value: number, operand: number) => value > operand,
  gte: (value: number, operand: number) => value >= operand,
  eqIgnoreCase: (value: string, operand: string) => lower(value) === lower(operand),
  neqIgnoreCase: (value: string, operand: string) => lower(value) !== lower(operand),
  startsWith: (value: string, operand: string) => value.startsWith(operand),
  startsWithIgnoreCase: (value: string, operand: string) => lower(value).startsWith(lower(operand)),
  endsWith: (value: string, operand: string) => value.endsWith(operand),
  contains: (value: string, operand: string) => value.includes(operand),
  containsIgnoreCase: (value: string, operand: string) => lower(value).includes(lower(operand)),
  notContains: (value: string, operand: string) => !value.includes(operand),
  notContainsIgnoreCase: (value: string, operand: string) => !lower(value).includes(lower(operand)),
}

const secondsIn: Readonly<Record<string, number>> = { D: 86_400, W: 604_800, M: 2_592_000, Y: 31_536_000 }

/** Dates may be given as ISO 8601 durations from now, such as -P2W. */
const moment = (operand: unknown): unknown => {
  const duration = typeof operand === 'string' ? /^(-?)P(\d+)([DWMY])$/.exec(operand) : null
  if (!duration) return operand
  const seconds = Number(duration[2]) * (secondsIn[duration[3] ?? ''] ?? 0)
  return new Date(Date.now() + (duration[1] ? -1 : 1) * seconds * 1000).toISOString()
}
