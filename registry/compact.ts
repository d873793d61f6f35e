type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** Leaves out every field that is null or undefined: absent says the same in fewer tokens. */
export function compact<T extends Readonly<Record<string, unknown>>>(fields: T): Present<T> {
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every value left is one of T’s, and present
  return Object.fromEntries(present) as Present<T>
}
