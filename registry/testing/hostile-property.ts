import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Integration, Tool } from '../define.ts'
import { ProviderError } from '../provider-error.ts'
import { hostileArguments } from './hostile-arguments.ts'
import { recordingContext, type RecordedRequest } from './recording-context.ts'
import { expectSafe, expectSameShape } from './request-checks.ts'

const RUNS = { seed: 7717, numRuns: 20, maxSkipsPerRun: 200 }

const BENIGN_WORD = 'word'
/** What a provider sends is what other people wrote: it goes into follow-up requests, and is no safer. */
const HOSTILE_WORDS = [
  '../..?a=b&c#d',
  'a\r\nx-injected: 1\r\n\r\nb',
  '") { viewer { id } } "%2F..',
  '😀\ud800\\',
]

/**
 * Runs a tool with hostile arguments over a provider with hostile answers, and checks every request that leaves.
 *
 * @returns how many requests were checked
 * @throws with the arguments, as small as they get, that made a request unsafe or the handler fall over
 */
export async function checkHostileArguments(integration: Integration, tool: Tool): Promise<number> {
  let checked = 0
  const accepts = (args: unknown) => tool.parameters.safeParse(args).success
  const words = fc.constantFrom(BENIGN_WORD, ...HOSTILE_WORDS)
  const property = fc.asyncProperty(
    hostileArguments(tool.inputSchema),
    words,
    async ({ hostile, benign }, word) => {
      fc.pre(accepts(hostile) && accepts(benign))
      const parsed = tool.parameters.parse(hostile)
      expect(tool.summarize(parsed)).not.toMatch(/[\r\n]/)
      tool.preview(parsed)
      const twins = await requestsOf(integration, tool, benign, BENIGN_WORD)
      for (const request of await requestsOf(integration, tool, hostile, word)) {
        checked += 1
        expectSafe(integration, request)
        expectSameShape(request, twins)
      }
    },
  )
  await fc.assert(property, RUNS)
  return checked
}

/** Runs a tool as the engine does, and says what left. A refusal is fine; anything else thrown is a defect. */
async function requestsOf(
  integration: Integration,
  tool: Tool,
  args: unknown,
  word: string,
): Promise<readonly RecordedRequest[]> {
  const { context, requests } = recordingContext(integration, word)
  try {
    await tool.handler(tool.parameters.parse(args), context)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
  }
  return requests
}
