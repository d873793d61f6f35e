const EVERY_MS = 1_000

/**
 * Ends this process when its parent dies without closing stdin, as when another child has inherited the pipe.
 * On Windows the number never changes; there the pipe always closes.
 */
export function endWithParent(end: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, EVERY_MS).unref()
}
