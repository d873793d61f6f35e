import { anthropic } from './ai-ml/anthropic.ts'
import { huggingFace } from './ai-ml/hugging-face.ts'
import { mistral } from './ai-ml/mistral.ts'
import { openai } from './ai-ml/openai.ts'
import type { Integration } from './define.ts'

/** In the order a person sees them. */
export const aiMl: readonly Integration[] = [openai, anthropic, mistral, huggingFace]
