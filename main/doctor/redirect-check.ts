import { sentences } from '../../preload/messages/sentences.ts'
import type { OAuth2Method } from '../../registry/auth.ts'
import type { ClientSource } from '../connections/oauth-clients.ts'
import { registeredRedirectUri } from '../connections/redirect-uri.ts'
import { fine, note, type Check } from './finding.ts'

/**
 * What must stand at the provider as the address that a sign-in comes back to. Nobody but the person can look there.
 *
 * @param source where the OAuth client comes from: one that the app registers itself has the right address
 */
export function redirectCheck(auth: Pick<OAuth2Method, 'redirect'>, source: ClientSource): Check {
  const uri = registeredRedirectUri(auth)
  return {
    id: 'redirect',
    title: sentences.doctor.titles.redirect,
    run: () =>
      Promise.resolve(
        source === 'automatic'
          ? fine(sentences.doctor.redirect.automatic(uri))
          : note(sentences.doctor.redirect.mustList(uri), 'copy_redirect_uri'),
      ),
  }
}
