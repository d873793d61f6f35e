import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type ClientRoute = Extract<keyof Handlers, `clients.${string}`>

export function clientHandlers({ clients, changed }: HubParts): Pick<Handlers, ClientRoute> {
  return {
    'clients.list': () => clients.list(),
    'clients.plan': ({ clientId }) => clients.plan(clientId),
    async 'clients.add'({ clientId, planHash }) {
      try {
        return await clients.add(clientId, planHash)
      } finally {
        changed('apps.changed')
      }
    },
    'clients.remove'({ clientId }) {
      const client = clients.remove(clientId)
      changed('apps.changed')
      return client
    },
  }
}
