import OpenAI from 'openai'
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionFunctionTool,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions/completions.js'
import { it } from 'vitest'
import { playMakingANote, playRefusedNote, refuseStrangers, type Vendor } from '../../testing/agent-story.ts'
import type { AgentTools } from '../../testing/agent-tools.ts'

type Asked = ChatCompletionCreateParamsNonStreaming

/** An agent as people write them: asks the model, runs what it calls, until it says something. */
async function agent(openai: OpenAI, tools: AgentTools, question: string): Promise<string> {
  const messages: ChatCompletionMessageParam[] = [{ role: 'user', content: question }]
  const list = await tools.manifest<ChatCompletionFunctionTool>('openai')
  for (;;) {
    const { choices } = await openai.chat.completions.create({ model: 'scripted', messages, tools: list })
    const message = choices[0]?.message
    if (message?.tool_calls === undefined) return message?.content ?? ''
    messages.push(message)
    for (const call of message.tool_calls) {
      if (call.type !== 'function') throw new Error(`Nobody offered ${call.type}.`)
      const content = await tools.run(call.function.name, JSON.parse(call.function.arguments))
      messages.push({ role: 'tool', tool_call_id: call.id, content })
    }
  }
}

function completion(message: object, reason: string): object {
  const choice = {
    index: 0,
    finish_reason: reason,
    logprobs: null,
    message: { role: 'assistant', refusal: null, ...message },
  }
  return { id: 'chatcmpl-1', object: 'chat.completion', created: 0, model: 'scripted', choices: [choice] }
}

const says = (content: string) => completion({ content }, 'stop')

/** Calls a tool as a model would: one it was offered, by what its schema says it takes. */
function calls({ tools = [] }: Asked, name: string, args: object): object {
  const offered = tools.find((tool) => tool.type === 'function' && tool.function.name === name)
  if (offered?.type !== 'function') throw new Error(`The model was not offered ${name}.`)
  const schema = (offered.function.parameters ?? {}) as {
    type?: string
    properties?: object
  }
  refuseStrangers(name, schema, args)
  const call = { id: `call_${name}`, type: 'function', function: { name, arguments: JSON.stringify(args) } }
  return completion({ content: null, tool_calls: [call] }, 'tool_calls')
}

function lastResult({ messages }: Asked): unknown {
  const content = messages.at(-1)?.content
  return typeof content === 'string' ? JSON.parse(content) : content
}

const vendor: Vendor<Asked> = {
  path: '/v1/chat/completions',
  calls,
  says,
  lastResult,
  async agent(modelUrl, tools, question) {
    const openai = new OpenAI({ baseURL: `${modelUrl}/v1`, apiKey: 'none', maxRetries: 0 })
    return await agent(openai, tools, question)
  },
}

it('an agent with OpenAI’s library reads, is told what is wrong, writes once the person has said yes, and ends', async () => {
  await playMakingANote(vendor)
})

it('an agent with OpenAI’s library is told that the person has said no, and nothing was written', async () => {
  await playRefusedNote(vendor)
})
