import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type ClientRoute = Extract<keyof Handlers, `clients.${string}`>

export function clientHandlers({ clients, changed }: HubParts): Pick<Handlers, ClientRoute> {
  return {
    'clients.list': async () => (await clients()).list(),
    'clients.plan': async ({ clientId }) => await (await clients()).plan(clientId),
    async 'clients.add'({ clientId, planHash }) {
      try {
        return await (await clients()).add(clientId, planHash)
      } finally {
        changed('apps.changed')
      }
    },
    async 'clients.remove'({ clientId }) {
      const client = (await clients()).remove(clientId)
      changed('apps.changed')
      return client
    },
  }
}
