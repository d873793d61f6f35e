import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { TASK_DETAIL_FIELDS, TASK_FIELDS } from './asana-answers.ts'
import { asana } from './asana.ts'

const NOW = '2026-02-03T04:05:06.000Z'

const task = {
  gid: '120',
  name: 'Bug Task',
  completed: false,
  due_on: '2026-03-01',
  due_at: null,
  assignee: { gid: '7', name: 'Ada' },
  projects: [{ gid: '10', name: 'Website' }],
  memberships: [{ section: { gid: '30', name: 'Doing' } }],
  permalink_url: 'https://app.asana.com/1/1/task/120',
}
const taskRow = {
  id: '120',
  name: 'Bug Task',
  due: '2026-03-01',
  assignee: 'Ada',
  projects: ['Website'],
  sections: ['Doing'],
  url: 'https://app.asana.com/1/1/task/120',
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'asana_list_workspaces',
    args: { limit: 5, cursor: 'eyJ0' },
    sends: 'GET /api/1.0/workspaces',
    query: { limit: '5', offset: 'eyJ0', opt_fields: 'name' },
    answer: jsonResponse({ data: [{ gid: '1', name: 'Acme' }], next_page: { offset: 'eyJ1', path: '/x' } }),
    result: { workspaces: [{ id: '1', name: 'Acme' }], next_cursor: 'eyJ1' },
  },
  {
    tool: 'asana_find_objects',
    args: { workspace_id: '1', type: 'user', query: 'ada' },
    sends: 'GET /api/1.0/workspaces/1/typeahead',
    query: { resource_type: 'user', query: 'ada', count: '20', opt_fields: 'name' },
    answer: jsonResponse({ data: [{ gid: '7', resource_type: 'user', name: 'Ada' }] }),
    result: { objects: [{ id: '7', name: 'Ada' }] },
  },
  {
    tool: 'asana_list_projects',
    args: { workspace_id: '1' },
    sends: 'GET /api/1.0/projects',
    query: { workspace: '1', archived: 'false', limit: '20', opt_fields: 'name,due_on,permalink_url' },
    answer: jsonResponse({ data: [{ gid: '10', name: 'Website', due_on: null }], next_page: null }),
    result: { projects: [{ id: '10', name: 'Website' }] },
  },
  {
    tool: 'asana_list_sections',
    args: { project_id: '10' },
    sends: 'GET /api/1.0/projects/10/sections',
    query: { limit: '20', opt_fields: 'name' },
    answer: jsonResponse({ data: [{ gid: '30', name: 'Doing' }], next_page: null }),
    result: { sections: [{ id: '30', name: 'Doing' }] },
  },
  {
    tool: 'asana_list_tasks',
    args: { assignee: 'me', workspace_id: '1' },
    sends: 'GET /api/1.0/tasks',
    query: { assignee: 'me', workspace: '1', completed_since: NOW, limit: '20', opt_fields: TASK_FIELDS },
    answer: jsonResponse({ data: [task], next_page: null }),
    result: { tasks: [taskRow] },
  },
  {
    tool: 'asana_list_tasks',
    args: { project_id: '10', section_id: '30', include_done: true },
    sends: 'GET /api/1.0/tasks',
    query: { project: '10', section: '30', limit: '20', opt_fields: TASK_FIELDS },
    answer: jsonResponse({ data: [{ gid: '1', completed: true, due_at: NOW, due_on: '2026-02-03' }] }),
    result: { tasks: [{ id: '1', done: true, due: NOW }] },
  },
  {
    tool: 'asana_get_task',
    args: { task_id: '120' },
    sends: 'GET /api/1.0/tasks/120',
    query: { opt_fields: TASK_DETAIL_FIELDS },
    answer: jsonResponse({
      data: {
        ...task,
        notes: 'It crashes.',
        parent: { gid: '119', name: 'Release' },
        num_subtasks: 2,
        tags: [{ gid: '5', name: 'urgent' }],
        custom_fields: [
          { gid: '8', name: 'Stage', display_value: 'Beta' },
          { gid: '9', name: 'Size', display_value: null },
        ],
        modified_at: NOW,
      },
    }),
    result: {
      ...taskRow,
      assignee_id: '7',
      project_ids: ['10'],
      parent: 'Release',
      parent_id: '119',
      subtasks: 2,
      tags: ['urgent'],
      fields: ['Stage: Beta'],
      modified_at: NOW,
      notes: 'It crashes.',
    },
  },
  {
    tool: 'asana_list_comments',
    args: { task_id: '120', max_chars: 100 },
    sends: 'GET /api/1.0/tasks/120/stories',
    query: { limit: '20', opt_fields: 'type,text,created_at,created_by.name' },
    answer: jsonResponse({
      data: [
        { gid: '1', type: 'system', text: 'Ada changed the due date' },
        {
          gid: '2',
          type: 'comment',
          text: 'y'.repeat(101),
          created_at: NOW,
          created_by: { gid: '7', name: 'Ada' },
        },
      ],
      next_page: { offset: 'eyJ2' },
    }),
    result: {
      comments: [{ id: '2', author: 'Ada', text: 'y'.repeat(100), truncated: true, created_at: NOW }],
      next_cursor: 'eyJ2',
    },
  },
  {
    tool: 'asana_create_task',
    args: { name: 'Bug Task', notes: 'n', assignee: 'me', due_on: '2026-03-01', project_ids: ['10'] },
    sends: 'POST /api/1.0/tasks',
    query: { opt_fields: TASK_FIELDS },
    body: { data: { name: 'Bug Task', notes: 'n', assignee: 'me', due_on: '2026-03-01', projects: ['10'] } },
    answer: jsonResponse({ data: task }, { status: 201 }),
    result: taskRow,
  },
  {
    tool: 'asana_update_task',
    args: { task_id: '120', completed: true, assignee: null },
    sends: 'PUT /api/1.0/tasks/120',
    query: { opt_fields: TASK_FIELDS },
    body: { data: { completed: true, assignee: null } },
    answer: jsonResponse({ data: { ...task, completed: true } }),
    result: { ...taskRow, done: true },
  },
  {
    tool: 'asana_move_task',
    args: { task_id: '120', section_id: '30' },
    sends: 'POST /api/1.0/sections/30/addTask',
    body: { data: { task: '120' } },
    answer: jsonResponse({ data: {} }),
    result: { id: '120', section_id: '30' },
  },
  {
    tool: 'asana_create_comment',
    args: { task_id: '120', text: 'Fixed' },
    sends: 'POST /api/1.0/tasks/120/stories',
    body: { data: { text: 'Fixed' } },
    answer: jsonResponse({ data: { gid: '3', resource_type: 'story' } }, { status: 201 }),
    result: { id: '3' },
  },
]

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('every tool of asana', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(asana, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://app.asana.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(asana.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('asana', () => {
  it('reads long notes on from offset', async () => {
    const long = jsonResponse({ data: { ...task, notes: 'a'.repeat(10_000) + 'b'.repeat(5) } })
    const { result } = await callTool(asana, 'asana_get_task', { task_id: '120', offset: 10_000 }, long)
    expect(result).toMatchObject({ notes: 'bbbbb', total_chars: 10_005 })
  })

  it('does not send an update without a field', async () => {
    await expect(callTool(asana, 'asana_update_task', { task_id: '120' })).rejects.toThrow(
      'No field to change',
    )
  })

  it.each([
    [401, 'Not Authorized'],
    [404, 'task: Unknown object: 120'],
    [400, 'project: Missing input'],
  ])('hands a refusal %i on in the words of Asana', async (status, message) => {
    const body = { errors: [{ message, help: 'For more information on API status codes …' }] }
    const refused = callTool(asana, 'asana_get_task', { task_id: '120' }, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: message })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const body = { errors: [{ message: 'You have made too many requests recently.' }] }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '30' } })
    const refused = callTool(asana, 'asana_list_workspaces', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 })
  })

  it('names the account by e-mail', async () => {
    const answer = jsonResponse({ data: { gid: '7', name: 'Ada', email: 'ada@example.com' } })
    const { context, requests } = fakeContext(asana, [answer])
    expect(await asana.account.identify(context)).toEqual({ id: '7', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toBe('https://app.asana.com/api/1.0/users/me?opt_fields=name%2Cemail')
  })

  it.each([
    ['asana_create_task', { name: 'Bug' }, 'Create the task “Bug”'],
    ['asana_update_task', { task_id: '1', due_on: null }, 'Change due on of the task “1”'],
    ['asana_move_task', { task_id: '1', section_id: '3' }, 'Move the task “1” to section “3”'],
    ['asana_create_comment', { task_id: '1', text: 'a\nb' }, 'Comment on the task “1”: “a b”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(asana.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'asana_create_task',
      { name: 'Bug', notes: 'Fails', project_ids: ['1', '2'], workspace_id: '9' },
      { kind: 'document', place: '1, 2', title: 'Bug', body: 'Fails' },
    ],
    ['asana_create_task', { name: 'Bug', parent_id: '5' }, { kind: 'document', place: '5', title: 'Bug' }],
    ['asana_update_task', { task_id: '1', notes: 'New' }, { kind: 'document', place: '1', body: 'New' }],
    ['asana_update_task', { task_id: '1', completed: true }, undefined],
    ['asana_create_comment', { task_id: '1', text: 'Done' }, { kind: 'document', place: '1', body: 'Done' }],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = asana.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it.each([
    ['workspace_id', {}, { gid: '1', name: 'Acme' }, ['project_ids', 'parent_id']],
    ['project_ids', { workspace_id: '1' }, { gid: '10', name: 'Website' }, ['parent_id', 'workspace_id']],
  ])(
    'offers choices for %s by id, and leaves a task alone that has another place',
    async (argument, args, object, unless) => {
      const fact = asana.defaults?.find((candidate) => candidate.argument === argument)
      const answer = jsonResponse({ data: [object], next_page: null })
      const { result } = await callTool(asana, fact?.listedBy ?? '', { limit: 50, ...args }, answer)
      expect(result).toMatchObject({
        [fact?.list ?? '']: [{ [fact?.value ?? '']: object.gid, [fact?.name ?? '']: object.name }],
      })
      expect(fact?.unless).toEqual(unless)
    },
  )
})
