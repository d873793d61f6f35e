import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import { conversationPreview } from './conversation-preview.ts'
import * as answers from './hugging-face-answers.ts'

/** A long answer may take minutes. */
const MODEL_TIMEOUT_MS = 300_000

const KINDS = { model: 'models', dataset: 'datasets', space: 'spaces' } as const

const FILES = {
  model: 'GET /{+repo_id}/resolve/{revision}/{+path}',
  dataset: 'GET /datasets/{+repo_id}/resolve/{revision}/{+path}',
  space: 'GET /spaces/{+repo_id}/resolve/{revision}/{+path}',
} as const

const repository = { type: z.enum(['model', 'dataset', 'space']), repo_id: z.string() }
const offset = z.int().min(0).default(0)
const search = {
  query: z.string().optional(),
  author: z.string().optional().describe('User or organization'),
  sort: z.enum(['trendingScore', 'downloads', 'likes', 'lastModified', 'createdAt']).optional(),
  ...pageParameters,
}
const searchSpaces = {
  query: search.query,
  ...pageParameters,
  sort: z.enum(['trendingScore', 'likes', 'lastModified']).optional(),
}

/** @see https://huggingface.co/docs/hub/api */
export const huggingFace = defineIntegration({
  id: 'hugging-face',
  name: 'Hugging Face',
  category: 'ai-ml',
  description: 'Models, datasets, Spaces and papers; ask open models.',
  icon: 'hugging-face.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://huggingface.co/oauth/authorize',
      tokenUrl: 'https://huggingface.co/oauth/token',
      deviceUrl: 'https://huggingface.co/oauth/device',
      scopes: {
        openid: 'Sign you in',
        profile: 'See your username and public profile',
        'read-repos': 'Read your own repositories, also private ones',
        'gated-repos': 'Read gated repositories you were let into',
        'contribute-repos': 'Create repositories, and change those',
        'inference-api': 'Ask models, on your inference credits',
      },
      clientIdEnv: 'HUGGING_FACE_CLIENT_ID',
      redirect: { host: '127.0.0.1' },
      consoleUrl: 'https://huggingface.co/settings/applications/new',
    },
    {
      type: 'api_key',
      label: 'User access token',
      prefix: 'Bearer ',
      helpUrl: 'https://huggingface.co/settings/tokens',
      placeholder: 'hf_…',
    },
  ],
  hosts: ['huggingface.co', 'router.huggingface.co'],
  apiBase: 'https://huggingface.co',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /api/whoami-v2', { schema: answers.accountAnswer })
      return { id: data.id ?? data.name, name: data.name }
    },
  },
  tools: [
    {
      name: 'hugging_face_search_models',
      description: 'Models on the Hub.',
      parameters: z.object({ task: z.string().optional().describe('e.g. text-generation'), ...search }),
      async handler({ query, task, ...rest }, { request }) {
        const { data, headers } = await request('GET /api/models', {
          query: { search: query, pipeline_tag: task, ...rest },
          schema: answers.reposAnswer,
        })
        return answers.pageOf('models', data.map(answers.repoRow), headers)
      },
    },
    {
      name: 'hugging_face_search_datasets',
      description: 'Datasets on the Hub.',
      parameters: z.object(search),
      async handler({ query, ...rest }, { request }) {
        const { data, headers } = await request('GET /api/datasets', {
          query: { search: query, ...rest },
          schema: answers.reposAnswer,
        })
        return answers.pageOf('datasets', data.map(answers.repoRow), headers)
      },
    },
    {
      name: 'hugging_face_search_spaces',
      description: 'Spaces (demo apps) on the Hub.',
      parameters: z.object(searchSpaces),
      async handler({ query, ...rest }, { request }) {
        const { data, headers } = await request('GET /api/spaces', {
          query: { search: query, ...rest },
          schema: answers.reposAnswer,
        })
        return answers.pageOf('spaces', data.map(answers.repoRow), headers)
      },
    },
    {
      name: 'hugging_face_get_repo',
      description: 'One model, dataset or Space: figures, tags, files.',
      parameters: z.object(repository),
      async handler({ type, repo_id }, { request }) {
        const { data } = await request('GET /api/{kind}/{+repo_id}', {
          path: { kind: KINDS[type], repo_id },
          schema: answers.repoAnswer,
        })
        return answers.repoDetail(data)
      },
    },
    {
      name: 'hugging_face_get_folder',
      description: 'What stands in a folder of a repository.',
      parameters: z.object({ ...repository, path: z.string().default('').describe('Empty: the root') }),
      async handler({ type, repo_id, path }, { request }) {
        const place = { kind: KINDS[type], repo_id, revision: 'main' }
        const schema = answers.entriesAnswer
        const { data, headers } =
          path === ''
            ? await request('GET /api/{kind}/{+repo_id}/tree/{revision}', { path: place, schema })
            : await request('GET /api/{kind}/{+repo_id}/tree/{revision}/{path}', {
                path: { ...place, path },
                schema,
              })
        return answers.folderContent(data, headers)
      },
    },
    {
      name: 'hugging_face_get_file',
      description: 'Read a text file, e.g. README.md. To read on, pass next_offset as offset.',
      parameters: z.object({ ...repository, path: z.string().describe('From the root'), offset }),
      async handler({ type, repo_id, path, offset }, { request }) {
        const { data } = await request(FILES[type], {
          path: { repo_id, revision: 'main', path },
          answer: 'text',
          schema: z.string().default(''),
        })
        return { path, ...answers.textContent(data, offset) }
      },
    },
    {
      name: 'hugging_face_find_papers',
      description: 'Papers on a subject, best match first.',
      parameters: z.object({
        query: z.string().min(1),
        max_results: z.int().min(1).max(50).default(10).describe('At most'),
      }),
      async handler({ query, max_results }, { request }) {
        const { data } = await request('GET /api/papers/search', {
          query: { q: query, limit: max_results },
          schema: answers.papersAnswer,
        })
        return { papers: data.map(answers.paperRow) }
      },
    },
    {
      name: 'hugging_face_get_paper',
      description: 'A paper’s text as Markdown. To read on, pass next_offset as offset.',
      parameters: z.object({ paper_id: z.string().describe('arXiv id'), offset }),
      async handler({ paper_id, offset }, { request }) {
        const { data } = await request('GET /papers/{paper_id}.md', {
          path: { paper_id },
          answer: 'text',
          schema: z.string().default(''),
        })
        return { id: paper_id, ...answers.textContent(data, offset) }
      },
    },
    {
      name: 'hugging_face_create_repo',
      description: 'Create an empty model or dataset repository. A repeat is refused.',
      parameters: z.object({
        type: z.enum(['model', 'dataset']),
        name: z.string().min(1),
        organization: z.string().optional().describe('Default: the user'),
        visibility: z.enum(['private', 'public']).default('private'),
      }),
      summary: ({ type, name, visibility }) => `Create the ${visibility} ${type} ${quote(name)}`,
      async handler(json, { request }) {
        const { data } = await request('POST /api/repos/create', { json, schema: answers.createdAnswer })
        return { url: data.url }
      },
    },
    {
      name: 'hugging_face_create_chat_completion',
      description: 'Ask an open model; uses credits each time. It sees only these messages.',
      timeoutMs: MODEL_TIMEOUT_MS,
      parameters: z.object({
        model: z.string().describe('Its id on the Hub'),
        messages: z
          .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }))
          .min(1)
          .describe('First to last'),
        max_tokens: z.int().min(1).optional().describe('Of the answer'),
      }),
      summary: ({ model, messages }) =>
        `Ask the model ${quote(model)}: ${quote(messages.at(-1)?.content ?? '')}`,
      preview: conversationPreview,
      async handler(json, { request }) {
        const { data } = await request('POST /chat/completions', {
          base: 'https://router.huggingface.co/v1',
          json,
          schema: answers.chatAnswer,
        })
        return answers.chatRow(data)
      },
    },
  ],
})
