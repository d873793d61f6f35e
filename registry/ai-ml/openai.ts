import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageOfAll, pageParameters, type PageArguments } from '../paging.ts'
import { quote } from '../sentences.ts'
import { questionPreview } from './conversation-preview.ts'
import * as answers from './openai-answers.ts'

/** A reasoning model may think for minutes. */
const MODEL_TIMEOUT_MS = 300_000

const model = z.string().describe('Id')
const offset = z.int().min(0).default(0)

function pageQuery({ cursor, limit }: PageArguments) {
  return { limit, after: cursor }
}

/** @see https://platform.openai.com/docs/api-reference */
export const openai = defineIntegration({
  id: 'openai',
  name: 'OpenAI',
  category: 'ai-ml',
  description: 'Ask OpenAI models, search vector stores, embed text.',
  icon: 'openai.svg',
  auth: [
    {
      type: 'api_key',
      label: 'API key',
      prefix: 'Bearer ',
      helpUrl: 'https://platform.openai.com/api-keys',
      placeholder: 'sk-…',
    },
  ],
  hosts: ['api.openai.com'],
  apiBase: 'https://api.openai.com/v1',
  account: {
    // No endpoint names the owner of a key; every answer names the organization it is billed to.
    async identify({ request }) {
      const { headers } = await request('GET /models', { schema: answers.modelsAnswer })
      const organization = headers.get('openai-organization') ?? 'openai'
      return { id: organization, name: organization }
    },
  },
  tools: [
    {
      name: 'openai_list_models',
      description: 'Models this key may use, newest first.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /models', { schema: answers.modelsAnswer })
        return pageOfAll('models', answers.modelRows(data.data), page)
      },
    },
    {
      name: 'openai_get_model',
      description: 'One model: owner and shutdown date.',
      parameters: z.object({ model }),
      async handler(path, { request }) {
        const { data } = await request('GET /models/{model}', { path, schema: answers.modelAnswer })
        return answers.modelRow(data)
      },
    },
    {
      name: 'openai_get_response',
      description: 'A stored response. To read on, pass next_offset as offset.',
      parameters: z.object({ response_id: z.string(), offset }),
      async handler({ response_id, offset }, { request }) {
        const { data } = await request('GET /responses/{response_id}', {
          path: { response_id },
          schema: answers.responseAnswer,
        })
        return answers.responseDetail(data, offset)
      },
    },
    {
      name: 'openai_count_tokens',
      description: 'How many input tokens a text is for a model.',
      parameters: z.object({ model, input: z.string().min(1).describe('Text') }),
      async handler(json, { request }) {
        const { data } = await request('POST /responses/input_tokens', { json, schema: answers.tokensAnswer })
        return { input_tokens: data.input_tokens }
      },
    },
    {
      name: 'openai_get_moderation',
      description: 'Whether a text is harmful, and in which categories.',
      parameters: z.object({ input: z.string().min(1).describe('Text') }),
      async handler(json, { request }) {
        const { data } = await request('POST /moderations', { json, schema: answers.moderationAnswer })
        return answers.moderationResult(data)
      },
    },
    {
      name: 'openai_list_files',
      description: 'Uploaded files, newest first.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const options = { query: pageQuery(page), schema: answers.filesAnswer }
        const { data } = await request('GET /files', options)
        return answers.pageOf('files', data, answers.fileRow)
      },
    },
    {
      name: 'openai_list_vector_stores',
      description: 'Vector stores, newest first.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const options = { query: pageQuery(page), schema: answers.vectorStoresAnswer }
        const { data } = await request('GET /vector_stores', options)
        return answers.pageOf('vector_stores', data, answers.vectorStoreRow)
      },
    },
    {
      name: 'openai_query_vector_store',
      description: 'Chunks nearest to a query, best first.',
      parameters: z.object({
        vector_store_id: z.string(),
        query: z.string().min(1),
        max_results: z.int().max(50).default(10).describe('At most'),
      }),
      async handler({ vector_store_id, query, max_results }, { request }) {
        const { data } = await request('POST /vector_stores/{vector_store_id}/search', {
          path: { vector_store_id },
          json: { query, max_num_results: max_results },
          schema: answers.chunksAnswer,
        })
        return { chunks: data.data.map(answers.chunkRow) }
      },
    },
    {
      name: 'openai_create_response',
      description: 'Ask a model; costs money each time. If next_offset comes, read on with get_response.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({
        model,
        input: z.string().min(1).describe('The question'),
        instructions: z.string().optional().describe('System prompt'),
        previous_response_id: z.string().optional(),
        max_output_tokens: z.int().min(16).optional().describe('Also bounds reasoning'),
        web_search: z.boolean().default(false).describe('May search the web'),
      }),
      summary: ({ model, input }) => `Ask the OpenAI model ${quote(model)}: ${quote(input)}`,
      preview: ({ model, previous_response_id: replyTo, ...question }) => ({
        ...questionPreview(model, question),
        replyTo,
      }),
      async handler({ web_search, ...json }, { request }) {
        const tools = web_search ? [{ type: 'web_search' }] : undefined
        const { data } = await request('POST /responses', {
          json: { ...json, tools },
          schema: answers.responseAnswer,
        })
        return answers.responseDetail(data, 0)
      },
    },
    {
      name: 'openai_create_embedding',
      description: 'Embedding vectors of texts. Costs money each time.',
      parameters: z.object({
        model,
        input: z.array(z.string().min(1)).min(1).describe('Texts'),
        dimensions: z.int().min(1).optional().describe('Shorter vectors'),
      }),
      summary: ({ model, input }) =>
        `Embed ${input.length === 1 ? 'a text' : `${input.length} texts`} with ${quote(model)}`,
      async handler(json, { request }) {
        const { data } = await request('POST /embeddings', { json, schema: answers.embeddingsAnswer })
        const embeddings = data.data.map(({ embedding }) => embedding)
        return compact({ model: data.model, embeddings, tokens: data.usage?.total_tokens })
      },
    },
  ],
})
