import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()

const model = z.object({ id: z.string(), created: count, owned_by: text, shutdown_date: text })

const response = z.object({
  id: z.string(),
  model: text,
  status: text,
  error: z.object({ code: text, message: text }).nullish(),
  incomplete_details: z.object({ reason: text }).nullish(),
  output: z
    .array(
      z.object({
        type: text,
        content: z.array(z.object({ type: text, text, refusal: text })).nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ input_tokens: count, output_tokens: count }).nullish(),
})

const file = z.object({
  id: z.string(),
  filename: text,
  bytes: count,
  purpose: text,
  created_at: count,
})

const vectorStore = z.object({
  id: z.string(),
  name: text,
  status: text,
  usage_bytes: count,
  file_counts: z.object({ total: count }).nullish(),
})

const chunk = z.object({
  file_id: text,
  filename: text,
  score: count,
  content: z.array(z.object({ text })).nullish(),
})

function page<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item), has_more: z.boolean().nullish(), last_id: text })
}

export const modelAnswer = model
export const modelsAnswer = z.object({ data: z.array(model) })
export const responseAnswer = response
export const tokensAnswer = z.object({ input_tokens: z.number() })
export const filesAnswer = page(file)
export const vectorStoresAnswer = page(vectorStore)
export const chunksAnswer = z.object({ data: z.array(chunk) })
export const embeddingsAnswer = z.object({
  data: z.array(z.object({ index: count, embedding: z.array(z.number()) })),
  model: text,
  usage: z.object({ total_tokens: count }).nullish(),
})
export const moderationAnswer = z.object({
  results: z.array(
    z.object({
      flagged: z.boolean().nullish(),
      categories: z.record(z.string(), z.boolean().nullish()).nullish(),
    }),
  ),
})

interface Page<T> {
  readonly data: readonly T[]
  readonly has_more?: boolean | null | undefined
  readonly last_id?: string | null | undefined
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { data, has_more, last_id }: Page<T>, rowOf: (node: T) => unknown) {
  return compact({ [name]: data.map(rowOf), next_cursor: has_more === true ? last_id : undefined })
}

/** Unix seconds as an ISO time. */
function timeOf(seconds: number | null | undefined) {
  return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : undefined
}

export function modelRow({ created, ...node }: z.output<typeof model>) {
  return compact({ ...node, created_at: timeOf(created) })
}

/** Newest first: OpenAI lists them as it likes. */
export function modelRows(models: readonly z.output<typeof model>[]) {
  return models.toSorted((one, other) => (other.created ?? 0) - (one.created ?? 0)).map(modelRow)
}

/**
 * The text of a response from `offset` on, and `next_offset` while there is more.
 *
 * @throws ProviderError when the model failed: OpenAI reports it with status 200
 */
export function responseDetail(node: z.output<typeof response>, offset: number) {
  if (node.status === 'failed') {
    throw new ProviderError(node.error?.message ?? ownReason('modelFailed'), 200)
  }
  const parts = node.output?.flatMap(({ content }) => content ?? []) ?? []
  const whole = parts.map((part) => part.text ?? part.refusal ?? '').join('')
  const { text: output, ...rest } = textWindow(whole, offset)
  return compact({
    id: node.id,
    model: node.model,
    status: node.status,
    incomplete: node.incomplete_details?.reason,
    text: output,
    ...rest,
    input_tokens: node.usage?.input_tokens,
    output_tokens: node.usage?.output_tokens,
  })
}

export function fileRow({ created_at, ...node }: z.output<typeof file>) {
  return compact({ ...node, created_at: timeOf(created_at) })
}

export function vectorStoreRow({ file_counts, usage_bytes, ...node }: z.output<typeof vectorStore>) {
  return compact({ ...node, files: file_counts?.total, bytes: usage_bytes })
}

export function chunkRow({ content, ...node }: z.output<typeof chunk>) {
  return compact({ ...node, text: content?.map((part) => part.text ?? '').join('\n') })
}

export function moderationResult({ results }: z.output<typeof moderationAnswer>) {
  const hit = results.flatMap(({ categories }) => Object.entries(categories ?? {}))
  return {
    flagged: results.some(({ flagged }) => flagged === true),
    categories: hit.filter(([, flagged]) => flagged === true).map(([name]) => name),
  }
}
