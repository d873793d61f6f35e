import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineIntegration } from './define.ts'
import { integrations } from './index.ts'
import { checkHostileArguments } from './testing/hostile-property.ts'
import type { GraphqlDocument, ToolContext } from './tool-context.ts'

const tools = integrations.flatMap((integration) => integration.tools.map((tool) => ({ integration, tool })))

describe('whatever text an argument or an answer holds, no request of a tool changes its shape', () => {
  it.each(tools.map(({ integration, tool }) => [tool.name, integration, tool] as const))(
    '%s',
    async (_name, integration, tool) => {
      expect(await checkHostileArguments(integration, tool)).toBeGreaterThan(0)
    },
  )
})

const API = 'https://api.example.com'

/** An integration with one tool, which takes any text. */
function careless(handler: (args: { readonly text: string }, ctx: ToolContext) => Promise<unknown>) {
  const integration = defineIntegration({
    id: 'example',
    name: 'Example',
    category: 'productivity',
    description: 'An example.',
    icon: 'example.svg',
    auth: { type: 'api_key', label: 'Key', helpUrl: API },
    hosts: ['api.example.com'],
    apiBase: API,
    graphqlUrl: `${API}/graphql`,
    tools: [
      {
        name: 'example_get_item',
        description: 'An item.',
        parameters: z.object({ text: z.string() }),
        handler,
      },
    ],
  })
  return checkHostileArguments(integration, integration.tools[0]!)
}

describe('a careless definition is caught when it', () => {
  it('puts a text into a route', async () => {
    const found = careless(({ text }, { request }) => request(`GET /items/${text}`, { schema: z.unknown() }))
    await expect(found).rejects.toThrow()
  })

  it('puts a text into an address', async () => {
    const found = careless(({ text }, { fetchOAuth }) => fetchOAuth('example', `${API}/items?name=${text}`))
    await expect(found).rejects.toThrow()
  })

  it('encodes a text as an address, not as a segment', async () => {
    const found = careless(({ text }, { fetchOAuth }) => fetchOAuth('example', encodeURI(`${API}/${text}`)))
    await expect(found).rejects.toThrow()
  })

  it('lets a text choose the host', async () => {
    const found = careless(({ text }, { request }) =>
      request('GET /items', { base: `https://${encodeURIComponent(text)}.example.com`, schema: z.unknown() }),
    )
    await expect(found).rejects.toThrow()
  })

  it('writes a text into a GraphQL document', async () => {
    const found = careless(({ text }, { graphql }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very carelessness that is tested
      const document = `{ item(id: ${JSON.stringify(text)}) { name } }` as GraphqlDocument
      return graphql(document, {}, z.unknown())
    })
    await expect(found).rejects.toThrow()
  })

  it('sends a text as a header', async () => {
    const found = careless(({ text }, { request }) =>
      request('GET /items', { headers: { 'x-text': text }, schema: z.unknown() }),
    )
    await expect(found).rejects.toThrow()
  })

  it('writes a text into the head of a mail', async () => {
    const found = careless(({ text }, { request }) => {
      const raw = btoa(encodeURI(`Subject: x`) + `\r\nTo: ${text.replaceAll(/[^ -~\r\n]/g, '')}\r\n\r\nhi`)
      return request('POST /mails', { json: { raw }, schema: z.unknown() })
    })
    await expect(found).rejects.toThrow()
  })
})
