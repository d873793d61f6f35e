import { expect } from 'vitest'
import { createAgentTools, type AgentTools } from './agent-tools.ts'
import { createScriptedModel } from './scripted-model.ts'
import { createConnectedHub } from './test-hub.ts'

/** A vendor's library and the language in which its model answers. */
export interface Vendor<Asked> {
  /** Where its library asks the model. */
  readonly path: string
  /** The model's answer that calls a tool which it was offered. */
  readonly calls: (request: Asked, tool: string, args: object) => object
  readonly says: (text: string) => object
  /** What the model was told of its last call. */
  readonly lastResult: (request: Asked) => unknown
  /** An agent as people write them, with the vendor's library. @returns what the model says in the end */
  readonly agent: (modelUrl: string, tools: AgentTools, question: string) => Promise<string>
}

/** Reads, is told what is wrong, writes once the person has said yes, and ends. */
export async function playMakingANote<Asked>(vendor: Vendor<Asked>): Promise<void> {
  const { calls, says, lastResult } = vendor
  const test = await createConnectedHub()
  const tools = createAgentTools(await test.pair(), () => test.decide({ kind: 'allow_once' }))
  const seen: unknown[] = []
  const after = (turn: (request: Asked) => object) => (request: Asked) => {
    seen.push(lastResult(request))
    return turn(request)
  }
  const model = await createScriptedModel(vendor.path, [
    (request) => calls(request, 'notes_list_notes', {}),
    after((request) => calls(request, 'notes_get_note', {})),
    after((request) => calls(request, 'notes_create_note', { title: 'Bread' })),
    after(() => says('I made the note “Bread”.')),
  ])
  const ended = vendor.agent(model.url, tools, 'Make a note of bread.')
  await test.questions()
  expect(seen).toHaveLength(2)
  await test.platform.clock.advance(45_000)
  expect(await ended).toBe('I made the note “Bread”.')
  expect(seen).toMatchObject([
    { data: { notes: [{ id: 'note-1', title: 'Milk' }] } },
    { error: { code: 'INVALID_PARAMS', remedy: expect.any(String) as string } },
    { data: { id: 'note-1' } },
  ])
  expect(test.apiRequests()).toEqual(['GET /notes', 'POST /notes'])
}

/** Is told that the person has said no. */
export async function playRefusedNote<Asked>(vendor: Vendor<Asked>): Promise<void> {
  const test = await createConnectedHub()
  const tools = createAgentTools(await test.pair(), () => Promise.resolve())
  let told: unknown
  const model = await createScriptedModel(vendor.path, [
    (request) => vendor.calls(request, 'notes_create_note', { title: 'Bread' }),
    (request) => {
      told = vendor.lastResult(request)
      return vendor.says('You did not want it.')
    },
  ])
  const ended = vendor.agent(model.url, tools, 'Make a note of bread.')
  await test.decide({ kind: 'deny' })
  expect(await ended).toBe('You did not want it.')
  expect(told).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
  expect(test.apiRequests()).toEqual([])
}

/** @throws unless the tool's schema takes every one of the arguments */
export function refuseStrangers(
  tool: string,
  { type, properties = {} }: { readonly type?: string; readonly properties?: object },
  args: object,
): void {
  const strangers = Object.keys(args).filter((argument) => !(argument in properties))
  if (type !== 'object' || strangers.length > 0) {
    throw new Error(`${tool} does not take ${strangers.join(', ')}.`)
  }
}
