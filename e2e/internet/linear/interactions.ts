import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Provider } from 'oidc-provider'
import { oauthScopes } from './oauth-clients.ts'
import { consentPage, signInPage } from './pages.ts'

/** Where the pages of a sign-in lie; the sign-in's own id follows. */
export const interactionPath = '/oauth/sign-in'

/** Answers the sign-in and consent pages, and the forms they post. */
export const answerInteraction = async (
  provider: Provider,
  email: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'POST') return acceptForm(provider, request, response)
  const { uid, prompt, params } = await provider.interactionDetails(request, response)
  const action = `${interactionPath}/${uid}`
  const page =
    prompt.name === 'login' ? signInPage(action, email) : consentPage(action, email, known(params['scope']))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

const acceptForm = async (provider: Provider, request: IncomingMessage, response: ServerResponse) => {
  const form = new URLSearchParams(await text(request))
  const result = request.url?.endsWith('/sign-in')
    ? { login: { accountId: form.get('email') ?? '' } }
    : form.get('answer') === 'allow'
      ? { consent: { grantId: await grant(provider, request, response) } }
      : { error: 'access_denied', error_description: 'The user denied the request.' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
}

const grant = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string> => {
  const { params, session } = await provider.interactionDetails(request, response)
  const granted = new provider.Grant({
    accountId: session?.accountId ?? '',
    clientId: params['client_id'] ?? '',
  })
  granted.addOIDCScope(known(params['scope']).join(' '))
  return granted.save()
}

const known = (scope = ''): readonly string[] => scope.split(' ').filter((name) => oauthScopes.includes(name))
