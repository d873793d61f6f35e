import { oauthPage } from '../page.ts'
import { scopeSentences } from './oauth-clients.ts'

const looks = { title: 'Sign in with Google', accent: '#0b57d0' }

export const signInPage = (action: string, email: string): string =>
  oauthPage({
    ...looks,
    heading: 'Sign in',
    body: `<p>to continue to <strong>Gatehouse</strong></p>
    <form method="post" action="${action}/sign-in">
      <label for="email">Email or phone</label>
      <input id="email" name="email" type="email" value="${email}" autocomplete="off">
      <button class="primary" type="submit">Next</button>
    </form>`,
  })

export const consentPage = (action: string, email: string, scopes: readonly string[]): string =>
  oauthPage({
    ...looks,
    heading: 'Gatehouse wants access to your Google Account',
    body: `<p class="account"><strong>${email}</strong></p>
    <p>When you allow this access, Gatehouse will be able to</p>
    <ul>${scopes.flatMap((scope) => (scopeSentences[scope] ? [`<li>${scopeSentences[scope]}</li>`] : [])).join('')}</ul>
    <form method="post" action="${action}/answer">
      <button class="primary" name="answer" value="allow" type="submit">Allow</button>
      <button name="answer" value="deny" type="submit">Deny</button>
    </form>`,
  })

export const refusalPage = (reason: string): string =>
  oauthPage({ ...looks, heading: 'Access blocked: Authorization Error', body: `<p>Error 400: ${reason}</p>` })
