/** A number with its noun: `1 tool`, `1,200 tools`. */
export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`
