import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { openai } from './openai.ts'

const model = {
  id: 'gpt-5',
  object: 'model',
  created: 1_767_225_600,
  owned_by: 'openai',
  shutdown_date: null,
}
const modelRow = { id: 'gpt-5', owned_by: 'openai', created_at: '2026-01-01T00:00:00.000Z' }

const response = {
  id: 'resp_1',
  object: 'response',
  model: 'gpt-5',
  status: 'completed',
  error: null,
  incomplete_details: null,
  output: [
    { type: 'reasoning', id: 'rs_1', summary: [] },
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'Forty-two.', annotations: [] }],
    },
  ],
  usage: { input_tokens: 9, output_tokens: 5, total_tokens: 14 },
}
const responseRow = {
  id: 'resp_1',
  model: 'gpt-5',
  status: 'completed',
  text: 'Forty-two.',
  input_tokens: 9,
  output_tokens: 5,
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'openai_list_models',
    args: { limit: 1 },
    sends: 'GET /v1/models',
    answer: jsonResponse({ object: 'list', data: [{ ...model, id: 'gpt-4', created: 1 }, model] }),
    result: { models: [modelRow], next_cursor: '1' },
  },
  {
    tool: 'openai_get_model',
    args: { model: 'gpt-5' },
    sends: 'GET /v1/models/gpt-5',
    answer: jsonResponse({ ...model, shutdown_date: '2026-10-23' }),
    result: { ...modelRow, shutdown_date: '2026-10-23' },
  },
  {
    tool: 'openai_get_response',
    args: { response_id: 'resp_1' },
    sends: 'GET /v1/responses/resp_1',
    answer: jsonResponse(response),
    result: responseRow,
  },
  {
    tool: 'openai_count_tokens',
    args: { model: 'gpt-5', input: 'Hello' },
    sends: 'POST /v1/responses/input_tokens',
    body: { model: 'gpt-5', input: 'Hello' },
    answer: jsonResponse({ object: 'response.input_tokens', input_tokens: 8 }),
    result: { input_tokens: 8 },
  },
  {
    tool: 'openai_get_moderation',
    args: { input: 'I want to kill them.' },
    sends: 'POST /v1/moderations',
    body: { input: 'I want to kill them.' },
    answer: jsonResponse({
      id: 'modr_1',
      results: [{ flagged: true, categories: { violence: true, hate: false } }],
    }),
    result: { flagged: true, categories: ['violence'] },
  },
  {
    tool: 'openai_list_files',
    args: { cursor: 'file-0' },
    sends: 'GET /v1/files',
    query: { limit: '20', after: 'file-0' },
    answer: jsonResponse({
      data: [{ id: 'file-1', filename: 'a.pdf', bytes: 9, purpose: 'assistants', created_at: 1_767_225_600 }],
      has_more: true,
      last_id: 'file-1',
    }),
    result: {
      files: [
        {
          id: 'file-1',
          filename: 'a.pdf',
          bytes: 9,
          purpose: 'assistants',
          created_at: '2026-01-01T00:00:00.000Z',
        },
      ],
      next_cursor: 'file-1',
    },
  },
  {
    tool: 'openai_list_vector_stores',
    args: {},
    sends: 'GET /v1/vector_stores',
    query: { limit: '20' },
    answer: jsonResponse({
      data: [
        { id: 'vs_1', name: 'Handbook', status: 'completed', usage_bytes: 9, file_counts: { total: 2 } },
      ],
      has_more: false,
      last_id: 'vs_1',
    }),
    result: { vector_stores: [{ id: 'vs_1', name: 'Handbook', status: 'completed', files: 2, bytes: 9 }] },
  },
  {
    tool: 'openai_query_vector_store',
    args: { vector_store_id: 'vs_1', query: 'holiday', max_results: 3 },
    sends: 'POST /v1/vector_stores/vs_1/search',
    body: { query: 'holiday', max_num_results: 3 },
    answer: jsonResponse({
      data: [
        {
          file_id: 'file-1',
          filename: 'a.pdf',
          score: 0.9,
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
      has_more: false,
    }),
    result: { chunks: [{ file_id: 'file-1', filename: 'a.pdf', score: 0.9, text: 'a\nb' }] },
  },
  {
    tool: 'openai_create_response',
    args: { model: 'gpt-5', input: 'Why?', instructions: 'Be brief', web_search: true },
    sends: 'POST /v1/responses',
    body: { model: 'gpt-5', input: 'Why?', instructions: 'Be brief', tools: [{ type: 'web_search' }] },
    answer: jsonResponse(response),
    result: responseRow,
  },
  {
    tool: 'openai_create_embedding',
    args: { model: 'text-embedding-3-small', input: ['a'], dimensions: 2 },
    sends: 'POST /v1/embeddings',
    body: { model: 'text-embedding-3-small', input: ['a'], dimensions: 2 },
    answer: jsonResponse({
      data: [{ object: 'embedding', index: 0, embedding: [0.5, -0.5] }],
      model: 'text-embedding-3-small',
      usage: { prompt_tokens: 1, total_tokens: 1 },
    }),
    result: { model: 'text-embedding-3-small', embeddings: [[0.5, -0.5]], tokens: 1 },
  },
]

describe('every tool of openai', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(openai, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.openai.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(openai.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('openai', () => {
  const ask = { model: 'gpt-5', input: 'Why?' }

  it('lists models on from a cursor', async () => {
    const answer = jsonResponse({ data: [{ ...model, id: 'gpt-4', created: 1 }, model] })
    const { result } = await callTool(openai, 'openai_list_models', { cursor: '1' }, answer)
    expect(result).toMatchObject({ models: [{ id: 'gpt-4' }] })
    expect(result).not.toHaveProperty('next_cursor')
  })

  it('does not take a failure of the model for an answer', async () => {
    const error = { code: 'server_error', message: 'The model overloaded' }
    const failed = jsonResponse({ ...response, status: 'failed', error, output: [] })
    await expect(callTool(openai, 'openai_create_response', ask, failed)).rejects.toThrow(
      'The model overloaded',
    )
  })

  it('says why an answer is incomplete, and repeats a refusal', async () => {
    const content = [{ type: 'refusal', refusal: 'I cannot.' }]
    const cut = jsonResponse({
      ...response,
      status: 'incomplete',
      incomplete_details: { reason: 'content_filter' },
      output: [{ type: 'message', content }],
    })
    const { result } = await callTool(openai, 'openai_create_response', ask, cut)
    expect(result).toMatchObject({ status: 'incomplete', incomplete: 'content_filter', text: 'I cannot.' })
  })

  it('reads a long response on from offset', async () => {
    const content = [{ type: 'output_text', text: 'a'.repeat(10_000) + 'b'.repeat(5) }]
    const long = jsonResponse({ ...response, output: [{ type: 'message', content }] })
    const args = { response_id: 'resp_1', offset: 10_000 }
    const { result } = await callTool(openai, 'openai_get_response', args, long)
    expect(result).toMatchObject({ text: 'bbbbb', total_chars: 10_005 })
  })

  it.each([
    [401, 'Incorrect API key provided: sk-***.'],
    [404, 'The model `gpt-x` does not exist'],
    [400, 'Invalid value for max_output_tokens'],
  ])('hands a refusal %i on in the words of OpenAI', async (status, message) => {
    const body = { error: { message, type: 'invalid_request_error', param: null, code: null } }
    const refused = callTool(openai, 'openai_create_response', ask, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: message })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const body = { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '2' } })
    const refused = callTool(openai, 'openai_create_response', ask, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 2 })
  })

  it('names the account by the organization that pays', async () => {
    const answer = jsonResponse({ data: [model] }, { headers: { 'openai-organization': 'acme' } })
    const { context } = fakeContext(openai, [answer])
    expect(await openai.account.identify(context)).toEqual({ id: 'acme', name: 'acme' })
  })

  it.each([
    ['openai_create_response', ask, 'Ask the OpenAI model “gpt-5”: “Why?”'],
    ['openai_create_embedding', { model: 'm', input: ['a', 'b'] }, 'Embed 2 texts with “m”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(openai.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'openai_create_response',
      { model: 'gpt-5', input: 'Why?', previous_response_id: 'r1' },
      { kind: 'message', place: 'gpt-5', text: 'Why?', replyTo: 'r1' },
    ],
    [
      'openai_create_response',
      { model: 'gpt-5', input: 'Why?', instructions: 'Be brief' },
      { kind: 'message', place: 'gpt-5', text: 'system: Be brief\n\nuser: Why?' },
    ],
  ])('%s shows the whole question, and what stands before it', (name, args, picture) => {
    const tool = openai.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
