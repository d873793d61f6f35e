import { fetch as undiciFetch } from 'undici'
import type { Database } from '../../platform/database.ts'
import type { Network } from '../../platform/platform.ts'

/** Everything a process does that outlives it, by name; before one of them it dies as by `kill -9`. */
export interface Steps {
  arm(killAt: string | undefined): void
  /** Right before the step is done. */
  reach(step: string): void
  /** Since it was armed, in order. */
  done(): readonly string[]
}

export function createSteps(): Steps {
  let done: string[] = []
  let times = new Map<string, number>()
  let killAt: string | undefined
  return {
    arm(step) {
      done = []
      times = new Map()
      killAt = step
    },
    reach(step) {
      const time = (times.get(step) ?? 0) + 1
      times.set(step, time)
      const name = time === 1 ? step : `${step} (${time})`
      if (name === killAt) process.kill(process.pid, 'SIGKILL')
      done.push(name)
    },
    done: () => done,
  }
}

type Run = (...values: unknown[]) => unknown

/** Makes a step of each statement that writes, and two of each transaction's end: before and after it is kept. */
export function watchDatabase(database: Database, steps: Steps): void {
  const prepare = database.prepare.bind(database) as (sql: string) => Record<'run' | 'get', Run>
  const transaction = database.transaction.bind(database) as (work: Run) => Run
  let written: string[] = []
  const watched =
    (original: Run, statement: unknown, sql: string): Run =>
    (...values) => {
      const name = sql.trim().split(/\s+/).slice(0, 3).join(' ')
      steps.reach(name)
      written.push(name)
      return original.apply(statement, values)
    }
  Object.assign(database, {
    prepare(sql: string) {
      const statement = prepare(sql)
      if (/^\s*SELECT/i.test(sql)) return statement
      const { run, get } = statement
      return Object.assign(statement, {
        run: watched(run, statement, sql),
        get: watched(get, statement, sql),
      })
    },
    transaction: (work: Run): Run => {
      const whole = transaction((...values) => {
        written = []
        const result = work(...values)
        steps.reach(`commit of ${written.join(', ')}`)
        return result
      })
      return (...values) => {
        const result = whole(...values)
        steps.reach(`after the commit of ${written.join(', ')}`)
        return result
      }
    },
  })
}

/**
 * A network whose hosts all live at one address of this computer.
 *
 * @param origin where `https://host/path` is reached as `origin/host/path`
 */
export function watchedNetwork(origin: string, steps: Steps): Pick<Network, 'fetch'> {
  return {
    async fetch(address, init) {
      const { host, pathname, search } = new URL(address)
      const name = `${init.method ?? 'GET'} ${host}${pathname}`
      steps.reach(`send ${name}`)
      const options = { ...init, redirect: 'manual' } as unknown as Parameters<typeof undiciFetch>[1]
      const response = await undiciFetch(`${origin}/${host}${pathname}${search}`, options)
      const body = await response.text()
      steps.reach(`answer ${name}`)
      return new Response(body, { status: response.status, headers: [...response.headers] })
    },
  }
}
