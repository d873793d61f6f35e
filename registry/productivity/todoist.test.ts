import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { todoist } from './todoist.ts'

const task = {
  id: '6X7rM8997g3RQmvh',
  user_id: '2671355',
  content: 'Buy milk',
  description: '',
  project_id: '6Jf8VQXxpwv56VQ7',
  section_id: null,
  parent_id: null,
  labels: ['shop'],
  priority: 4,
  checked: false,
  due: { date: '2026-03-01', string: 'every Sunday', is_recurring: true, lang: 'en' },
  deadline: null,
  added_at: '2026-01-02T21:00:30Z',
  completed_at: null,
}
const taskRow = {
  id: '6X7rM8997g3RQmvh',
  content: 'Buy milk',
  due: '2026-03-01',
  repeats: 'every Sunday',
  priority: 4,
  labels: ['shop'],
  project_id: '6Jf8VQXxpwv56VQ7',
}
const page = { limit: '20' }

const cases: readonly OneRequestCase[] = [
  {
    tool: 'todoist_list_projects',
    args: { limit: 5, cursor: 'c1' },
    sends: 'GET /api/v1/projects',
    query: { limit: '5', cursor: 'c1' },
    answer: jsonResponse({
      results: [
        { id: 'p1', name: 'Inbox', parent_id: null, inbox_project: true, is_shared: false },
        { id: 'p2', name: 'Work', parent_id: 'p0', is_favorite: true },
      ],
      next_cursor: 'c2',
    }),
    result: {
      projects: [
        { id: 'p1', name: 'Inbox', inbox: true },
        { id: 'p2', name: 'Work', parent_id: 'p0', favorite: true },
      ],
      next_cursor: 'c2',
    },
  },
  {
    tool: 'todoist_list_sections',
    args: { project_id: 'p1' },
    sends: 'GET /api/v1/sections',
    query: { project_id: 'p1', ...page },
    answer: jsonResponse({ results: [{ id: 's1', name: 'Soon', project_id: 'p1' }], next_cursor: null }),
    result: { sections: [{ id: 's1', name: 'Soon', project_id: 'p1' }] },
  },
  {
    tool: 'todoist_list_tasks',
    args: { project_id: 'p1', label: 'shop' },
    sends: 'GET /api/v1/tasks',
    query: { project_id: 'p1', label: 'shop', ...page },
    answer: jsonResponse({ results: [task], next_cursor: null }),
    result: { tasks: [taskRow] },
  },
  {
    tool: 'todoist_search_tasks',
    args: { query: '#Work & @email' },
    sends: 'GET /api/v1/tasks/filter',
    query: { query: '#Work & @email', ...page },
    answer: jsonResponse({ results: [task], next_cursor: 'c2' }),
    result: { tasks: [taskRow], next_cursor: 'c2' },
  },
  {
    tool: 'todoist_get_task',
    args: { task_id: task.id },
    sends: `GET /api/v1/tasks/${task.id}`,
    answer: jsonResponse({
      ...task,
      description: 'Two litres',
      deadline: { date: '2026-03-02', lang: 'en' },
    }),
    result: {
      ...taskRow,
      deadline: '2026-03-02',
      added_at: '2026-01-02T21:00:30Z',
      description: 'Two litres',
    },
  },
  {
    tool: 'todoist_list_comments',
    args: { task_id: task.id, max_chars: 100 },
    sends: 'GET /api/v1/comments',
    query: { task_id: task.id, ...page },
    answer: jsonResponse({
      results: [
        {
          id: 'n1',
          item_id: task.id,
          content: 'y'.repeat(101),
          posted_at: '2026-01-03T00:00:00Z',
          posted_uid: '2671355',
          file_attachment: { resource_type: 'file', file_name: 'a.pdf', file_url: 'https://t.example/a.pdf' },
        },
      ],
      next_cursor: null,
    }),
    result: {
      comments: [
        {
          id: 'n1',
          author_id: '2671355',
          content: 'y'.repeat(100),
          truncated: true,
          file: 'a.pdf',
          file_url: 'https://t.example/a.pdf',
          posted_at: '2026-01-03T00:00:00Z',
        },
      ],
    },
  },
  {
    tool: 'todoist_create_task',
    args: {
      content: 'Buy milk',
      due_string: 'every Sunday',
      priority: 4,
      labels: ['shop'],
      project_id: 'p1',
    },
    sends: 'POST /api/v1/tasks',
    body: {
      content: 'Buy milk',
      due_string: 'every Sunday',
      priority: 4,
      labels: ['shop'],
      project_id: 'p1',
    },
    answer: jsonResponse(task),
    result: taskRow,
  },
  {
    tool: 'todoist_update_task',
    args: { task_id: task.id, due_string: 'no date', description: 'None left' },
    sends: `POST /api/v1/tasks/${task.id}`,
    body: { due_string: 'no date', description: 'None left' },
    answer: jsonResponse({ ...task, due: null }),
    result: { ...taskRow, due: undefined, repeats: undefined },
  },
  {
    tool: 'todoist_close_task',
    args: { task_id: task.id },
    sends: `POST /api/v1/tasks/${task.id}/close`,
    answer: new Response(null, { status: 204 }),
    result: { id: task.id, done: true },
  },
  {
    tool: 'todoist_create_comment',
    args: { task_id: task.id, content: 'Oat milk' },
    sends: 'POST /api/v1/comments',
    body: { task_id: task.id, content: 'Oat milk' },
    answer: jsonResponse({ id: 'n2', content: 'Oat milk' }),
    result: { id: 'n2' },
  },
]

describe('every tool of todoist', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(todoist, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.todoist.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(todoist.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('todoist', () => {
  it('reads a long description on from offset', async () => {
    const long = jsonResponse({ ...task, description: 'a'.repeat(10_000) + 'b'.repeat(5) })
    const { result } = await callTool(todoist, 'todoist_get_task', { task_id: task.id, offset: 10_000 }, long)
    expect(result).toMatchObject({ description: 'bbbbb', total_chars: 10_005 })
    expect(result).not.toHaveProperty('next_offset')
  })

  it('does not send an update without a field', async () => {
    const update = callTool(todoist, 'todoist_update_task', { task_id: task.id })
    await expect(update).rejects.toThrow('No field to change')
  })

  it.each([
    [
      400,
      { error: 'Invalid argument value', error_tag: 'INVALID_ARGUMENT_VALUE', http_code: 400 },
      'Invalid argument value',
    ],
    [401, { error: 'Unauthorized', error_tag: 'UNAUTHORIZED', http_code: 401 }, 'Unauthorized'],
    [404, { error: 'Task not found', error_tag: 'NOT_FOUND', http_code: 404 }, 'Task not found'],
  ])('hands a refusal %i on in the words of Todoist', async (status, body, reason) => {
    const refused = callTool(todoist, 'todoist_get_task', { task_id: '1' }, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const limited = jsonResponse(
      { error: 'Too many requests' },
      { status: 429, headers: { 'retry-after': '30' } },
    )
    const refused = callTool(todoist, 'todoist_list_tasks', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 })
  })

  it('names the account by e-mail', async () => {
    const user = { id: '2671355', email: 'ada@example.com', full_name: 'Ada' }
    const { context, requests } = fakeContext(todoist, [jsonResponse(user)])
    expect(await todoist.account.identify(context)).toEqual({ id: '2671355', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toBe('https://api.todoist.com/api/v1/user')
  })

  it.each([
    ['todoist_create_task', { content: 'Milk', due_string: 'today' }, 'Create the task “Milk”, due “today”'],
    ['todoist_update_task', { task_id: '1', due_string: 'today' }, 'Change due string of the task “1”'],
    ['todoist_close_task', { task_id: '1' }, 'Complete the task “1”'],
    ['todoist_create_comment', { task_id: '1', content: 'a\nb' }, 'Comment on the task “1”: “a b”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(todoist.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'todoist_create_task',
      { content: 'Milk', description: 'Two', project_id: 'p1', section_id: 's1' },
      { kind: 'document', place: 's1', title: 'Milk', body: 'Two' },
    ],
    [
      'todoist_update_task',
      { task_id: '1', content: 'Bread' },
      { kind: 'document', place: '1', title: 'Bread' },
    ],
    ['todoist_update_task', { task_id: '1', priority: 4 }, undefined],
    [
      'todoist_create_comment',
      { task_id: '1', content: 'Done' },
      { kind: 'document', place: '1', body: 'Done' },
    ],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = todoist.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers projects as a default by id, and leaves a task alone that goes into a section or under another', async () => {
    const [fact] = todoist.defaults ?? []
    const answer = jsonResponse({ results: [{ id: 'p1', name: 'Home' }], next_cursor: null })
    const { result } = await callTool(todoist, fact?.listedBy ?? '', { limit: 50 }, answer)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 'p1', [fact?.name ?? '']: 'Home' }],
    })
    expect(fact?.unless).toEqual(['section_id', 'parent_id'])
  })
})
