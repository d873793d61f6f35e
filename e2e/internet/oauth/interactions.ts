import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Provider } from 'oidc-provider'

/** A service's sign-in and consent pages, whose forms post to `action`. */
export type InteractionPages = {
  /** Where they lie; the sign-in's own id follows. */
  readonly path: string
  /** A form with a field `email`, posted to `action/sign-in`. */
  signIn(action: string): string
  /** A form that posts `answer` as `allow` or `deny` to `action/answer`. */
  consent(action: string, scopes: readonly string[]): string
}

type Settings = { readonly pages: InteractionPages; readonly scopes: readonly string[] }

/** Answers the sign-in and consent pages, and the forms they post. */
export const answerInteraction = async (
  provider: Provider,
  settings: Settings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') return acceptForm(provider, settings, request, response)
  const { uid, prompt, params } = await provider.interactionDetails(request, response)
  const { pages } = settings
  const action = `${pages.path}/${uid}`
  const page =
    prompt.name === 'login' ? pages.signIn(action) : pages.consent(action, known(settings, params['scope']))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

const acceptForm = async (
  provider: Provider,
  settings: Settings,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const form = new URLSearchParams(await text(request))
  const result = request.url?.endsWith('/sign-in')
    ? { login: { accountId: form.get('email') ?? '' } }
    : form.get('answer') === 'allow'
      ? { consent: { grantId: await grant(provider, settings, request, response) } }
      : { error: 'access_denied', error_description: 'The user denied the request.' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
}

const grant = async (
  provider: Provider,
  settings: Settings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string> => {
  const { params, session } = await provider.interactionDetails(request, response)
  const granted = new provider.Grant({
    accountId: session?.accountId ?? '',
    clientId: params['client_id'] ?? '',
  })
  granted.addOIDCScope(known(settings, params['scope']).join(' '))
  return granted.save()
}

const known = ({ scopes }: Settings, scope = ''): readonly string[] =>
  scope.split(' ').filter((name) => scopes.includes(name))
