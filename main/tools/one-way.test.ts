import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WAYS_IN } from '../testing/no-way-round/entries.ts'

const MAIN = join(import.meta.dirname, '..')

/** The product's own modules, with comments taken out. */
const modules = readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing/'))
  .map((path) => ({ path, code: withoutComments(readFileSync(join(MAIN, path), 'utf8')) }))

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
}

const modulesWith = (pattern: RegExp): readonly string[] =>
  modules.flatMap(({ path, code }) => (pattern.test(code) ? [path] : []))

describe('a handler', () => {
  it('is named by the one module that runs it: a second way would have no gate, no log and no budget', () => {
    expect(modulesWith(/[.?]\s*handler\b|\[['"`]handler['"`]\]/)).toEqual(['tools/execute-call.ts'])
    expect(modulesWith(/\bhandler\b[^=;(){}]*\}\s*(?:=\s*[^>]|:\s*(?:Tool|CatalogTool|Call)\b)/)).toEqual([])
  })

  it('is run by one call of the executor, which only approvals and the one path are given', () => {
    expect(modulesWith(/\bcreateExecuteCall\b/).toSorted()).toEqual(['hub-calls.ts', 'tools/execute-call.ts'])
    const hub = modules.find(({ path }) => path === 'hub-calls.ts')?.code ?? ''
    const given = [...hub.matchAll(/^.*(?<!-)\bexecute\b(?!-).*$/gm)].map(([line]) => line.trim())
    const [made, ...others] = given
    expect(made).toMatch(/^const execute = createExecuteCall\(/)
    expect(others).toEqual(['run: execute,', 'execute,'])
    expect(modulesWith(/\bExecuteCall\b|execute-call\.ts/).toSorted()).toEqual([
      'hub-calls.ts',
      'tools/execute-call.ts',
      'tools/run-tool.ts',
    ])
  })

  it('is waited for by the one path alone: nobody else parks calls or lets them go on', () => {
    expect(modulesWith(/\bapprovals\s*\.\s*(?:ask|awaitSignIn|answerOf)\b/)).toEqual(['tools/run-tool.ts'])
    expect(modulesWith(/\bapprovals\s*\.\s*resume\b/)).toEqual(['hub.ts'])
    expect(modulesWith(/\.\s*perform\s*\(/)).toEqual(['bridge/manage-integrations.ts'])
  })
})

describe('the one path', () => {
  it('is reached by the modules that the property test goes through, and by no other', () => {
    const callers = modulesWith(/\brunTool\b[\s)]*\.\s*(?:run|ask|resultOfApproval)\b/)
    const known = [...WAYS_IN, 'get-result'].toSorted()
    expect(callers.map((path) => path.replace(/^.*\/|\.ts$/g, '')).toSorted()).toEqual(known)
  })

  it('is reached over these routes of the bridge: a new one belongs into the property test', () => {
    const rest = modules.find(({ path }) => path === 'bridge/rest.ts')?.code ?? ''
    const routes = [...rest.matchAll(/method: '(\w+)',\s*path: (.+?),\s*serve/g)].map(
      ([, method, path]) => `${method} ${path}`,
    )
    expect(routes).toEqual([
      String.raw`GET /^\/openapi\.json$/`,
      String.raw`GET /^\/v1\/manifest$/`,
      String.raw`POST /^\/v1\/manage_integrations$/`,
      'POST new RegExp(`^/v1/tools/${NAME}$`)',
      'POST new RegExp(`^${ACTION_PATH}${NAME}$`)',
      'GET new RegExp(`^/v1/results/${NAME}$`)',
    ])
    expect(modulesWith(/\bservice\s*\.\s*(?:call|manage)\s*\(/).toSorted()).toEqual([
      'bridge/mcp-tools.ts',
      'bridge/rest.ts',
    ])
    expect(modulesWith(/\btools\s*\.\s*call\s*\(/).toSorted()).toEqual([
      'bridge/mcp.ts',
      'bridge/plain-answer.ts',
    ])
  })
})
