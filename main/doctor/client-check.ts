import type { OAuth2Method } from '../../registry/auth.ts'
import type { Site } from '../../registry/site.ts'
import type { OAuthClients } from '../connections/oauth-clients.ts'
import { fine, note, problem, skipped, type Check, type Finding } from './finding.ts'

interface ClientDependencies {
  readonly clients: Pick<OAuthClients, 'find' | 'source'>
  readonly workspaceId: string
  /** The integration's name. */
  readonly name: string
  readonly auth: OAuth2Method
  readonly site: Site
}

/** Whether there is an OAuth client, and its secret where one is needed. It is not shown to the provider. */
export function clientCheck(dependencies: ClientDependencies): Check {
  return { id: 'client', title: 'OAuth app', run: () => look(dependencies) }
}

async function look(dependencies: ClientDependencies): Promise<Finding> {
  const { clients, workspaceId, name, auth, site } = dependencies
  const isPlaceKnown = auth.fields.every(
    ({ name: field, default: usual }) => (site[field] ?? usual) !== undefined,
  )
  if (!isPlaceKnown) return note('Which one is used depends on the server that you name when you connect.')
  const source = clients.source(workspaceId, auth, site)
  if (source === 'missing') {
    return problem(`Signing in to ${name} needs the client id of an OAuth app of yours.`, 'enter_client')
  }
  if (source === 'automatic') return fine(`Gatehouse registers itself at ${name}. Nothing to set up.`)
  const client = await clients.find(workspaceId, auth, site).catch(() => undefined)
  if (client === undefined)
    return skipped('The client id is saved, but cannot be read while the vault is closed.')
  if (client.clientSecret !== undefined)
    return fine('Client id and client secret are set. The provider sees them at sign-in.')
  if (auth.clientSecret !== 'required') return fine('A client id is set. The provider sees it at sign-in.')
  return withoutSecret(dependencies, source)
}

/** The environment's client counts before an entered one, so that its secret has to stand there too. */
function withoutSecret(
  { name, auth }: ClientDependencies,
  source: 'environment' | 'saved' | 'automatic',
): Finding {
  const sentence = `Signing in to ${name} by browser needs the client secret as well.`
  const finding =
    source === 'environment'
      ? problem(
          `${sentence} Set ${auth.clientSecretEnv ?? 'it'} beside ${auth.clientIdEnv} and start Gatehouse again.`,
          auth.consoleUrl === undefined ? 'none' : 'open_console',
        )
      : problem(sentence, 'enter_client')
  // A sign-in by code works without.
  return auth.deviceUrl === undefined ? finding : { ...finding, state: 'note' }
}
