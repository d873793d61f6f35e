import { z } from 'zod'
import { defineIntegration, type Integration } from '../../../registry/define.ts'
import type { Policy } from '../../../preload/contract/shapes.ts'
import type { SentRequest } from '../fake-platform.ts'
import { json } from '../notes-service.ts'

/** What the definition says of each tool, by the end of its name. */
export const DEFINED: Readonly<Record<string, Policy>> = {
  get_thing: 'auto',
  list_places: 'auto',
  send_thing: 'ask',
  delete_thing: 'ask',
  send_quietly: 'auto',
  get_never: 'block',
}

/** Sees every handler begin. */
export interface Witness {
  readonly begun: string[]
  /** Requests that reached the provider. */
  readonly reached: string[]
}

const parameters = z.object({ value: z.string().optional() })
const SPECIAL: Readonly<Record<string, { readonly defaultPolicy: Policy }>> = {
  send_quietly: { defaultPolicy: 'auto' },
  get_never: { defaultPolicy: 'block' },
}

/** An integration whose handlers do nothing but tell that they ran. */
export function gated(id: string, witness: Witness): Integration {
  const host = `api.${id}.example`
  const thing = (verb: string) => ({
    name: `${id}_${verb}`,
    aliases: [`${id}_${verb}_old`.toUpperCase()],
    description: 'Tells that it ran.',
    parameters,
    ...SPECIAL[verb],
    async handler({ value }: z.output<typeof parameters>, { request }: Context) {
      witness.begun.push(`${id}_${verb}`)
      await request('POST /things', { json: { value }, schema: z.unknown() })
      return { places: [{ id: 'p', title: 'P' }] }
    },
  })
  return defineIntegration({
    id,
    name: `Gated ${id}`,
    category: 'productivity',
    description: 'For tests.',
    icon: 'notes.svg',
    hosts: [host],
    apiBase: `https://${host}`,
    auth: { type: 'api_key', label: 'Key', header: 'x-key', helpUrl: `https://${host}/keys` },
    account: {
      async identify({ request }) {
        const { data } = await request('GET /me', { schema: z.object({ id: z.string() }) })
        return { id: data.id, name: data.id }
      },
    },
    defaults: [
      {
        argument: 'place',
        label: 'Place',
        listedBy: `${id}_list_places`,
        list: 'places',
        value: 'id',
        name: 'title',
      },
    ],
    tools: Object.keys(DEFINED).map(thing),
  })
}

type Context = Parameters<Integration['tools'][number]['handler']>[1]

/** The provider of all gated integrations: whoever has a key is named by it. */
export function gatedProvider(
  witness: Witness,
  others: (request: SentRequest) => Response | Promise<Response>,
) {
  return (request: SentRequest): Response | Promise<Response> => {
    if (!request.url.host.startsWith('api.gated')) return others(request)
    if (request.url.pathname === '/me') return json({ id: request.headers.get('x-key') })
    witness.reached.push(request.url.host)
    return json({})
  }
}
