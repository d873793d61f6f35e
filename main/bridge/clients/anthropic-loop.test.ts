import Anthropic from '@anthropic-ai/sdk'
import type {
  MessageCreateParamsNonStreaming,
  MessageParam,
  Tool,
  ToolResultBlockParam,
} from '@anthropic-ai/sdk/resources/messages/messages.js'
import { it } from 'vitest'
import { playMakingANote, playRefusedNote, refuseStrangers, type Vendor } from '../../testing/agent-story.ts'
import type { AgentTools } from '../../testing/agent-tools.ts'

type Asked = MessageCreateParamsNonStreaming

/** An agent as people write them: asks the model, runs what it uses, until its turn is over. */
async function agent(anthropic: Anthropic, tools: AgentTools, question: string): Promise<string> {
  const messages: MessageParam[] = [{ role: 'user', content: question }]
  const list = await tools.manifest<Tool>('anthropic')
  for (;;) {
    const answer = await anthropic.messages.create({
      model: 'scripted',
      max_tokens: 500,
      messages,
      tools: list,
    })
    const results: ToolResultBlockParam[] = []
    for (const block of answer.content) {
      if (block.type !== 'tool_use') continue
      results.push({
        type: 'tool_result',
        tool_use_id: block.id,
        content: await tools.run(block.name, block.input),
      })
    }
    if (results.length === 0)
      return answer.content.map((block) => (block.type === 'text' ? block.text : '')).join('')
    messages.push({ role: 'assistant', content: answer.content }, { role: 'user', content: results })
  }
}

function message(block: object, reason: string): object {
  const usage = { input_tokens: 1, output_tokens: 1 }
  const kind = { id: 'msg_1', type: 'message', role: 'assistant', model: 'scripted' }
  return { ...kind, content: [block], stop_reason: reason, stop_sequence: null, usage }
}

const says = (text: string) => message({ type: 'text', text }, 'end_turn')

/** Uses a tool as a model would: one it was offered, by what its schema says it takes. */
function uses({ tools = [] }: Asked, name: string, input: object): object {
  const offered = (tools as Tool[]).find((tool) => tool.name === name)
  if (offered === undefined) throw new Error(`The model was not offered ${name}.`)
  const schema = offered.input_schema as { type: string; properties?: object }
  refuseStrangers(name, schema, input)
  return message({ type: 'tool_use', id: `toolu_${name}`, name, input }, 'tool_use')
}

function lastResult({ messages }: Asked): unknown {
  const blocks = messages.at(-1)?.content
  const block = typeof blocks === 'object' ? blocks[0] : undefined
  const content = block?.type === 'tool_result' ? block.content : undefined
  return typeof content === 'string' ? JSON.parse(content) : content
}

const vendor: Vendor<Asked> = {
  path: '/v1/messages',
  calls: uses,
  says,
  lastResult,
  async agent(modelUrl, tools, question) {
    const anthropic = new Anthropic({ baseURL: modelUrl, apiKey: 'none', maxRetries: 0 })
    return await agent(anthropic, tools, question)
  },
}

it('an agent with Anthropic’s library reads, is told what is wrong, writes once the person has said yes, and ends', async () => {
  await playMakingANote(vendor)
})

it('an agent with Anthropic’s library is told that the person has said no, and nothing was written', async () => {
  await playRefusedNote(vendor)
})
