import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { anthropic } from './anthropic.ts'

const model = {
  type: 'model',
  id: 'claude-opus-4-6',
  display_name: 'Claude Opus 4.6',
  created_at: '2026-02-04T00:00:00Z',
  max_input_tokens: 200_000,
  max_tokens: 128_000,
  capabilities: null,
}
const modelRow = {
  id: 'claude-opus-4-6',
  display_name: 'Claude Opus 4.6',
  created_at: '2026-02-04T00:00:00Z',
  max_input_tokens: 200_000,
  max_tokens: 128_000,
}
const batch = {
  id: 'msgbatch_1',
  type: 'message_batch',
  processing_status: 'in_progress',
  request_counts: { processing: 100, succeeded: 50, errored: 0, canceled: 0, expired: 0 },
  created_at: '2026-01-01T00:00:00Z',
  ended_at: null,
  expires_at: '2026-01-02T00:00:00Z',
  results_url: null,
}
const batchRow = {
  id: 'msgbatch_1',
  status: 'in_progress',
  processing: 100,
  succeeded: 50,
  errored: 0,
  canceled: 0,
  expired: 0,
  created_at: '2026-01-01T00:00:00Z',
  expires_at: '2026-01-02T00:00:00Z',
}
const ask = { model: 'claude-opus-4-6', messages: [{ role: 'user', content: 'Why?' }] }

const cases: readonly OneRequestCase[] = [
  {
    tool: 'anthropic_list_models',
    args: { limit: 1, cursor: 'claude-0' },
    sends: 'GET /v1/models',
    query: { limit: '1', after_id: 'claude-0' },
    answer: jsonResponse({ data: [model], has_more: true, first_id: model.id, last_id: model.id }),
    result: { models: [modelRow], next_cursor: 'claude-opus-4-6' },
  },
  {
    tool: 'anthropic_get_model',
    args: { model: 'claude-opus-4-6' },
    sends: 'GET /v1/models/claude-opus-4-6',
    answer: jsonResponse(model),
    result: modelRow,
  },
  {
    tool: 'anthropic_count_tokens',
    args: { ...ask, system: 'Be brief' },
    sends: 'POST /v1/messages/count_tokens',
    body: { ...ask, system: 'Be brief' },
    answer: jsonResponse({ input_tokens: 14 }),
    result: { input_tokens: 14 },
  },
  {
    tool: 'anthropic_list_message_batches',
    args: {},
    sends: 'GET /v1/messages/batches',
    query: { limit: '20' },
    answer: jsonResponse({ data: [batch], has_more: false, first_id: batch.id, last_id: batch.id }),
    result: { batches: [batchRow] },
  },
  {
    tool: 'anthropic_get_message_batch',
    args: { batch_id: 'msgbatch_1' },
    sends: 'GET /v1/messages/batches/msgbatch_1',
    answer: jsonResponse({ ...batch, processing_status: 'ended', ended_at: '2026-01-01T01:00:00Z' }),
    result: { ...batchRow, status: 'ended', ended_at: '2026-01-01T01:00:00Z' },
  },
  {
    tool: 'anthropic_create_message',
    args: ask,
    sends: 'POST /v1/messages',
    body: { ...ask, max_tokens: 4096 },
    answer: jsonResponse({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-opus-4-6',
      content: [
        { type: 'thinking', thinking: 'Hm', signature: 's' },
        { type: 'text', text: 'Because.' },
      ],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 9, output_tokens: 4 },
    }),
    result: {
      id: 'msg_1',
      model: 'claude-opus-4-6',
      text: 'Because.',
      stop_reason: 'end_turn',
      input_tokens: 9,
      output_tokens: 4,
    },
  },
  {
    tool: 'anthropic_cancel_message_batch',
    args: { batch_id: 'msgbatch_1' },
    sends: 'POST /v1/messages/batches/msgbatch_1/cancel',
    answer: jsonResponse({ ...batch, processing_status: 'canceling' }),
    result: { ...batchRow, status: 'canceling' },
  },
]

describe('every tool of anthropic', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(anthropic, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.anthropic.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(sent?.headers.get('anthropic-version')).toBe('2023-06-01')
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(anthropic.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('anthropic', () => {
  it.each([
    [401, 'invalid x-api-key'],
    [404, 'model: claude-x'],
    [400, 'messages: roles must alternate'],
  ])('hands a refusal %i on in the words of Anthropic', async (status, message) => {
    const body = { type: 'error', error: { type: 'some_error', message }, request_id: 'req_1' }
    const refused = callTool(anthropic, 'anthropic_create_message', ask, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: message })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'Too many tokens' } }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '12' } })
    const refused = callTool(anthropic, 'anthropic_create_message', ask, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 12 })
  })

  it('names the account by the organization that pays', async () => {
    const headers = { 'anthropic-organization-id': 'org-1' }
    const { context } = fakeContext(anthropic, [jsonResponse({ data: [model], has_more: true }, { headers })])
    expect(await anthropic.account.identify(context)).toEqual({ id: 'org-1', name: 'org-1' })
  })

  it.each([
    ['anthropic_create_message', ask, 'Ask the model “claude-opus-4-6”: “Why?”'],
    ['anthropic_cancel_message_batch', { batch_id: 'b1' }, 'Cancel the message batch “b1”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(anthropic.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'anthropic_create_message',
      { model: 'm', messages: [{ role: 'user', content: 'Why?' }] },
      { kind: 'message', place: 'm', text: 'Why?' },
    ],
    [
      'anthropic_create_message',
      {
        model: 'm',
        messages: [
          { role: 'user', content: 'Why?' },
          { role: 'assistant', content: 'So.' },
          { role: 'user', content: 'Really?' },
        ],
      },
      { kind: 'message', place: 'm', text: 'user: Why?\n\nassistant: So.\n\nuser: Really?' },
    ],

    [
      'anthropic_create_message',
      { model: 'm', messages: [{ role: 'user', content: 'Why?' }], system: 'Be brief' },
      { kind: 'message', place: 'm', text: 'system: Be brief\n\nuser: Why?' },
    ],
  ])('%s shows the whole question, and what stands before it', (name, args, picture) => {
    const tool = anthropic.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
