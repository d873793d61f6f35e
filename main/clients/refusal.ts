import { HubError } from '../../preload/contract/errors.ts'

/** A file or a computer on which something cannot be done. @param sentence what is the case, and what to do */
export function refusal(sentence: string): HubError {
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', sentence)
}

/** A file that is no valid document of its format. */
export function unreadable(what: string, line: number, column: number): HubError {
  return refusal(
    `The file is not valid ${what} (line ${line}, column ${column}), so nothing was changed. Correct it there, then try again.`,
  )
}

/** @returns line and column, both from one */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
