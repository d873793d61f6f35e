const MAX_REASON_CHARS = 300

/**
 * Finds the readable sentence in a provider's error body. Knows the usual shapes: `message`, `error.message`,
 * `error_description`, `detail` (RFC 9457), `reason`, `errors` as a list, a sentence or texts by field, `errorMessages[0]`, a bare
 * list, a bare string.
 *
 * @returns one line of at most 300 characters, or undefined when nothing readable is there
 */
export function errorReason(body: unknown): string | undefined {
  const first: unknown = Array.isArray(body) ? body[0] : body
  const reason = isRecord(first) ? reasonOf(first) : textOf(first)
  return reason === undefined ? undefined : cut(reason)
}

/** The reason in one GraphQL error; `userPresentableMessage` is the longer one where it is given. */
export function graphqlReason(error: unknown): string | undefined {
  const reason = detailOf(error)
  return reason === undefined ? undefined : cut(reason)
}

function reasonOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const error = isRecord(body['error']) ? body['error'] : {}
  const main = firstText(
    body['message'],
    error['message'],
    body['error_description'],
    body['detail'],
    body['description'],
    listHead(body['errorMessages']),
    body['reason'],
    body['error'],
    body['title'],
  )
  const detail = detailOf(listHead(body['errors']))
  if (main === undefined || detail === undefined) return main ?? detail
  return main.includes(detail) ? main : `${main}: ${detail}`
}

/** One entry of `errors`: a sentence, or `{ message }`, or `{ field, code }`. */
function detailOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return textOf(entry)
  const extensions = isRecord(entry['extensions']) ? entry['extensions'] : {}
  const sentence = firstText(extensions['userPresentableMessage'], entry['message'], entry['detail'])
  if (sentence !== undefined) return sentence
  const words = [textOf(entry['field']), textOf(entry['code'])].filter((word) => word !== undefined)
  return words.length === 0 ? undefined : words.join(' ')
}

/**
 * First of a list, or the sentence itself; of an object keyed by field (`{ title: 'is required' }`, `{ title: ['is
 * required'] }`), its first entry as a sentence.
 */
function listHead(list: unknown): unknown {
  if (Array.isArray(list)) return list[0]
  if (!isRecord(list)) return textOf(list)
  const [field, texts] = Object.entries(list)[0] ?? []
  const text = textOf(Array.isArray(texts) ? texts[0] : texts)
  return text === undefined ? undefined : `${field} ${text}`
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  return candidates.map(textOf).find((text) => text !== undefined)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > MAX_REASON_CHARS ? `${line.slice(0, MAX_REASON_CHARS - 1)}…` : line
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
