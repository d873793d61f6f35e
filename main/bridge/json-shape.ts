import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'

const MOST_DEPTH = 64
const MOST_VALUES = 100_000

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const CURLY_BIT = 0x20
const OPENING = 0x5b | CURLY_BIT
const CLOSING = 0x5d | CURLY_BIT

/**
 * Refuses JSON that is nested so deeply that code which walks it would run out of stack, or has so many values that
 * they take many times its size in memory. Looks at bytes only, so it costs less than parsing; what is no JSON at
 * all is left to the parser.
 *
 * @throws HubError INVALID_PARAMS
 */
export function refuseUnwieldyJson(bytes: Buffer): void {
  // Too short for either.
  if (bytes.length <= MOST_DEPTH * 2) return
  let depth = 0
  let values = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === QUOTE) index = endOfString(bytes, index)
    else if (byte === COMMA) values += 1
    else if ((byte | CURLY_BIT) === OPENING) {
      depth += 1
      if (depth > MOST_DEPTH) throw tooDeep()
    } else if ((byte | CURLY_BIT) === CLOSING) depth -= 1
  }
  if (values >= MOST_VALUES) throw tooManyValues()
}

/** @returns where the string that starts here has its closing quote, or the end of the bytes */
function endOfString(bytes: Buffer, start: number): number {
  let end = bytes.indexOf(QUOTE, start + 1)
  while (end >= 0 && isEscaped(bytes, end)) end = bytes.indexOf(QUOTE, end + 1)
  return end < 0 ? bytes.length : end
}

/** Every second backslash belongs to the one before it. */
function isEscaped(bytes: Buffer, at: number): boolean {
  let first = at
  while (bytes[first - 1] === BACKSLASH) first -= 1
  return (at - first) % 2 === 1
}

function tooDeep(): HubError {
  const reason = `is nested more than ${MOST_DEPTH} levels deep`
  return unwieldy(sentences.bridge.body.tooDeep(MOST_DEPTH), reason)
}

function tooManyValues(): HubError {
  return unwieldy(sentences.bridge.body.tooManyValues(MOST_VALUES), `has more than ${MOST_VALUES} values`)
}

/** @param reason for programs */
function unwieldy(sentence: Sentence, reason: string): HubError {
  return new HubError('INVALID_PARAMS', sentence, { fields: [{ path: '', reason }] })
}
