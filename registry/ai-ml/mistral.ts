import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageNumber, pageOfAll, pageParameters } from '../paging.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import { textWindow } from '../text-window.ts'
import { questionPreview } from './conversation-preview.ts'
import * as answers from './mistral-answers.ts'

/** A reasoning model may think for minutes. */
const MODEL_TIMEOUT_MS = 300_000

const model = z.string().describe('Id')
const input = z.string().min(1).describe('The question')
const max_tokens = z.int().min(1).optional().describe('Of the answer')

const invalid = z.object({
  detail: z
    .array(z.object({ loc: z.array(z.union([z.string(), z.number()])).nullish(), msg: z.string() }))
    .min(1),
})

/** What is wrong with which field: an answer with status 422. */
function mistralRefusal(answer: unknown): ProviderError | undefined {
  const [first] = invalid.safeParse(answer).data?.detail ?? []
  return first && new ProviderError([first.loc?.join('.'), first.msg].filter(Boolean).join(': '), 422)
}

/**
 * @see https://docs.mistral.ai/api
 * @see https://github.com/mistralai/platform-docs-public/blob/main/openapi.yaml
 */
export const mistral = defineIntegration({
  id: 'mistral',
  name: 'Mistral AI',
  category: 'ai-ml',
  description: 'Ask Mistral models and agents, read documents, embed text.',
  icon: 'mistral.svg',
  auth: [
    {
      type: 'api_key',
      label: 'API key',
      prefix: 'Bearer ',
      helpUrl: 'https://console.mistral.ai/api-keys',
    },
  ],
  hosts: ['api.mistral.ai'],
  apiBase: 'https://api.mistral.ai/v1',
  refusal: mistralRefusal,
  account: {
    // No endpoint names the owner of a key: listing models only tells whether it works.
    async identify({ request }) {
      await request('GET /models', { schema: answers.modelsAnswer })
      return { id: 'mistral', name: 'Mistral AI' }
    },
  },
  tools: [
    {
      name: 'mistral_list_models',
      description: 'Models this key may use, with what they can do.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /models', { schema: answers.modelsAnswer })
        return pageOfAll('models', data.data.map(answers.modelRow), page)
      },
    },
    {
      name: 'mistral_list_agents',
      description: 'Agents, for agent_id.',
      parameters: z.object({ search: z.string().optional().describe('Name or id'), ...pageParameters }),
      async handler({ search, cursor, limit }, { request }) {
        const query = { search, page_token: cursor, page_size: limit }
        const { data } = await request('GET /agents/pages', { query, schema: answers.agentsAnswer })
        return compact({ agents: data.data.map(answers.agentRow), next_cursor: data.next_page_token })
      },
    },
    {
      name: 'mistral_list_libraries',
      description: 'Document libraries, for library_id.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /libraries', { schema: answers.librariesAnswer })
        return pageOfAll('libraries', data.data.map(answers.libraryRow), page)
      },
    },
    {
      name: 'mistral_list_documents',
      description: 'Documents of a library with their summaries, newest first.',
      parameters: z.object({
        library_id: z.string(),
        search: z.string().optional().describe('Words'),
        ...pageParameters,
      }),
      async handler({ library_id, search, cursor, limit }, { request }) {
        const { data } = await request('GET /libraries/{library_id}/documents', {
          path: { library_id },
          query: { search, page: pageNumber(cursor), page_size: limit },
          schema: answers.documentsAnswer,
        })
        const { has_more, current_page } = data.pagination
        const next_cursor = has_more === true ? String(current_page + 1) : undefined
        return compact({ documents: data.data.map(answers.documentRow), next_cursor })
      },
    },
    {
      name: 'mistral_read_document',
      description: 'Text of a library document. To read on, pass next_offset as offset.',
      parameters: z.object({
        library_id: z.string(),
        document_id: z.string(),
        offset: z.int().min(0).default(0),
      }),
      async handler({ offset, ...path }, { request }) {
        const { data } = await request('GET /libraries/{library_id}/documents/{document_id}/text_content', {
          path,
          schema: answers.documentTextAnswer,
        })
        return textWindow(data.text, offset)
      },
    },
    {
      name: 'mistral_get_moderation',
      description: 'Whether a text is harmful, and in which categories.',
      parameters: z.object({
        model: z.string().default('mistral-moderation-latest').describe('Id'),
        input: z.string().min(1).describe('Text'),
      }),
      async handler(json, { request }) {
        const { data } = await request('POST /moderations', { json, schema: answers.moderationAnswer })
        return answers.moderationResult(data)
      },
    },
    {
      name: 'mistral_create_completion',
      description: 'Ask a model. Costs money each time.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({
        model,
        input,
        instructions: z.string().optional().describe('System prompt'),
        max_tokens,
      }),
      summary: ({ model, input }) => `Ask the Mistral model ${quote(model)}: ${quote(input)}`,
      preview: ({ model, ...question }) => questionPreview(model, question),
      async handler({ model, input, instructions, max_tokens }, { request }) {
        const system = instructions === undefined ? [] : [{ role: 'system', content: instructions }]
        const { data } = await request('POST /chat/completions', {
          json: { model, messages: [...system, { role: 'user', content: input }], max_tokens },
          schema: answers.completionAnswer,
        })
        return answers.completionResult(data)
      },
    },
    {
      name: 'mistral_create_agent_completion',
      description: 'Ask an agent. Costs money each time.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({ agent_id: z.string(), input, max_tokens }),
      summary: ({ agent_id, input }) => `Ask the Mistral agent ${quote(agent_id)}: ${quote(input)}`,
      preview: ({ agent_id, ...question }) => questionPreview(agent_id, question),
      async handler({ agent_id, input, max_tokens }, { request }) {
        const { data } = await request('POST /agents/completions', {
          json: { agent_id, messages: [{ role: 'user', content: input }], max_tokens },
          schema: answers.completionAnswer,
        })
        return answers.completionResult(data)
      },
    },
    {
      name: 'mistral_create_ocr',
      description: 'Text of a PDF or other document at a web address, as Markdown. Costs money per page.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({
        document_url: z.string().describe('Public https address'),
        pages: z.string().optional().describe('From 0, e.g. “0-4,7”'),
        model: z.string().default('mistral-ocr-latest').describe('Id'),
      }),
      summary: ({ document_url }) => `Have Mistral read ${quote(document_url)}`,
      async handler({ document_url, pages, model }, { request }) {
        const { data } = await request('POST /ocr', {
          json: { model, document: { type: 'document_url', document_url }, pages },
          schema: answers.ocrAnswer,
        })
        return answers.ocrResult(data)
      },
    },
    {
      name: 'mistral_create_embedding',
      description: 'Embedding vectors of texts. Costs money each time.',
      parameters: z.object({
        model: z.string().default('mistral-embed').describe('Id'),
        input: z.array(z.string().min(1)).min(1).describe('Texts'),
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
