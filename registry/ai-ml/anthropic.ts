import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import { conversationPreview } from './conversation-preview.ts'

/** A long answer may take minutes. */
const MODEL_TIMEOUT_MS = 300_000

const text = z.string().nullish()
const count = z.number().nullish()

const modelInfo = z.object({
  id: z.string(),
  display_name: text,
  created_at: text,
  max_input_tokens: count,
  max_tokens: count,
})

const batch = z.object({
  id: z.string(),
  processing_status: text,
  request_counts: z
    .object({ processing: count, succeeded: count, errored: count, canceled: count, expired: count })
    .nullish(),
  created_at: text,
  ended_at: text,
  expires_at: text,
})

const messageAnswer = z.object({
  id: z.string(),
  model: text,
  content: z.array(z.object({ type: text, text })).nullish(),
  stop_reason: text,
  usage: z.object({ input_tokens: count, output_tokens: count }).nullish(),
})

function pageAnswer<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item), has_more: z.boolean().nullish(), last_id: text })
}

interface Page<T> {
  readonly data: readonly T[]
  readonly has_more?: boolean | null | undefined
  readonly last_id?: string | null | undefined
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
function pageOf<T>(name: string, { data, has_more, last_id }: Page<T>, rowOf: (node: T) => unknown) {
  return compact({ [name]: data.map(rowOf), next_cursor: has_more === true ? last_id : undefined })
}

function batchRow({ processing_status, request_counts, ...node }: z.output<typeof batch>) {
  return compact({ ...node, status: processing_status, ...request_counts })
}

function messageRow({ content, usage, ...node }: z.output<typeof messageAnswer>) {
  const whole = content?.map((block) => block.text ?? '').join('')
  return compact({
    ...node,
    text: whole,
    input_tokens: usage?.input_tokens,
    output_tokens: usage?.output_tokens,
  })
}

const conversation = {
  model: z.string().describe('Id'),
  messages: z
    .array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().min(1) }))
    .min(1)
    .describe('First to last'),
  system: z.string().optional().describe('System prompt'),
}
const batchId = { batch_id: z.string() }

/** @see https://docs.claude.com/en/api/overview */
export const anthropic = defineIntegration({
  id: 'anthropic',
  name: 'Anthropic',
  category: 'ai-ml',
  description: 'Ask Claude models, count tokens, follow message batches.',
  icon: 'anthropic.svg',
  auth: [
    {
      type: 'api_key',
      label: 'API key',
      header: 'x-api-key',
      helpUrl: 'https://console.anthropic.com/settings/keys',
      placeholder: 'sk-ant-…',
    },
  ],
  hosts: ['api.anthropic.com'],
  apiBase: 'https://api.anthropic.com',
  headers: { 'anthropic-version': '2023-06-01' },
  account: {
    // No endpoint names the owner of a key; every answer names the organization it is billed to.
    async identify({ request }) {
      const { headers } = await request('GET /v1/models', {
        query: { limit: 1 },
        schema: pageAnswer(modelInfo),
      })
      const organization = headers.get('anthropic-organization-id')
      return { id: organization ?? 'anthropic', name: organization ?? 'Anthropic API' }
    },
  },
  tools: [
    {
      name: 'anthropic_list_models',
      description: 'Models this key may use, newest first.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const { data } = await request('GET /v1/models', {
          query: { limit, after_id: cursor },
          schema: pageAnswer(modelInfo),
        })
        return pageOf('models', data, compact)
      },
    },
    {
      name: 'anthropic_get_model',
      description: 'One model, with its token limits; an alias becomes its id.',
      parameters: z.object({ model: conversation.model }),
      async handler(path, { request }) {
        const { data } = await request('GET /v1/models/{model}', { path, schema: modelInfo })
        return compact(data)
      },
    },
    {
      name: 'anthropic_count_tokens',
      description: 'How many input tokens a conversation is for a model. Free.',
      parameters: z.object(conversation),
      async handler(json, { request }) {
        const { data } = await request('POST /v1/messages/count_tokens', {
          json,
          schema: z.object({ input_tokens: z.number() }),
        })
        return data
      },
    },
    {
      name: 'anthropic_list_message_batches',
      description: 'Message batches with their progress, newest first.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const { data } = await request('GET /v1/messages/batches', {
          query: { limit, after_id: cursor },
          schema: pageAnswer(batch),
        })
        return pageOf('batches', data, batchRow)
      },
    },
    {
      name: 'anthropic_get_message_batch',
      description: 'One message batch with its progress.',
      parameters: z.object(batchId),
      async handler(path, { request }) {
        const { data } = await request('GET /v1/messages/batches/{batch_id}', { path, schema: batch })
        return batchRow(data)
      },
    },
    {
      name: 'anthropic_create_message',
      description: 'Ask a Claude model; costs money each time. It sees only these messages.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({
        ...conversation,
        max_tokens: z.int().min(1).max(16_000).default(4096).describe('Of the answer'),
      }),
      summary: ({ model, messages }) =>
        `Ask the model ${quote(model)}: ${quote(messages.at(-1)?.content ?? '')}`,
      preview: conversationPreview,
      async handler(json, { request }) {
        const { data } = await request('POST /v1/messages', { json, schema: messageAnswer })
        return messageRow(data)
      },
    },
    {
      name: 'anthropic_cancel_message_batch',
      description: 'Cancel a message batch; what is done stays. Safe to repeat.',
      parameters: z.object(batchId),
      summary: ({ batch_id }) => `Cancel the message batch ${quote(batch_id)}`,
      async handler(path, { request }) {
        const { data } = await request('POST /v1/messages/batches/{batch_id}/cancel', { path, schema: batch })
        return batchRow(data)
      },
    },
  ],
})
