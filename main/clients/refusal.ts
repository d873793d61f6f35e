import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'

/** A file or a computer on which something cannot be done. @param sentence what is the case, and what to do */
export function refusal(sentence: Sentence): HubError {
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', sentence)
}

/** A file that is no valid document of its format. @param what the format, and what is wrong where that is known */
export function unreadable(what: string | Sentence, line: number, column: number): HubError {
  return refusal(sentences.clients.content.notValid(what, line, column))
}

/** @returns line and column, both from one */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
