import type { z } from 'zod'
import type { SimulatedAnswer } from '../exchange.ts'
import { errorAnswer } from './answers.ts'
import type { Channel, SlackData } from './data.ts'

export type Method = {
  readonly name: string
  /** Whether its arguments may come as JSON: only those of methods that write. */
  readonly takesJson: boolean
  readonly scope: string | null
  readonly input: z.ZodType
  readonly answer: (data: SlackData, values: unknown) => SimulatedAnswer
}

/** Declares a Web API method with the arguments it takes and the scope it needs. */
export const method = <S extends z.ZodType>(
  name: string,
  options: { readonly scope?: string; readonly takesJson?: boolean; readonly input: S },
  answer: (data: SlackData, values: z.output<S>) => SimulatedAnswer,
): Method => {
  const { scope = null, takesJson = false, input } = options
  // The values have been parsed with this very schema when the answer is asked for.
  return { name, scope, takesJson, input, answer: answer as Method['answer'] }
}

/** The conversation of that id, if the person may see it. */
export const withChannel = (
  data: SlackData,
  id: string,
  answer: (channel: Channel) => SimulatedAnswer,
): SimulatedAnswer => {
  const channel = data.channels.find((candidate) => candidate.id === id)
  const visible = channel?.kind === 'public_channel' || channel?.members.includes(data.viewer)
  return channel && visible ? answer(channel) : errorAnswer('channel_not_found')
}
