/** What a tool sends, and what it makes of the answers. */
interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  /** Of which request, the test says. */
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly result: unknown
}

export interface ToolCase<Answer = Response> extends Case {
  readonly sends: readonly string[]
  readonly answers: readonly Answer[]
}

export interface OneRequestCase<Answer = Response> extends Case {
  readonly sends: string
  readonly answer: Answer
}
