import OpenAI from 'openai'
import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionFunctionTool,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions/completions.js'
import { expect, it } from 'vitest'
import { createAgentTools, type AgentTools } from '../../testing/agent-tools.ts'
import { createScriptedModel } from '../../testing/scripted-model.ts'
import { createConnectedHub } from '../../testing/test-hub.ts'

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
  const { type, properties = {} } = (offered.function.parameters ?? {}) as {
    type?: string
    properties?: object
  }
  const strangers = Object.keys(args).filter((argument) => !(argument in properties))
  if (type !== 'object' || strangers.length > 0)
    throw new Error(`${name} does not take ${strangers.join(', ')}.`)
  const call = { id: `call_${name}`, type: 'function', function: { name, arguments: JSON.stringify(args) } }
  return completion({ content: null, tool_calls: [call] }, 'tool_calls')
}

function lastResult({ messages }: Asked): unknown {
  const content = messages.at(-1)?.content
  return typeof content === 'string' ? JSON.parse(content) : content
}

it('an agent with OpenAI’s library reads, is told what is wrong, writes once the person has said yes, and ends', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const tools = createAgentTools(app, () => test.decide({ kind: 'allow_once' }))
  const seen: unknown[] = []
  const after = (turn: (request: Asked) => object) => (request: Asked) => {
    seen.push(lastResult(request))
    return turn(request)
  }
  const model = await createScriptedModel('/v1/chat/completions', [
    (request) => calls(request, 'notes_list_notes', {}),
    after((request) => calls(request, 'notes_get_note', {})),
    after((request) => calls(request, 'notes_create_note', { title: 'Bread' })),
    after(() => says('I made the note “Bread”.')),
  ])
  const openai = new OpenAI({ baseURL: `${model.url}/v1`, apiKey: 'none', maxRetries: 0 })
  const ended = agent(openai, tools, 'Make a note of bread.')
  await test.questions()
  expect(seen).toHaveLength(2)
  await test.platform.clock.advance(45_000)
  expect(await ended).toBe('I made the note “Bread”.')
  expect(seen).toMatchObject([
    { data: { notes: [{ id: 'note-1', title: 'Milk' }] } },
    { error: { code: 'INVALID_PARAMS', remedy: expect.any(String) as string } },
    { data: { id: 'note-1' } },
  ])
  expect(test.apiRequests()).toEqual(['GET /notes', 'POST /notes'])
})

it('an agent is told that the person has said no, and nothing was written', async () => {
  const test = await createConnectedHub()
  const tools = createAgentTools(await test.pair(), () => Promise.resolve())
  let told: unknown
  const model = await createScriptedModel('/v1/chat/completions', [
    (request) => calls(request, 'notes_create_note', { title: 'Bread' }),
    (request) => {
      told = lastResult(request)
      return says('You did not want it.')
    },
  ])
  const openai = new OpenAI({ baseURL: `${model.url}/v1`, apiKey: 'none', maxRetries: 0 })
  const ended = agent(openai, tools, 'Make a note of bread.')
  await test.decide({ kind: 'deny' })
  expect(await ended).toBe('You did not want it.')
  expect(told).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
  expect(test.apiRequests()).toEqual([])
})
