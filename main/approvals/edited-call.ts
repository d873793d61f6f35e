import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Call, Outcome } from '../tools/call.ts'
import { parseArguments } from '../tools/prepare-call.ts'
import { argumentsHash } from './arguments-hash.ts'

/**
 * A call with the person's own arguments in place of the app's: parsed by the tool's own parameters and frozen.
 *
 * @param values every argument, the untouched ones too
 * @returns the call itself when nothing differs
 * @throws HubError INVALID_PARAMS, with path and reason of each field at fault
 */
export function editedCall(call: Call, values: Readonly<Record<string, unknown>>): Call {
  if (call.perform !== undefined) {
    throw new HubError('INVALID_PARAMS', sentences.approvals.unchangeable)
  }
  const edited = { ...call, arguments: parseArguments(call.tool, values), asked: call.arguments }
  return editedNames(edited).length === 0 ? call : edited
}

/** The same outcome, with the names of the arguments that the person had changed. */
export function withEdited(call: Call, outcome: Outcome): Outcome {
  const edited = editedNames(call)
  if (edited.length === 0) return outcome
  if (outcome.ok) return { ...outcome, edited }
  const { error } = outcome
  return { ...outcome, error: { ...error, details: { ...error.details, edited } } }
}

/** Names of the arguments in which what runs differs from what was asked. */
function editedNames({ asked, arguments: ran }: Call): readonly string[] {
  if (asked === undefined) return []
  const names = new Set([...Object.keys(asked), ...Object.keys(ran)])
  return [...names].filter((name) => argumentsHash([asked[name]]) !== argumentsHash([ran[name]]))
}
