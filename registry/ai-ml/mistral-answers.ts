import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()

const model = z.object({
  id: z.string(),
  created: count,
  description: text,
  max_context_length: count,
  capabilities: z.record(z.string(), z.boolean().nullish()).nullish(),
  deprecation: text,
  deprecation_replacement_model: text,
})

const agent = z.object({
  id: z.string(),
  name: text,
  description: text,
  model: text,
  instructions: text,
  version: count,
  updated_at: text,
})

const library = z.object({
  id: z.string(),
  name: text,
  description: text,
  nb_documents: count,
  updated_at: text,
})

const libraryDocument = z.object({
  id: z.string(),
  name: text,
  summary: text,
  mime_type: text,
  size: count,
  number_of_pages: count,
  process_status: text,
  created_at: text,
})

/** A string, or parts of which those of type `text` are the answer; a reasoning model adds its thoughts. */
const content = z.union([z.string(), z.array(z.object({ type: text, text }))]).nullish()

export const modelsAnswer = z.object({ data: z.array(model) })
export const agentsAnswer = z.object({ data: z.array(agent), next_page_token: text })
export const librariesAnswer = z.object({ data: z.array(library) })
export const documentsAnswer = z.object({
  data: z.array(libraryDocument),
  pagination: z.object({ current_page: z.number(), has_more: z.boolean().nullish() }),
})
export const documentTextAnswer = z.object({ text: z.string() })
export const moderationAnswer = z.object({
  model: text,
  results: z.array(
    z.object({
      categories: z.record(z.string(), z.boolean()).nullish(),
      category_scores: z.record(z.string(), z.number()).nullish(),
    }),
  ),
})
export const completionAnswer = z.object({
  model: text,
  choices: z.array(z.object({ finish_reason: text, message: z.object({ content }) })),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
})
export const embeddingsAnswer = z.object({
  model: text,
  data: z.array(z.object({ embedding: z.array(z.number()) })),
  usage: z.object({ total_tokens: count }).nullish(),
})
export const ocrAnswer = z.object({
  model: text,
  pages: z.array(z.object({ index: z.number(), markdown: z.string() })),
  usage_info: z.object({ pages_processed: count }).nullish(),
})

export function modelRow({ capabilities, ...node }: z.output<typeof model>) {
  const able = Object.entries(capabilities ?? {}).filter(([, can]) => can === true)
  return compact({
    id: node.id,
    description: node.description,
    context_tokens: node.max_context_length,
    capabilities: able.map(([name]) => name),
    ends_at: node.deprecation,
    replaced_by: node.deprecation_replacement_model,
  })
}

const INSTRUCTIONS_CHARS = 500

export function agentRow({ instructions, ...node }: z.output<typeof agent>) {
  const { text: beginning } = textWindow(instructions ?? '', 0, INSTRUCTIONS_CHARS)
  return compact({ ...node, instructions: beginning === '' ? undefined : beginning })
}

export function libraryRow({ nb_documents: documents, ...node }: z.output<typeof library>) {
  return compact({ ...node, documents })
}

export function documentRow({
  number_of_pages: pages,
  process_status: status,
  ...node
}: z.output<typeof libraryDocument>) {
  return compact({ ...node, pages, status: status === 'done' ? undefined : status })
}

/** `flagged` names the categories that the text falls in. */
export function moderationResult({ results }: z.output<typeof moderationAnswer>) {
  const { categories, category_scores: scores } = results[0] ?? {}
  const flagged = Object.entries(categories ?? {}).filter(([, hit]) => hit)
  return compact({ flagged: flagged.map(([name]) => name), scores })
}

export function completionResult({ model: name, choices, usage }: z.output<typeof completionAnswer>) {
  const [choice] = choices
  const said = choice?.message.content ?? ''
  const parts =
    typeof said === 'string' ? [said] : said.filter(({ type }) => type === 'text').map((part) => part.text)
  return compact({
    text: parts.join(''),
    model: name,
    stopped: choice?.finish_reason === 'stop' ? undefined : choice?.finish_reason,
    input_tokens: usage?.prompt_tokens,
    output_tokens: usage?.completion_tokens,
  })
}

/** All pages as one text. They count from 0, as in the request. */
export function ocrResult({ pages, usage_info }: z.output<typeof ocrAnswer>) {
  const markdown = pages.map((page) => `<!-- page ${page.index} -->\n${page.markdown}`).join('\n\n')
  return compact({ markdown, pages_processed: usage_info?.pages_processed })
}
