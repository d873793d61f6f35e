import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programs, runProgram } from './outside-program.ts'
import { temporaryFolder } from './test-hub.ts'

interface Check {
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
  readonly errorMessage?: string
}

/** A scenario of the suite that tests servers, and the revisions it is for. */
export interface Scenario {
  readonly name: string
  readonly versions: readonly string[]
}

/** @returns what the installed suite knows: nothing is assumed here about which scenarios there are */
export async function listScenarios(): Promise<Scenario[]> {
  const lines = (await run(['list', '--server'])).split('\n')
  return lines.flatMap((line) => {
    const [, name, versions] = /^ {2}- (\S+) \[(.*)\]$/.exec(line) ?? []
    return name === undefined || versions === undefined ? [] : [{ name, versions: versions.split(',') }]
  })
}

/** Runs every scenario of one revision against a server. @returns what each scenario checked, by its name */
export async function runScenarios(
  url: string,
  version: string,
  scenarios: readonly Scenario[],
): Promise<ReadonlyMap<string, readonly Check[]>> {
  const folder = temporaryFolder()
  await run(['server', '--url', url, '--suite', 'all', '--spec-version', version, '-o', folder])
  const folders = readdirSync(folder)
  const results = scenarios.map(({ name }): [string, Check[]] => {
    const own = folders.find((it) => it.replace(RUN_AT, '') === `server-${name}`)
    return [name, own === undefined ? [] : checksIn(join(folder, own))]
  })
  return new Map(results)
}

/** What follows a scenario's name in the name of its folder. */
const RUN_AT = /-\d{4}-\d{2}-\d{2}T.*$/

function checksIn(folder: string): Check[] {
  return JSON.parse(readFileSync(join(folder, 'checks.json'), 'utf8')) as Check[]
}

/** The exit code says no more than that some scenario failed, which is for the test to judge. */
async function run(args: readonly string[]): Promise<string> {
  return (await runProgram(programs.conformance, args)).output
}
