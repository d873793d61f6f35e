import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
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
const modelRow = {
  id: 'mistral-large-latest',
  description: 'Our flagship',
  context_tokens: 131_072,
  capabilities: ['completion_chat', 'vision'],
  ends_at: '2027-01-01T00:00:00Z',
  replaced_by: 'mistral-larger',
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

const cases: readonly OneRequestCase[] = [
  {
    tool: 'mistral_list_models',
    args: { limit: 1 },
    sends: 'GET /v1/models',
    answer: jsonResponse({ object: 'list', data: [model, { ...model, id: 'codestral' }] }),
    result: { models: [modelRow], next_cursor: '1' },
  },
  {
    tool: 'mistral_list_agents',
    args: { search: 'help', cursor: 't1', limit: 10 },
    sends: 'GET /v1/agents/pages',
    query: { search: 'help', page_token: 't1', page_size: '10' },
    answer: jsonResponse({
      object: 'list',
      data: [
        {
          id: 'ag_1',
          name: 'Helper',
          description: null,
          model: 'mistral-large-latest',
          instructions: 'x'.repeat(501),
          version: 2,
          versions: [0, 1, 2],
          updated_at: '2026-01-02T00:00:00Z',
        },
      ],
      next_page_token: 't2',
    }),
    result: {
      agents: [
        {
          id: 'ag_1',
          name: 'Helper',
          model: 'mistral-large-latest',
          instructions: 'x'.repeat(500),
          version: 2,
          updated_at: '2026-01-02T00:00:00Z',
        },
      ],
      next_cursor: 't2',
    },
  },
  {
    tool: 'mistral_list_libraries',
    args: { cursor: '1' },
    sends: 'GET /v1/libraries',
    answer: jsonResponse({
      data: [
        { id: 'l0', name: 'Old' },
        { id: 'l1', name: 'Papers', description: null, nb_documents: 3, updated_at: '2026-01-02T00:00:00Z' },
      ],
    }),
    result: {
      libraries: [{ id: 'l1', name: 'Papers', documents: 3, updated_at: '2026-01-02T00:00:00Z' }],
    },
  },
  {
    tool: 'mistral_list_documents',
    args: { library_id: 'l1', search: 'shift', cursor: '1' },
    sends: 'GET /v1/libraries/l1/documents',
    query: { search: 'shift', page: '1', page_size: '20' },
    answer: jsonResponse({
      pagination: { total_items: 41, total_pages: 3, current_page: 1, page_size: 20, has_more: true },
      data: [
        {
          id: 'd1',
          library_id: 'l1',
          name: 'a.pdf',
          summary: 'On shift',
          mime_type: 'application/pdf',
          size: 100,
          number_of_pages: 12,
          process_status: 'done',
          created_at: '2026-01-02T00:00:00Z',
        },
      ],
    }),
    result: {
      documents: [
        {
          id: 'd1',
          name: 'a.pdf',
          summary: 'On shift',
          mime_type: 'application/pdf',
          size: 100,
          pages: 12,
          created_at: '2026-01-02T00:00:00Z',
        },
      ],
      next_cursor: '2',
    },
  },
  {
    tool: 'mistral_read_document',
    args: { library_id: 'l1', document_id: 'd1', offset: 10_000 },
    sends: 'GET /v1/libraries/l1/documents/d1/text_content',
    answer: jsonResponse({ text: 'a'.repeat(10_000) + 'b'.repeat(5) }),
    result: { text: 'bbbbb', total_chars: 10_005 },
  },
  {
    tool: 'mistral_get_moderation',
    args: { input: 'Hello' },
    sends: 'POST /v1/moderations',
    body: { model: 'mistral-moderation-latest', input: 'Hello' },
    answer: jsonResponse({
      id: 'mod-1',
      model: 'mistral-moderation-latest',
      results: [{ categories: { pii: true, health: false }, category_scores: { pii: 0.9, health: 0.1 } }],
    }),
    result: { flagged: ['pii'], scores: { pii: 0.9, health: 0.1 } },
  },
  {
    tool: 'mistral_create_completion',
    args: { model: 'mistral-large-latest', input: 'Who?', instructions: 'Be short', max_tokens: 50 },
    sends: 'POST /v1/chat/completions',
    body: {
      model: 'mistral-large-latest',
      messages: [
        { role: 'system', content: 'Be short' },
        { role: 'user', content: 'Who?' },
      ],
      max_tokens: 50,
    },
    answer: jsonResponse(completion),
    result: completionResult,
  },
  {
    tool: 'mistral_create_agent_completion',
    args: { agent_id: 'ag_1', input: 'Who?' },
    sends: 'POST /v1/agents/completions',
    body: { agent_id: 'ag_1', messages: [{ role: 'user', content: 'Who?' }] },
    answer: jsonResponse(completion),
    result: completionResult,
  },
  {
    tool: 'mistral_create_ocr',
    args: { document_url: 'https://arxiv.org/pdf/1', pages: '0-1' },
    sends: 'POST /v1/ocr',
    body: {
      model: 'mistral-ocr-latest',
      document: { type: 'document_url', document_url: 'https://arxiv.org/pdf/1' },
      pages: '0-1',
    },
    answer: jsonResponse({
      model: 'mistral-ocr-2512',
      pages: [
        { index: 0, markdown: '# One', images: [], dimensions: null },
        { index: 1, markdown: 'Two', images: [], dimensions: null },
      ],
      usage_info: { pages_processed: 2, doc_size_bytes: 10 },
    }),
    result: {
      markdown: '<!-- page 0 -->\n# One\n\n<!-- page 1 -->\nTwo',
      pages_processed: 2,
    },
  },
  {
    tool: 'mistral_create_embedding',
    args: { input: ['a', 'b'] },
    sends: 'POST /v1/embeddings',
    body: { model: 'mistral-embed', input: ['a', 'b'] },
    answer: jsonResponse({
      id: 'emb-1',
      object: 'list',
      model: 'mistral-embed',
      data: [
        { object: 'embedding', embedding: [0.1, 0.2], index: 0 },
        { object: 'embedding', embedding: [0.3, 0.4], index: 1 },
      ],
      usage: { prompt_tokens: 2, completion_tokens: 0, total_tokens: 2 },
    }),
    result: {
      model: 'mistral-embed',
      embeddings: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
      tokens: 2,
    },
  },
]

describe('every tool of mistral', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(mistral, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.mistral.ai')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(mistral.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
