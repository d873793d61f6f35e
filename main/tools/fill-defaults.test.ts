import { expect, it } from 'vitest'
import { defineIntegration } from '../../registry/define.ts'
import { filledArguments, fillDefaults } from './fill-defaults.ts'

const text = { type: 'string' } as const
const fact = { label: 'x', listedBy: 'forge_list_things', list: 'things', value: 'id', name: 'name' }
const handler = (): Promise<unknown> => Promise.resolve({})

const forge = defineIntegration({
  id: 'forge',
  name: 'Forge',
  category: 'developer-tools',
  description: 'Repositories.',
  icon: 'forge.svg',
  auth: { type: 'api_key', label: 'Key', helpUrl: 'https://forge.example' },
  hosts: ['forge.example'],
  defaults: [
    { ...fact, argument: 'repo', parts: { arguments: ['owner', 'repo'], separator: '/' } },
    { ...fact, argument: 'folder_id', unless: ['parent_id'] },
    { ...fact, argument: 'pipeline' },
    { ...fact, argument: 'labels' },
  ],
  tools: [
    {
      name: 'forge_create_issue',
      description: 'x',
      parameters: {
        type: 'object',
        properties: {
          owner: text,
          repo: text,
          folder_id: text,
          parent_id: text,
          pipeline: { type: 'integer' },
          labels: { type: 'array', items: text },
        },
        required: ['owner', 'repo'],
      },
      handler,
    },
    {
      name: 'forge_update_issue',
      description: 'x',
      parameters: { type: 'object', properties: { repo: text, folder_id: text }, required: ['folder_id'] },
      handler,
    },
  ],
})

const [create, update] = forge.tools
const picked = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([argument, value]) => [argument, { value, name: value }]))

function filled(tool: typeof create, values: unknown, defaults: Record<string, string>): unknown {
  if (tool === undefined) throw new Error('no tool')
  return fillDefaults({ integration: forge, tool }, values, picked(defaults))
}

it('one choice fills two arguments, together or not at all: half of another repository would be a wrong one', () => {
  expect(filled(create, {}, { repo: 'ada/engine' })).toEqual({ owner: 'ada', repo: 'engine' })
  expect(filled(create, {}, { repo: 'group/sub/engine' })).toEqual({ owner: 'group', repo: 'sub/engine' })
  expect(filled(create, { owner: 'bob' }, { repo: 'ada/engine' })).toEqual({ owner: 'bob' })
  expect(filled(create, { repo: 'x' }, { repo: 'ada/engine' })).toEqual({ repo: 'x' })
})

it('is left out beside an argument that says the same in another way', () => {
  expect(filled(create, { parent_id: 'p' }, { folder_id: 'f' })).toEqual({ parent_id: 'p' })
  expect(filled(create, { title: 't' }, { folder_id: 'f' })).toEqual({ title: 't', folder_id: 'f' })
})

it('has the type that the schema wants, though it is stored as text', () => {
  expect(filled(create, {}, { pipeline: '7', labels: 'bug' })).toEqual({ pipeline: 7, labels: ['bug'] })
})

it('turns no change of what exists elsewhere, even where it lacks a place', () => {
  expect(filled(update, {}, { repo: 'ada/engine', folder_id: 'f' })).toEqual({})
})

it('leaves what is no object to the check that follows', () => {
  for (const values of [null, 'x', 7]) expect(filled(create, values, { folder_id: 'f' })).toBe(values)
})

it('takes from the app’s schema all that is filled, and nothing else', () => {
  if (create === undefined || update === undefined) throw new Error('no tool')
  expect(filledArguments(forge, create, new Set(['repo']))).toEqual(['owner', 'repo'])
  expect(filledArguments(forge, update, new Set(['repo', 'folder_id']))).toEqual([])
})
