const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

interface LineListener {
  /** One line without its end; never an empty one. */
  readonly onLine: (line: Buffer) => void
  /** A line was longer than allowed, and was dropped. */
  readonly onTooLong: () => void
}

/**
 * Cuts a stream of bytes into lines. Bytes, not text: a character may be split between two chunks.
 *
 * @param mostBytes of one line
 * @returns takes the next chunk
 */
export function createLines({ onLine, onTooLong }: LineListener, mostBytes: number): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  let size = 0
  const add = (part: Buffer): void => {
    size += part.length
    if (size <= mostBytes) parts.push(part)
    else parts = []
  }
  const end = (): void => {
    const line = withoutReturn(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
    if (size > mostBytes) onTooLong()
    else if (line.length > 0) onLine(line)
    parts = []
    size = 0
  }
  return (chunk) => {
    let start = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, at))
      end()
      start = at + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line
}
