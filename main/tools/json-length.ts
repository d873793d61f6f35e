const known = new WeakMap<object, number>()

/** Notes how long a value is as JSON text, for whoever asks after it has been written out once. */
export function noteJsonLength(value: unknown, characters: number): void {
  if (typeof value === 'object' && value !== null) known.set(value, characters)
}

/** @returns the characters of a value as JSON text; written out only when nobody has done it before */
export function jsonLength(value: unknown): number {
  const noted = typeof value === 'object' && value !== null ? known.get(value) : undefined
  return noted ?? (JSON.stringify(value) ?? 'null').length
}
