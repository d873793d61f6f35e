import type { BridgeClient } from './bridge-client.ts'

/** What a small agent does with a bridge: reads the tools, and runs what the model asks for. */
export interface AgentTools {
  /** In the shape the vendor's library sends on as it is. */
  manifest<Tool>(format: 'openai' | 'anthropic'): Promise<Tool[]>
  /** @returns the answer as the model gets it to read: data, a ticket, or an error with what to do */
  run(name: string, args: unknown): Promise<string>
}

/** @param onTicket called when a call waits for the person; the agent then asks until there is a result */
export function createAgentTools(app: BridgeClient, onTicket: () => Promise<void>): AgentTools {
  return {
    async manifest<Tool>(format: 'openai' | 'anthropic') {
      return (await app.get(`/v1/manifest?format=${format}`)).body['tools'] as Tool[]
    },
    async run(name, args) {
      const answer = await app.call(name, args as object)
      if (answer.status !== 202) return JSON.stringify(answer.body)
      await onTicket()
      return JSON.stringify((await app.get(`/v1/results/${answer.body.approval_id ?? ''}`)).body)
    },
  }
}
