import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { huggingFace } from './hugging-face.ts'

const hub = 'https://huggingface.co'
const next = { headers: { link: `<${hub}/api/models?limit=20&cursor=eyJfaWQ%3D>; rel="next"` } }
const llama = { type: 'model', repo_id: 'meta-llama/Llama-3' }

const model = {
  id: 'meta-llama/Llama-3',
  author: 'meta-llama',
  downloads: 9,
  likes: 8,
  pipeline_tag: 'text-generation',
  library_name: 'transformers',
  private: false,
  gated: 'manual',
  lastModified: '2026-01-01T00:00:00.000Z',
  tags: ['pytorch'],
}
const modelRow = {
  id: 'meta-llama/Llama-3',
  task: 'text-generation',
  library: 'transformers',
  downloads: 9,
  likes: 8,
  gated: 'manual',
  modified_at: '2026-01-01T00:00:00.000Z',
}
const ask = { model: 'meta-llama/Llama-3', messages: [{ role: 'user', content: 'Why?' }] }

const cases: readonly OneRequestCase[] = [
  {
    tool: 'hugging_face_search_models',
    args: { query: 'llama', task: 'text-generation', sort: 'likes', cursor: 'eyJ0' },
    sends: `GET ${hub}/api/models`,
    query: { search: 'llama', pipeline_tag: 'text-generation', sort: 'likes', cursor: 'eyJ0', limit: '20' },
    answer: jsonResponse([model], next),
    result: { models: [modelRow], next_cursor: 'eyJfaWQ=' },
  },
  {
    tool: 'hugging_face_search_datasets',
    args: { query: 'squad', author: 'rajpurkar' },
    sends: `GET ${hub}/api/datasets`,
    query: { search: 'squad', author: 'rajpurkar', limit: '20' },
    answer: jsonResponse([{ id: 'rajpurkar/squad', downloads: 1, likes: 2, private: true, gated: false }]),
    result: { datasets: [{ id: 'rajpurkar/squad', downloads: 1, likes: 2, private: true }] },
  },
  {
    tool: 'hugging_face_search_spaces',
    args: { sort: 'trendingScore', limit: 5 },
    sends: `GET ${hub}/api/spaces`,
    query: { sort: 'trendingScore', limit: '5' },
    answer: jsonResponse([{ id: 'a/demo', likes: 2, sdk: 'gradio' }]),
    result: { spaces: [{ id: 'a/demo', sdk: 'gradio', likes: 2 }] },
  },
  {
    tool: 'hugging_face_get_repo',
    args: llama,
    sends: `GET ${hub}/api/models/meta-llama/Llama-3`,
    answer: jsonResponse({ ...model, sha: 'abc', siblings: [{ rfilename: 'config.json' }] }),
    result: { ...modelRow, sha: 'abc', tags: ['pytorch'], files: ['config.json'], file_count: 1 },
  },
  {
    tool: 'hugging_face_get_folder',
    args: { ...llama, path: 'a/b' },
    sends: `GET ${hub}/api/models/meta-llama/Llama-3/tree/main/a%2Fb`,
    answer: jsonResponse(
      [
        { type: 'file', path: 'a/b/c.txt', size: 3, oid: 'x' },
        { type: 'directory', path: 'a/b/d', size: 0, oid: 'y' },
      ],
      next,
    ),
    result: {
      entries: [
        { path: 'a/b/c.txt', type: 'file', size: 3 },
        { path: 'a/b/d', type: 'directory' },
      ],
      incomplete: true,
    },
  },
  {
    tool: 'hugging_face_get_file',
    args: { type: 'dataset', repo_id: 'rajpurkar/squad', path: 'plain text/README.md' },
    sends: `GET ${hub}/datasets/rajpurkar/squad/resolve/main/plain%20text/README.md`,
    answer: new Response('# SQuAD'),
    result: { path: 'plain text/README.md', content: '# SQuAD' },
  },
  {
    tool: 'hugging_face_find_papers',
    args: { query: 'attention', max_results: 5 },
    sends: `GET ${hub}/api/papers/search`,
    query: { q: 'attention', limit: '5' },
    answer: jsonResponse([
      { title: 'Attention', paper: { id: '1706.03762', summary: 's'.repeat(501), upvotes: 7 } },
    ]),
    result: { papers: [{ id: '1706.03762', title: 'Attention', summary: 's'.repeat(500), upvotes: 7 }] },
  },
  {
    tool: 'hugging_face_get_paper',
    args: { paper_id: '1706.03762' },
    sends: `GET ${hub}/papers/1706.03762.md`,
    answer: new Response('# Attention'),
    result: { id: '1706.03762', content: '# Attention' },
  },
  {
    tool: 'hugging_face_create_repo',
    args: { type: 'dataset', name: 'mine', organization: 'acme' },
    sends: `POST ${hub}/api/repos/create`,
    body: { type: 'dataset', name: 'mine', organization: 'acme', visibility: 'private' },
    answer: jsonResponse({ url: `${hub}/datasets/acme/mine` }),
    result: { url: `${hub}/datasets/acme/mine` },
  },
  {
    tool: 'hugging_face_create_chat_completion',
    args: { ...ask, max_tokens: 100 },
    sends: 'POST https://router.huggingface.co/v1/chat/completions',
    body: { ...ask, max_tokens: 100 },
    answer: jsonResponse({
      id: 'c1',
      model: 'meta-llama/Llama-3',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Because.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 },
    }),
    result: {
      model: 'meta-llama/Llama-3',
      text: 'Because.',
      finish_reason: 'stop',
      input_tokens: 9,
      output_tokens: 4,
    },
  },
]

describe('every tool of hugging-face', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(huggingFace, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(huggingFace.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('hugging-face', () => {
  it('lists the root when no path is given', async () => {
    const { requests } = await callTool(huggingFace, 'hugging_face_get_folder', llama, jsonResponse([]))
    expect(requests[0]?.url.pathname).toBe('/api/models/meta-llama/Llama-3/tree/main')
  })

  it.each([
    ['model', '/a/b/resolve/main/x.txt'],
    ['space', '/spaces/a/b/resolve/main/x.txt'],
  ])('reads a file of a %s where its kind lies', async (type, pathname) => {
    const args = { type, repo_id: 'a/b', path: 'x.txt' }
    const { requests } = await callTool(huggingFace, 'hugging_face_get_file', args, new Response('x'))
    expect(requests[0]?.url.pathname).toBe(pathname)
  })

  it('says so instead of returning weights as text', async () => {
    const args = { ...llama, path: 'model.bin' }
    const { result } = await callTool(huggingFace, 'hugging_face_get_file', args, new Response('\0\u0001'))
    expect(result).toEqual({ path: 'model.bin', binary: true })
  })

  it('reads a long paper on from offset', async () => {
    const long = new Response('a'.repeat(10_000) + 'b'.repeat(5))
    const args = { paper_id: '1', offset: 10_000 }
    const { result } = await callTool(huggingFace, 'hugging_face_get_paper', args, long)
    expect(result).toEqual({ id: '1', content: 'bbbbb', total_chars: 10_005 })
  })

  it.each([
    [401, 'Invalid username or password.'],
    [404, 'Repository not found'],
  ])('hands a refusal %i on in the words of Hugging Face', async (status, error) => {
    const refused = callTool(huggingFace, 'hugging_face_get_repo', llama, jsonResponse({ error }, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: error })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const limited = jsonResponse(
      { error: 'Too many requests' },
      { status: 429, headers: { 'retry-after': '30' } },
    )
    const refused = callTool(huggingFace, 'hugging_face_search_models', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 })
  })

  it('names the account by its user name', async () => {
    const { context, requests } = fakeContext(huggingFace, [jsonResponse({ id: '5e67', name: 'ada' })])
    expect(await huggingFace.account.identify(context)).toEqual({ id: '5e67', name: 'ada' })
    expect(requests[0]?.url.href).toBe(`${hub}/api/whoami-v2`)
  })

  it.each([
    [
      'hugging_face_create_repo',
      { type: 'model', name: 'mine', visibility: 'public' },
      'Create the public model “mine”',
    ],
    ['hugging_face_create_chat_completion', ask, 'Ask the model “meta-llama/Llama-3”: “Why?”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(huggingFace.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'hugging_face_create_chat_completion',
      { model: 'm', messages: [{ role: 'user', content: 'Why?' }] },
      { kind: 'message', place: 'm', text: 'Why?' },
    ],
    [
      'hugging_face_create_chat_completion',
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
  ])('%s shows the whole question, and what stands before it', (name, args, picture) => {
    const tool = huggingFace.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
