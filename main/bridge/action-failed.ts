import { HubError } from '../../preload/contract/errors.ts'

/** A call made through `execute_action` that failed: its answer says so in the words of that action. */
export class ActionFailed extends HubError {
  constructor({ code, sentence, details }: HubError) {
    super(code, sentence, details)
  }
}

/** An error as the body of an answer. */
export function errorAnswer(error: HubError): Readonly<Record<string, unknown>> {
  const body = { error: error.toBody() }
  return error instanceof ActionFailed ? { successful: false, ...body } : body
}
