import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { z } from 'zod'
import { defineIntegration } from './define.ts'
import { callTool, fakeContext, jsonResponse } from './testing/fake-context.ts'
import { gql, type GraphqlDocument } from './tool-context.ts'

const auth = {
  type: 'oauth2',
  authorizeUrl: 'https://linear.app/oauth/authorize',
  tokenUrl: 'https://api.linear.app/oauth/token',
  scopes: ['read', 'write'],
  clientIdEnv: 'LINEAR_CLIENT_ID',
  clientSecretEnv: 'LINEAR_CLIENT_SECRET',
} as const

const facts = {
  name: 'Example',
  category: 'productivity',
  description: '…',
  icon: 'example.svg',
  auth,
} as const

describe('the plain style', () => {
  const linear = defineIntegration({
    id: 'linear',
    name: 'Linear',
    category: 'productivity',
    description: '…',
    icon: 'linear.svg',
    auth: {
      type: 'oauth2',
      authorizeUrl: 'https://linear.app/oauth/authorize',
      tokenUrl: 'https://api.linear.app/oauth/token',
      scopes: ['read', 'write'],
      clientIdEnv: 'LINEAR_CLIENT_ID',
      clientSecretEnv: 'LINEAR_CLIENT_SECRET',
    },
    tools: [
      {
        name: 'linear_create_issue',
        description: '…',
        parameters: {
          type: 'object',
          properties: { team_id: { type: 'string' }, title: { type: 'string' }, body: { type: 'string' } },
          required: ['team_id', 'title'],
        },
        handler: async ({ team_id, title, body }, ctx) => {
          const res = await ctx.fetchOAuth('linear', 'https://api.linear.app/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '…', variables: { team_id, title, body } }),
          })
          return await res.json()
        },
      },
    ],
  })
  const [tool] = linear.tools

  it('runs as written', async () => {
    const answer = jsonResponse({ data: { ok: true } })
    const { result, requests } = await callTool(
      linear,
      'linear_create_issue',
      { team_id: 't', title: 'T' },
      answer,
    )
    expect(result).toEqual({ data: { ok: true } })
    expect(requests[0]).toMatchObject({
      integrationId: 'linear',
      method: 'POST',
      body: { query: '…', variables: { team_id: 't', title: 'T' } },
    })
  })

  it('gets a list of auth methods and its hosts from the OAuth endpoints', () => {
    expect(linear.auth).toMatchObject([auth])
    expect(linear.hosts).toEqual(['api.linear.app'])
  })

  it('asks before it writes, in a sentence made of its name', () => {
    expect(tool).toMatchObject({ effect: 'write', defaultPolicy: 'ask', aliases: [], timeoutMs: 30_000 })
    expect(tool?.summarize({})).toBe('Create issue')
  })

  it.each([
    ['a missing argument', { team_id: 't' }],
    ['an argument of another type', { team_id: 't', title: 1 }],
    ['an argument nobody declared', { team_id: 't', title: 'T', titel: 'x' }],
  ])('refuses %s at run time', (_fault, args) => {
    expect(tool?.parameters.safeParse(args).success).toBe(false)
  })

  it('lists the schema to a model as it was written', () => {
    expect(tool?.inputSchema).toMatchObject({ type: 'object', required: ['team_id', 'title'] })
  })

  it('identifies an account without asking the provider', async () => {
    const { context } = fakeContext(linear, [])
    expect(await linear.account.identify(context)).toEqual({ id: 'linear', name: 'Linear' })
  })
})

describe('both styles in one list', () => {
  const handler = vi.fn<() => Promise<unknown>>()
  const mixed = defineIntegration({
    ...facts,
    id: 'mixed-case',
    tools: [
      {
        name: 'mixed_case_get_thing',
        description: 'One thing.',
        parameters: z.object({ id: z.string(), limit: z.int().default(3) }),
        async handler({ id, limit, ...rest }) {
          expectTypeOf(id).toEqualTypeOf<string>()
          expectTypeOf(limit).toEqualTypeOf<number>()
          // @ts-expect-error a field the parameters do not have
          void rest.titel
          return Promise.resolve({ id, limit })
        },
      },
      {
        name: 'mixed_case_delete_thing',
        description: 'Delete a thing.',
        parameters: { type: 'object', properties: { id: { type: 'string' } } },
        async handler({ id }) {
          return Promise.resolve({ id: String(id) })
        },
      },
      { name: 'mixed_case_frobnicate', description: '…', parameters: z.object({}), handler },
      {
        name: 'mixed_case_get_all',
        description: '…',
        parameters: z.object({}),
        handler,
        defaultPolicy: 'block',
      },
    ],
  })
  const [read, remove, unknown, blocked] = mixed.tools

  it('defaults effect and policy by the verb behind the id', () => {
    expect(read).toMatchObject({ effect: 'read', defaultPolicy: 'auto' })
    expect(remove).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
    expect(unknown).toMatchObject({ effect: 'write', defaultPolicy: 'ask' })
    expect(blocked).toMatchObject({ effect: 'read', defaultPolicy: 'block' })
  })

  it('fills in defaults and refuses unknown arguments in the zod style', () => {
    expect(read?.parameters.parse({ id: 'a' })).toEqual({ id: 'a', limit: 3 })
    expect(read?.parameters.safeParse({ id: 'a', extra: 1 }).success).toBe(false)
  })

  it('refuses unknown arguments in the plain style unless its schema allows them', () => {
    expect(remove?.parameters.safeParse({ id: 'a', extra: 1 }).success).toBe(false)
    const [open] = defineIntegration({
      ...facts,
      id: 'open',
      tools: [
        {
          name: 'open_get_thing',
          description: '…',
          parameters: { type: 'object', properties: {}, additionalProperties: true },
          handler,
        },
      ],
    }).tools
    expect(open?.parameters.safeParse({ extra: 1 }).success).toBe(true)
  })

  it('does not ask a model for arguments that have a default, nor state the range of a double', () => {
    expect(read?.inputSchema).toEqual({
      type: 'object',
      properties: { id: { type: 'string' }, limit: { type: 'integer', default: 3 } },
      required: ['id'],
      additionalProperties: false,
    })
  })
})

describe('gql', () => {
  it('takes no value, so that none can be interpolated into a document', () => {
    const id = 'x'
    // @ts-expect-error a substitution in a document
    void gql`query { issue(id: ${id}) { title } }`
    expectTypeOf(gql`
      query {
        viewer {
          id
        }
      }
    `).toEqualTypeOf<GraphqlDocument>()
    expectTypeOf<string>().not.toExtend<GraphqlDocument>()
  })
})
