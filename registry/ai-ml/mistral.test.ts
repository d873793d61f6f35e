import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { mistral } from './mistral.ts'

const model = {
  id: 'mistral-large-latest',
  object: 'model',
  created: 1756746619,
  owned_by: 'mistralai',
  capabilities: { completion_chat: true, vision: true, ocr: false },
  name: null,
  description: 'Our flagship',
  max_context_length: 131_072,
  aliases: [],
  deprecation: '2027-01-01T00:00:00Z',
  deprecation_replacement_model: 'mistral-larger',
  type: 'base',
}
const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 }
const completion = {
  id: 'cmpl-1',
  object: 'chat.completion',
  model: 'mistral-large-latest',
  created: 1702256327,
  usage,
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Monet.' } }],
}
const completionResult = { text: 'Monet.', model: 'mistral-large-latest', input_tokens: 9, output_tokens: 3 }

describe('mistral', () => {
  const ask = { model: 'm', input: 'Why?' }

  it('leaves the thoughts of a reasoning model out, and says when an answer was cut', async () => {
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] },
      { type: 'text', text: 'Be' },
      { type: 'text', text: 'cause' },
    ]
    const choices = [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content } }]
    const answer = jsonResponse({ ...completion, choices })
    const { result } = await callTool(mistral, 'mistral_create_completion', ask, answer)
    expect(result).toEqual({ ...completionResult, text: 'Because', stopped: 'length' })
  })

  it.each([
    [401, { object: 'error', message: 'Unauthorized', type: 'authentication_error' }, 'Unauthorized'],
    [404, { object: 'error', message: 'Agent not found', type: 'not_found' }, 'Agent not found'],
    [400, { object: 'error', message: 'Invalid model: m', code: 'unknown_model' }, 'Invalid model: m'],
    [
      422,
      { detail: [{ loc: ['body', 'messages'], msg: 'Field required', type: 'missing' }] },
      'body.messages: Field required',
    ],
  ])('hands a refusal %i on in the words of Mistral', async (status, body, reason) => {
    const refused = callTool(mistral, 'mistral_create_completion', ask, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const body = { object: 'error', message: 'Requests rate limit exceeded', type: 'rate_limit_error' }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '60' } })
    const refused = callTool(mistral, 'mistral_create_completion', ask, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 60 })
  })

  it('tries the key out by listing models', async () => {
    const { context, requests } = fakeContext(mistral, [jsonResponse({ object: 'list', data: [model] })])
    expect(await mistral.account.identify(context)).toEqual({ id: 'mistral', name: 'Mistral AI' })
    expect(requests[0]?.url.href).toBe('https://api.mistral.ai/v1/models')
  })

  it.each([
    ['mistral_create_completion', ask, 'Ask the Mistral model “m”: “Why?”'],
    [
      'mistral_create_agent_completion',
      { agent_id: 'a', input: 'Why?' },
      'Ask the Mistral agent “a”: “Why?”',
    ],
    [
      'mistral_create_ocr',
      { document_url: 'https://x.example/a.pdf' },
      'Have Mistral read “https://x.example/a.pdf”',
    ],
    ['mistral_create_embedding', { model: 'm', input: ['a', 'b'] }, 'Embed 2 texts with “m”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(mistral.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'mistral_create_completion',
      { model: 'm', input: 'Why?', instructions: 'Be brief' },
      { kind: 'message', place: 'm', text: 'system: Be brief\n\nuser: Why?' },
    ],
    [
      'mistral_create_agent_completion',
      { agent_id: 'ag1', input: 'Why?' },
      { kind: 'message', place: 'ag1', text: 'Why?' },
    ],
  ])('%s shows the whole question, and what stands before it', (name, args, picture) => {
    const tool = mistral.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
