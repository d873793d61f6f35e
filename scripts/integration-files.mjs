/**
 * @typedef {object} Names the ways an integration is called
 * @property {string} id `acme-notes`
 * @property {string} category
 * @property {string} variable `acmeNotes`
 * @property {string} prefix `acme_notes`, of its tools
 * @property {string} title `Acme Notes`
 * @property {string} environment `ACME_NOTES`
 * @property {boolean} oauth whether people sign in with their browser
 */

/**
 * @param {string} id kebab-case
 * @param {string} category
 * @param {boolean} oauth
 * @returns {Names}
 */
export function namesOf(id, category, oauth) {
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const joined = words.join('')
  const prefix = id.replaceAll('-', '_')
  const variable = joined.charAt(0).toLowerCase() + joined.slice(1)
  return { id, category, oauth, variable, prefix, title: words.join(' '), environment: prefix.toUpperCase() }
}

/** @param {Names} names */
const oauthMethod = ({ environment }) => `{
      // Fill in: addresses, scopes and the page where an OAuth app is registered, from the vendor's reference.
      type: 'oauth2',
      authorizeUrl: 'https://example.com/oauth/authorize',
      tokenUrl: 'https://example.com/oauth/token',
      scopes: { read: 'Read items', write: 'Create items' },
      clientIdEnv: '${environment}_CLIENT_ID',
      clientSecretEnv: '${environment}_CLIENT_SECRET',
      consoleUrl: 'https://example.com/apps',
    },`

/** @param {Names} names */
export const definitionFile = (names) => `import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { quote } from '../sentences.ts'

// Fill in: the fields that are used, as the vendor names them; what may be missing is nullish.
const itemAnswer = z.object({ id: z.string(), title: z.string().nullish(), html_url: z.string().nullish() })

function itemRow({ id, title, html_url: url }: z.output<typeof itemAnswer>) {
  return compact({ id, title, url })
}

// Fill in: the address of the vendor's API reference, as a doc comment with @see.
export const ${names.variable} = defineIntegration({
  id: '${names.id}',
  // Fill in: the name as the vendor writes it.
  name: '${names.title}',
  category: '${names.category}',
  // Fill in: what it is, in one short sentence.
  description: '',
  icon: '${names.id}.svg',
  auth: [
    ${names.oauth ? oauthMethod(names) : ''}
    {
      // Fill in: what the vendor calls the key, what stands before it in its header, where it is made.
      type: 'api_key',
      label: 'API key',
      prefix: 'Bearer ',
      helpUrl: 'https://example.com/settings/keys',
    },
  ],
  // Fill in: the API's host, which alone gets the credential, and its address without a slash at the end.
  hosts: ['api.example.com'],
  apiBase: 'https://api.example.com',
  account: {
    // Fill in: the call that says whose key it is, a stable id, and a name the person recognises.
    async identify({ request }) {
      const { data } = await request('GET /me', { schema: z.object({ id: z.string(), email: z.string() }) })
      return { id: data.id, name: data.email }
    },
  },
  tools: [
    // Fill in: the tools that read, named by verb and object; path and arguments from the vendor's reference.
    {
      name: '${names.prefix}_get_item',
      // Fill in: for a model, when to use it.
      description: '',
      parameters: z.object({ item_id: z.string() }),
      async handler({ item_id }, { request }) {
        const { data } = await request('GET /items/{item_id}', { path: { item_id }, schema: itemAnswer })
        return itemRow(data)
      },
    },
    // Fill in: the tools that write, after all that read; each with the sentence that asks the person.
    {
      name: '${names.prefix}_create_item',
      // Fill in: for a model, what it does and what a repeat does.
      description: '',
      parameters: z.object({ title: z.string().min(1) }),
      summary: ({ title }) => \`Create the item \${quote(title)}\`,
      async handler({ title }, { request }) {
        const { data } = await request('POST /items', { json: { title }, schema: itemAnswer })
        return itemRow(data)
      },
    },
  ],
})
`

/** @param {Names} names */
export const testFile = ({ id, variable, prefix, title }) => `import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { ${variable} } from './${id}.ts'

// Fill in: an answer from the vendor's reference, word for word.
const item = { id: 'itm/1', title: 'Plan', html_url: 'https://example.com/itm1' }

// Fill in: a test of every tool: the request it sends, and what it makes of the answer.
describe('${title}', () => {
  it('asks for one item by its id, which is one segment', async () => {
    const args = { item_id: item.id }
    const { result, requests } = await callTool(${variable}, '${prefix}_get_item', args, jsonResponse(item))
    expect(requests).toMatchObject([{ method: 'GET' }])
    expect(requests[0]?.url.pathname).toMatch(/\\/items\\/itm%2F1$/)
    expect(result).toEqual({ id: item.id, title: item.title, url: item.html_url })
  })

  it('sends the title of a new item', async () => {
    const args = { title: 'Plan' }
    const { requests, summary } = await callTool(
      ${variable},
      '${prefix}_create_item',
      args,
      jsonResponse(item),
    )
    expect(requests).toMatchObject([{ method: 'POST', body: { title: 'Plan' } }])
    expect(summary).toBe('Create the item “Plan”')
  })
})
`

/** @param {Names} names */
export const translationFile = ({
  variable,
  prefix,
  oauth,
}) => `import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

// Fill in: German for whatever a person reads of it.
export const ${variable}: Translation = {
  description: '',
  words: {
    ${oauth ? `'Read items': 'Einträge lesen', 'Create items': 'Einträge anlegen',` : ''}
    'API key': 'API-Schlüssel',
  },
  tools: {
    ${prefix}_get_item: { description: '', summary: 'Einen Eintrag lesen' },
    ${prefix}_create_item: {
      description: '',
      summary: ({ title }) => \`Den Eintrag \${quote(title)} anlegen\`,
    },
  },
}
`

/** @param {Names} names */
const browserChapter = ({ environment }) => `
## With your browser

<!-- Fill in: where an OAuth app is registered, with which redirect address, and what its scopes are for. -->

1. [Register an app](https://example.com/apps), with the redirect address \`app.gatehouse.desktop:/oauth/callback\`.
2. Enter client id and secret in Gatehouse, or set \`${environment}_CLIENT_ID\` and \`${environment}_CLIENT_SECRET\`.

| scope   | why          |
| ------- | ------------ |
| \`read\`  | read items   |
| \`write\` | create items |
`

/** @param {Names} names */
export const guidePage = (names) => `# ${names.title}

<!-- Fill in: what an app can do with it, in one sentence. -->

## With a key

<!-- Fill in: the way through the vendor's menus to the key, which rights to tick, and how a key begins. -->

[Make a key](https://example.com/settings/keys) and paste it.
${names.oauth ? browserChapter(names) : ''}`

/** @param {Names} names */
export const environmentLines = ({ id, title, environment }) => `
# ${title} OAuth app. An API key needs neither.
# Fill in: where the app of ${id} is registered, with which redirect address, and whether the secret is needed.
${environment}_CLIENT_ID=
${environment}_CLIENT_SECRET=
`
