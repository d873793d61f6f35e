import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll } from 'vitest'
import { startInternet, type SimulatedInternet } from './internet.ts'
import { createOutsideClient } from './outside-client.ts'

/** For a test file: a simulated internet of its own and a client outside it, from first test to last. */
export const useInternet = () => {
  let running: { internet: SimulatedInternet; client: ReturnType<typeof createOutsideClient> } | undefined
  const current = () => {
    if (!running) throw new Error('The simulated internet runs during tests only')
    return running
  }

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-internet-'))
    const internet = await startInternet({ folder })
    running = { internet, client: createOutsideClient(internet) }
    return async () => {
      await current().client.close()
      await internet.stop()
      await rm(folder, { recursive: true })
    }
  })

  return {
    get internet() {
      return current().internet
    },
    get client() {
      return current().client
    },
  }
}
