// oxlint-disable-next-line no-restricted-imports -- icons and .env.example are files beside the definitions
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AuthMethod, Placement } from './auth.ts'
import type { Category, Integration } from './define.ts'
import { integrations } from './index.ts'
import { fakeContext } from './testing/fake-context.ts'
import { requiredArguments } from './testing/sample-arguments.ts'
import { atSampleSite } from './testing/sample-site.ts'
import { toolTokens } from './tool-tokens.ts'
import { makesNew, DESTRUCTIVE_VERBS, READ_VERBS, verbOf, WRITE_VERBS } from './verbs.ts'

const CATEGORIES: readonly Category[] = [
  'ai-ml',
  'communication',
  'crm-marketing-social',
  'developer-tools',
  'finance-ecommerce',
  'productivity',
]
const TOKENS_MEDIAN = 85
const TOKENS_MOST = 200

/** Argument names that say what they take; every other one needs a description, unless an enum lists its values. */
const PLAIN_NAMES = new Set(
  'cursor limit offset limit_chars max_chars query name title body text subject owner repo labels'.split(' '),
)
const PLAIN_ENDINGS = /_(?:id|ids|number)$/

const tools = integrations.flatMap((integration) => integration.tools.map((tool) => ({ integration, tool })))
const propertySchemas = z.record(z.string(), z.record(z.string(), z.unknown()))
const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true })

function fileText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** What `.env.example` says about one integration by its id. */
function environmentExample(id: string): string {
  const lines = fileText('../.env.example').split('\n')
  return lines.filter((line) => line.split(' ').includes(id)).join('\n')
}

/** Where the way in itself goes: these are known before anybody knows the account. */
function signInAddresses(method: AuthMethod): readonly string[] {
  const found =
    method.type === 'oauth2'
      ? [method.authorizeUrl, method.tokenUrl, method.deviceUrl, method.registration?.url]
      : [method.exchange?.url]
  return found.filter((url) => url !== undefined)
}

function pagesOf(method: AuthMethod): readonly string[] {
  const pages = method.type === 'oauth2' ? [method.revoke?.url, method.consoleUrl] : [method.helpUrl]
  return pages.filter((url) => url !== undefined)
}

/** Every address of every way in, at a made-up place. */
function addresses(integration: Integration): readonly string[] {
  const written = integration.auth.flatMap((method) => {
    const apis = [method.apiBase ?? integration.apiBase, integration.graphqlUrl]
    return [...apis, ...signInAddresses(method), ...pagesOf(method)]
  })
  return written
    .filter((url) => url !== undefined)
    .map((url) => url.replaceAll(/\{(?!client_id\})\w+\}/g, 'place'))
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

function templatesOf(send: Placement): readonly string[] {
  return send.in === 'basic' ? [send.user, send.password] : [send.value]
}

/** Values of the site that the form itself gives. */
function askedFor({ fields }: AuthMethod): readonly string[] {
  return fields.flatMap(({ name, kind, pattern }) => [
    ...(kind === 'host' || kind === 'subdomain' ? [name] : []),
    ...[...(pattern?.source ?? '').matchAll(/\(\?<(\w+)>/g)].map(([, group = '']) => group),
  ])
}

function environmentNames({ auth }: Integration): readonly string[] {
  const methods = auth.filter((method) => method.type === 'oauth2')
  return methods.flatMap(({ clientIdEnv, clientSecretEnv }) => [clientIdEnv, clientSecretEnv ?? clientIdEnv])
}

function duplicates(names: readonly string[]): readonly string[] {
  const lower = names.map((name) => name.toLowerCase())
  return lower.filter((name, index) => lower.indexOf(name) !== index)
}

describe('the catalog', () => {
  it('has ids once, in category order: the window and the documentation list them as they come', () => {
    expect(duplicates(integrations.map(({ id }) => id))).toEqual([])
    const order = integrations.map(({ category }) => CATEGORIES.indexOf(category))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('shows the curated ones first, each in a place of its own', () => {
    const places = integrations.flatMap(({ curated }) => curated ?? []).toSorted((a, b) => a - b)
    expect(places).toEqual(places.map((_, index) => index + 1))
  })

  it('has every tool name and alias once, whatever the case: look-up ignores it', () => {
    expect(duplicates(tools.flatMap(({ tool }) => [tool.name, ...tool.aliases]))).toEqual([])
  })

  it('keeps the median tool within its token budget', () => {
    const tokens = tools.map(({ tool }) => toolTokens(tool)).toSorted((a, b) => a - b)
    expect(tokens[Math.floor(tokens.length / 2)]).toBeLessThanOrEqual(TOKENS_MEDIAN)
  })
})

describe.each(integrations.map((integration) => [integration.id, integration] as const))(
  '%s',
  (id, integration) => {
    it('has a kebab-case id and at least five tools', () => {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(integration.tools.length).toBeGreaterThanOrEqual(5)
    })

    it('offers defaults that a read can list and a tool can use', () => {
      const defaults = integration.defaults ?? []
      for (const { argument, listedBy, listedWith = {}, parts, unless = [] } of defaults) {
        const lister = integration.tools.find(({ name }) => name === listedBy)
        expect(lister?.effect).toBe('read')
        const known = [...Object.keys(listedWith), ...defaults.map((other) => other.argument)]
        expect(known).toEqual(expect.arrayContaining([...(lister?.inputSchema.required ?? [])]))
        const given = { ...requiredArguments(lister?.inputSchema ?? { type: 'object' }), ...listedWith }
        expect(lister?.parameters.safeParse(given)).toMatchObject({ success: true })
        const users = integration.tools.filter(({ name, effect, inputSchema }) =>
          (parts?.arguments ?? [argument]).every((filled) =>
            makesNew(id, name)
              ? filled in (inputSchema.properties ?? {})
              : effect === 'read' && inputSchema.required?.includes(filled) === true,
          ),
        )
        expect(users.length, argument).toBeGreaterThan(0)
        const properties = users.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}))
        expect(properties).toEqual(expect.arrayContaining([...unless]))
      }
    })

    it('describes itself in one short sentence', () => {
      expect(integration.description).toMatch(/^[A-Z].{10,78}\.$/)
    })

    it('has nothing left to fill in', () => {
      const places = [`${integration.category}/${id}.ts`, `${integration.category}/${id}.test.ts`]
      const texts = [...places, `../docs/user-guide/${id}.md`].map(fileText)
      const asked = [...texts, environmentExample(id)].flatMap((text) => text.match(/Fill in: .*/g) ?? [])
      expect(asked).toEqual([])
    })

    it('speaks https to whole addresses only, and to none that stands for another', () => {
      for (const address of addresses(integration)) {
        expect(new URL(address).protocol).toBe('https:')
        expect(new URL(address).host).not.toMatch(/(?:^|\.)example\.(?:com|net|org)$/)
      }
      expect(integration.apiBase ?? '').not.toMatch(/\/$/)
    })

    it('may send its credential to its own API, and to plain host names only', () => {
      for (const method of integration.auth) {
        const { hosts, apiBase, graphqlUrl } = atSampleSite({ ...integration, auth: [method] }).integration
        for (const host of hosts) expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)
        const called = [apiBase, graphqlUrl].filter((url) => url !== undefined)
        expect(hosts).toEqual(expect.arrayContaining(called.map((url) => new URL(url).host)))
      }
    })

    it('has each way in once: a stored account says only which kind it was', () => {
      expect(duplicates(integration.auth.map(({ type }) => type))).toEqual([])
    })

    it('fills every place of an address from what is asked before it is needed', () => {
      for (const method of integration.auth) {
        const asked = askedFor(method)
        for (const url of signInAddresses(method))
          expect(asked).toEqual(expect.arrayContaining([...placesIn(url)]))
        if (method.type === 'oauth2') continue
        const called = [
          ...(method.hosts ?? integration.hosts),
          method.apiBase ?? integration.apiBase ?? '',
          integration.graphqlUrl ?? '',
        ]
        for (const url of called) expect(asked).toEqual(expect.arrayContaining([...placesIn(url)]))
      }
    })

    it('sends only what was entered, and all secrets of it', () => {
      for (const { fields, send, ...method } of integration.auth) {
        const exchange = method.type === 'oauth2' ? undefined : method.exchange
        const isExchanged = method.type === 'oauth2' || exchange !== undefined
        const sent = templatesOf(send).flatMap(placesIn)
        const exchanged = exchange
          ? [
              ...Object.values(exchange.parameters),
              exchange.basic?.user ?? '',
              exchange.basic?.password ?? '',
            ]
          : []
        const used = [...sent, ...exchanged.flatMap(placesIn)]
        const known = [...fields.map(({ name }) => name), ...(isExchanged ? ['access_token'] : [])]
        expect(known).toEqual(expect.arrayContaining(used))
        const secrets = fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name)
        expect(used).toEqual(expect.arrayContaining(secrets))
      }
    })

    it('names environment variables that .env.example explains', () => {
      const example = fileText('../.env.example')
      for (const name of environmentNames(integration)) {
        expect(name).toMatch(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/)
        expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'))
      }
    })

    it('has a small icon of one colour that can neither run nor load anything', () => {
      const svg = fileText(`icons/${integration.icon}`)
      expect(svg.length).toBeLessThan(8192)
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 24 24">/)
      expect(svg).not.toMatch(
        /<(?:script|style|image|use|a|foreignObject|animate)\b|href|url\(|\son\w+=|<!|fill=/i,
      )
    })

    it('asks the provider whose account it is', async () => {
      const { context } = fakeContext(integration, [])
      await expect(integration.account.identify(context)).rejects.toThrow('Unexpected request')
    })

    it('lists what reads before what writes', () => {
      const effects = integration.tools.map(({ effect }) => effect)
      expect(effects.lastIndexOf('read')).toBeLessThan(effects.findIndex((effect) => effect !== 'read'))
    })
  },
)

describe.each(tools.map(({ integration, tool }) => [tool.name, tool, integration] as const))(
  '%s',
  (name, tool, { id }) => {
    const schemas = propertySchemas.parse(tool.inputSchema.properties ?? {})

    it('is named after its integration and a known verb', () => {
      expect(name).toMatch(new RegExp(`^${id.replaceAll('-', '_')}_[a-z]+(?:_[a-z0-9]+)+$`))
      const verb = verbOf(id, name)
      expect([READ_VERBS, WRITE_VERBS, DESTRUCTIVE_VERBS].some((verbs) => verbs.has(verb))).toBe(true)
    })

    it('is described tersely, within its token budget', () => {
      expect(tool.description).toMatch(/^[A-Z].{10,160}\.$/)
      expect(toolTokens(tool)).toBeLessThanOrEqual(TOKENS_MOST)
    })

    it('has a valid JSON Schema 2020-12 that takes what the parser takes', () => {
      const validate = ajv.compile(tool.inputSchema)
      const args = requiredArguments(tool.inputSchema)
      expect(validate(args), JSON.stringify(validate.errors)).toBe(true)
      expect(tool.parameters.safeParse(args)).toMatchObject({ success: true })
      expect(tool.parameters.safeParse({ ...args, nobody_declared_this: 1 }).success).toBe(false)
    })

    it('explains every argument whose name does not', () => {
      const unexplained = Object.entries(schemas).filter(
        ([property, schema]) =>
          !schema['description'] &&
          !schema['enum'] &&
          !PLAIN_NAMES.has(property) &&
          !PLAIN_ENDINGS.test(property),
      )
      expect(unexplained.map(([property]) => property)).toEqual([])
    })

    it('pages alike when it lists', () => {
      const lists = /^(?:list|search)$/.test(verbOf(id, name))
      expect([lists, 'limit' in schemas]).toEqual([lists, 'cursor' in schemas])
      if (!lists) return
      const first = Number(schemas['limit']?.['default'])
      expect(schemas).toMatchObject({ cursor: { type: 'string' }, limit: { type: 'integer', maximum: 50 } })
      expect(first >= 10 && first <= 25).toBe(true)
    })

    it.runIf(tool.effect !== 'read')(
      'is announced with its arguments in typographic quotes, and never runs unasked',
      () => {
        const args = tool.parameters.parse(requiredArguments(tool.inputSchema))
        const sentence = tool.summarize(args)
        expect(sentence).toMatch(/^[A-Z].*“.+”/)
        expect(sentence).not.toMatch(/undefined|null|\[object|\n/)
        expect(tool.defaultPolicy).not.toBe('auto')
      },
    )
  },
)
