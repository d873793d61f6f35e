import { tokensOf } from '../../registry/tool-tokens.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { TokenUse } from '../apps/token-use.ts'
import type { RunAnswer, RunOptions } from '../tools/run-tool.ts'
import { errorAnswer } from './action-failed.ts'
import { jsonLength } from '../tools/json-length.ts'
import { editedSentence } from './edited-note.ts'
import { knownError } from './http-error.ts'

/** Counts what the bridge puts into the context of an app's model, and what comes out of it. */
interface TokenCounter {
  /** To be called when a list has gone to the app. */
  listed(app: PairedApp): void
  /** Counts the arguments of a call, runs it, and counts its answer: data, ticket or refusal. */
  call(app: PairedApp, input: unknown, options: RunOptions, run: () => Promise<RunAnswer>): Promise<RunAnswer>
}

/** @param costOfList tokens of the list as the app sees it */
export function createTokenCounter(
  use: Pick<TokenUse, 'add'>,
  costOfList: (app: PairedApp) => number,
): TokenCounter {
  const count = (app: PairedApp, kind: 'results' | 'arguments', characters: () => number): void =>
    uncritically(() => use.add(app.id, kind, tokensOf(characters())))
  return {
    listed: (app) => uncritically(() => use.add(app.id, 'listed', costOfList(app))),
    async call(app, input, { signal }, run) {
      count(app, 'arguments', () => (input === undefined ? 0 : jsonLength(input)))
      const got = (characters: () => number): void => {
        // Who has hung up gets nothing.
        if (signal?.aborted !== true) count(app, 'results', characters)
      }
      try {
        const answer = await run()
        got(() => lengthOf(answer))
        return answer
      } catch (error) {
        got(() => jsonLength(errorAnswer(knownError(error))))
        throw error
      }
    },
  }
}

/** What a model reads of an answer, whichever way it goes out: the same by MCP as by plain HTTP. */
function lengthOf(answer: RunAnswer): number {
  if (answer.kind === 'pending') return jsonLength(answer.ticket)
  const data = jsonLength(answer.data)
  return answer.edited === undefined ? data : data + editedSentence(answer.edited).length
}

/** A count is not worth a call. */
function uncritically(work: () => void): void {
  try {
    work()
  } catch {
    // What cannot be counted is left out.
  }
}
