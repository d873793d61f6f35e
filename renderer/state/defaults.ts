import type { RequestOutput } from '../../preload/contract/requests.ts'
import { request } from '../hub.ts'

export type Choice = RequestOutput<'connections.listChoices'>[number]

/** Asks the account itself: a tool call like any other, with its policy and its line in the log. */
export function loadChoices(connectionId: string, argument: string): Promise<readonly Choice[]> {
  return request('connections.listChoices', { connectionId, argument })
}

/** @param picked null takes the default away */
export async function setDefault(
  connectionId: string,
  argument: string,
  picked: Choice | null,
): Promise<void> {
  await request('connections.setDefault', { connectionId, argument, picked })
}
