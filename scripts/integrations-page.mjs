import { registeredRedirectUri } from '../main/connections/redirect-uri.ts'

/** @import { ApiKeyAuth, AuthMethod, Integration, OAuth2Auth } from '../registry/define.ts' */

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
const wayIn = (method) => (method.type === 'api_key' ? keyWay(method) : browserWay(method))

/** @param {ApiKeyAuth} method */
const keyWay = ({ label, helpUrl, placeholder }) =>
  `With a key: [${plain(label)}](${helpUrl})${placeholder === undefined ? '' : `, \`${placeholder}\``}`

/** @param {OAuth2Auth} method */
function browserWay(method) {
  const { consoleUrl, scopes, clientIdEnv, clientSecretEnv, clientSecret } = method
  const app = consoleUrl === undefined ? 'an OAuth app' : `an [OAuth app](${consoleUrl})`
  const secretNote = clientSecret === 'required' ? '' : ' (optional)'
  const secret = clientSecretEnv === undefined ? '' : ` and \`${clientSecretEnv}\`${secretNote}`
  return `With your browser: ${app} of your own
  - redirect address: \`${registeredRedirectUri(method)}\`
  - scopes: ${scopes.length === 0 ? 'none' : codes(scopes)}
  - environment: \`${clientIdEnv}\`${secret}`
}

/** @param {readonly string[]} words */
const codes = (words) => words.map((word) => `\`${word}\``).join(', ')

/**
 * Text that stays text in Markdown, also in a table.
 * @param {string} text
 */
const plain = (text) =>
  text.replaceAll(/[\\`*<>[\]|]|(?<!\w)_|_(?!\w)/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
