import type { SentRequest } from '../fake-platform.ts'
import { credentialOf, json, type NotesService } from '../notes-service.ts'

/** How a provider ends a request that it has taken in: the last one says that the sign-in is void. */
export type Ending = 'done' | 'broken' | 'cut' | 'refused'

/** A request that has reached the provider and has no answer yet. */
export interface HeldRequest {
  readonly title: string
  end(ending: Ending): void
}

/** The provider behind the test integration, which counts what it was made to do. */
export interface CountingProvider {
  /** How often each title was made. */
  readonly runs: ReadonlyMap<string, number>
  readonly held: readonly HeldRequest[]
  /** Whether it keeps requests until the test ends them. */
  isHolding: boolean
  /** Hears of every run as it begins. */
  onRun: (title: string) => void
  /** Forgets whoever waits: the process that asked is gone. */
  dropHeld(): void
}

export const KEY = 'key-of-ada'

export function countRuns(service: NotesService): CountingProvider {
  const runs = new Map<string, number>()
  let held: HeldRequest[] = []
  const count = (title: string, change: number): void => void runs.set(title, (runs.get(title) ?? 0) + change)
  const hold = (title: string): Promise<Response> =>
    new Promise((resolve, reject) => {
      const request: HeldRequest = {
        title,
        end(ending) {
          held = held.filter((other) => other !== request)
          if (ending === 'refused') {
            // What was refused was not done.
            count(title, -1)
            service.accounts.delete(KEY)
          }
          if (ending === 'cut') reject(cutOff())
          else resolve(answer(ending))
        },
      }
      held.push(request)
    })
  const provider: CountingProvider = {
    runs,
    get held() {
      return held
    },
    isHolding: false,
    onRun: () => undefined,
    dropHeld: () => void (held = []),
  }
  service.api = (request) => {
    if (!isMade(request) || !service.accounts.has(credentialOf(request))) return undefined
    const { title } = JSON.parse(request.body ?? '') as { readonly title: string }
    count(title, 1)
    provider.onRun(title)
    return provider.isHolding ? hold(title) : answer('done')
  }
  return provider
}

const isMade = ({ method, url }: SentRequest): boolean => method === 'POST' && url.pathname === '/notes'

function answer(ending: Exclude<Ending, 'cut'>): Response {
  if (ending === 'done') return json({ id: 'note-1', title: 'made' }, { status: 201 })
  return json({ message: ending }, { status: ending === 'refused' ? 401 : 500 })
}

/** As undici says that a connection broke after the request had gone out. */
function cutOff(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })
}
