import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
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
  return { id: 'client', title: sentences.doctor.titles.client, run: () => look(dependencies) }
}

const words = sentences.doctor.client

async function look(dependencies: ClientDependencies): Promise<Finding> {
  const { clients, workspaceId, name, auth, site } = dependencies
  const isPlaceKnown = auth.fields.every(
    ({ name: field, default: usual }) => (site[field] ?? usual) !== undefined,
  )
  if (!isPlaceKnown) return note(words.depends)
  const source = clients.source(workspaceId, auth, site)
  if (source === 'missing') {
    return problem(words.missing(name), 'enter_client')
  }
  if (source === 'automatic') return fine(words.automatic(name))
  const client = await clients.find(workspaceId, auth, site).catch(() => undefined)
  if (client === undefined) return skipped(words.locked)
  if (client.clientSecret !== undefined) return fine(words.withSecret)
  if (auth.clientSecret !== 'required') return fine(words.fine)
  return withoutSecret(dependencies, source)
}

/** The environment's client counts before an entered one, so that its secret has to stand there too. */
function withoutSecret(
  { name, auth }: ClientDependencies,
  source: 'environment' | 'saved' | 'automatic',
): Finding {
  const finding =
    source === 'environment'
      ? problem(besideClientId(name, auth), auth.consoleUrl === undefined ? 'none' : 'open_console')
      : problem(words.needsSecret(name), 'enter_client')
  // A sign-in by code works without.
  return auth.deviceUrl === undefined ? finding : { ...finding, state: 'note' }
}

function besideClientId(name: string, { clientIdEnv, clientSecretEnv }: OAuth2Method): Sentence {
  return clientSecretEnv === undefined
    ? words.needsItBeside(name, clientIdEnv)
    : words.needsSecretBeside(name, clientSecretEnv, clientIdEnv)
}
