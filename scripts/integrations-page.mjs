import { registeredRedirectUri } from '../main/connections/redirect-uri.ts'

/** @import { AuthMethod, Field, FormMethod, OAuth2Method } from '../registry/auth.ts' */
/** @import { Integration } from '../registry/define.ts' */

/** @type {Readonly<Record<string, string>>} */
const categoryTitles = {
  'ai-ml': 'AI',
  communication: 'Communication',
  'crm-marketing-social': 'CRM, marketing and social',
  'developer-tools': 'Developer tools',
  'finance-ecommerce': 'Finance and e-commerce',
  productivity: 'Productivity',
}

/** @type {Readonly<Record<string, string>>} */
const effectWords = { read: 'reads', write: 'writes', destructive: 'destructive' }

/**
 * The page that lists every integration, in Markdown.
 * @param {readonly Integration[]} integrations
 */
export function integrationsPage(integrations) {
  const categories = [...new Set(integrations.map(({ category }) => category))]
  const sections = categories.map((category) => {
    const members = integrations.filter((integration) => integration.category === category)
    return [`## ${categoryTitles[category] ?? category}`, ...members.map(section)].join('\n\n')
  })
  return [introduction(integrations), ...sections].join('\n\n')
}

/** @param {readonly Integration[]} integrations */
const introduction = (integrations) => `# Integrations

<!-- Written by \`npm run docs\` from the definitions in registry/. Change those, not this page. -->

${integrations.length} integrations with ${integrations.flatMap(({ tools }) => tools).length} tools. A tool that _reads_ runs at once. One that _writes_ asks you first, and so does a _destructive_ one: what that does cannot be undone with the same tools. [What an app may do](README.md#what-an-app-may-do) tells how to change it.

A credential is sent to the hosts named here, and to no others.`

/** @param {Integration} integration */
function section({ id, name, description, auth, hosts, tools }) {
  const ways = auth.map((method) => `- ${wayIn(method)}`)
  const rows = tools.map(
    (tool) => `| \`${tool.name}\` | ${effectWords[tool.effect]} | ${plain(tool.description)} |`,
  )
  return `### ${plain(name)}

${plain(description)} Set-up, step by step: [${plain(name)}](${id}.md).

${ways.join('\n')}
- Hosts: ${codes(hosts)}

| tool | effect | what it does |
| --- | --- | --- |
${rows.join('\n')}`
}

/** @param {AuthMethod} method */
const wayIn = (method) => (method.type === 'oauth2' ? browserWay(method) : formWay(method))

/** @param {FormMethod} method */
function formWay({ type, label, helpUrl, fields }) {
  const [only] = fields
  const isOneKey = fields.length === 1 && only?.kind === 'secret'
  if (isOneKey && only.label === label) return `With a key: [${plain(label)}](${helpUrl})${example(only)}`
  const kind = type === 'client_credentials' ? 'exchanged for short-lived tokens' : 'sent as they are'
  const list = fields.map((field) => `  - ${plain(field.label)}${example(field)}`)
  return [`With values, ${kind}: [${plain(label)}](${helpUrl})`, ...list].join('\n')
}

/** @param {Field} field */
const example = ({ placeholder, suffix = '' }) =>
  placeholder === undefined ? '' : `, \`${placeholder}${suffix}\``

/** @param {OAuth2Method} method */
function browserWay(method) {
  const { consoleUrl, scopes, scopeNames, clientIdEnv, clientSecretEnv, clientSecret, fields } = method
  const redirect = `  - redirect address: \`${registeredRedirectUri(method)}\``
  const where = fields.map((field) => `  - asks for: ${plain(field.label)}${example(field)}`)
  const scopeLines = scopes.map(
    (scope) => `    - \`${scope}\`${scopeNames.has(scope) ? `: ${plain(scopeNames.get(scope) ?? '')}` : ''}`,
  )
  const asked = scopes.length === 0 ? ['  - scopes: none'] : ['  - scopes:', ...scopeLines]
  const device = method.deviceUrl === undefined ? [] : ['  - also with a code, on any device']
  if (method.registration !== undefined) {
    return ['With your browser: nothing to register', ...where, ...asked, ...device].join('\n')
  }
  const app = consoleUrl === undefined ? 'an OAuth app' : `an [OAuth app](${consoleUrl})`
  const secretNote = clientSecret === 'required' ? '' : ' (optional)'
  const secret = clientSecretEnv === undefined ? '' : ` and \`${clientSecretEnv}\`${secretNote}`
  const environment = `  - environment: \`${clientIdEnv}\`${secret}`
  return [`With your browser: ${app} of your own`, ...where, redirect, ...asked, ...device, environment].join(
    '\n',
  )
}

/** @param {readonly string[]} words */
const codes = (words) => words.map((word) => `\`${word}\``).join(', ')

/**
 * Text that stays text in Markdown, also in a table.
 * @param {string} text
 */
const plain = (text) =>
  text.replaceAll(/[\\`*<>[\]|]|(?<!\w)_|_(?!\w)/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
