import { describe, expect, it } from 'vitest'
import { programs, runProgram, type RunResult } from '../../testing/outside-program.ts'
import { createConnectedHub } from '../../testing/test-hub.ts'

/** What its manual gives for a result that is an error. */
const TOOL_IS_ERROR = 5

interface Printed {
  readonly tools?: readonly { readonly name: string }[]
  readonly isError?: boolean
  readonly structuredContent?: Readonly<Record<string, unknown>>
}

const printed = ({ output }: RunResult): Printed => (JSON.parse(output) as { result: Printed }).result

describe.each(['legacy', 'modern', 'auto'])('the inspector, protocol era %s,', (era) => {
  async function running() {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'mischief', enabled: false })
    const where = [`${app.url}/mcp`, '--transport', 'http', '--header', `Authorization: Bearer ${app.token}`]
    const how = ['--format', 'json', '--quiet', '--protocol-era', era]
    const inspect = (...args: string[]) =>
      runProgram(programs.inspector, ['--cli', ...where, ...how, ...args])
    const call = (name: string, args: object = {}) =>
      inspect('--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args))
    return { test, inspect, call }
  }

  it('lists the tools and finds no schema that other clients could not read', async () => {
    const { inspect } = await running()
    const list = await inspect('--method', 'tools/list', '--strict')
    expect(list).toMatchObject({ code: 0, errors: '' })
    expect(printed(list).tools?.map(({ name }) => name)).toContain('notes_list_notes')
  })

  it('calls a tool, and reads what is wrong with a call', async () => {
    const { call } = await running()
    const [good, bad] = await Promise.all([call('notes_list_notes'), call('notes_get_note')])
    expect(good.code).toBe(0)
    expect(printed(good).structuredContent).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
    expect(bad.code).toBe(TOOL_IS_ERROR)
    expect(printed(bad)).toMatchObject({ structuredContent: { error: { code: 'INVALID_PARAMS' } } })
  })

  it('leaves with a ticket when the person is away, and fetches the result another time', async () => {
    const { test, call } = await running()
    const calling = call('notes_create_note', { title: 'Milk' })
    await expect.poll(() => test.hub.waitingApprovals(), { timeout: 10_000 }).toBe(1)
    await test.platform.clock.advance(45_000)
    const left = await calling
    const ticket = printed(left).structuredContent
    expect([left.code, ticket?.['status']]).toEqual([0, 'approval_pending'])
    await test.decide({ kind: 'allow_once' })
    const result = await call('gatehouse_get_result', { approval_id: ticket?.['approval_id'] })
    expect(printed(result).structuredContent).toEqual({ id: 'note-1' })
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })
})

it('is turned away without a token, and finds no way around it', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const args = [
    '--cli',
    `${app.url}/mcp`,
    '--transport',
    'http',
    '--stored-auth-only',
    '--method',
    'tools/list',
  ]
  const { code, output } = await runProgram(programs.inspector, args)
  expect(code).not.toBe(0)
  expect(output).not.toContain('notes_list_notes')
})
