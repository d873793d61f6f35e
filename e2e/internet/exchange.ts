/** One request as a simulated site sees it; `at` is in milliseconds since the epoch. */
export type SimulatedRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly at: number
}

/** A request with the status it was answered with; undefined while, or if never, answered. */
export type RecordedRequest = Omit<SimulatedRequest, 'url'> & {
  readonly url: string
  readonly status: number | undefined
}

export type AnswerHeaders = Readonly<Record<string, string | string[]>>

export type SimulatedAnswer = {
  readonly status: number
  readonly headers?: AnswerHeaders
  readonly body?: string | Uint8Array
}

/** A service of the simulated internet: the host names it has, and how it answers. */
export type Site = {
  readonly hosts: readonly string[]
  answer(request: SimulatedRequest): Promise<SimulatedAnswer>
  stop?(): Promise<void>
}

/** An answer with a JSON body. */
export const jsonAnswer = (status: number, value: unknown, headers: AnswerHeaders = {}): SimulatedAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

/** An answer with an HTML body. */
export const htmlAnswer = (status: number, body: string, headers: AnswerHeaders = {}): SimulatedAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
})

/** The body's parameters, whether it is a form or a JSON object. */
export const bodyParameters = (request: SimulatedRequest): Readonly<Record<string, string>> => {
  if (!request.headers['content-type']?.includes('json'))
    return Object.fromEntries(new URLSearchParams(request.body))
  const parsed = parseJson(request.body)
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).filter((entry) => typeof entry[1] === 'string'))
}

/** The value of a JSON text, or undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
