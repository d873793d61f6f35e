import { oauthPage } from '../page.ts'

const looks = { title: 'Mastodon', accent: '#6364ff' }

export const signInPage = (action: string, host: string, email: string): string =>
  oauthPage({
    ...looks,
    heading: `Log in to ${host}`,
    body: `<form method="post" action="${action}/sign-in">
      <label for="email">E-mail address</label>
      <input id="email" name="email" type="email" value="${email}" autocomplete="off">
      <button class="primary" type="submit">Log in</button>
    </form>`,
  })

export const consentPage = (action: string, scopes: readonly string[]): string =>
  oauthPage({
    ...looks,
    heading: 'Authorization required',
    body: `<p><strong>Gatehouse</strong> would like permission to access your account.</p>
    <ul>${scopes.map((scope) => `<li>${scope}</li>`).join('')}</ul>
    <form method="post" action="${action}/answer">
      <button class="primary" name="answer" value="allow" type="submit">Authorize</button>
      <button name="answer" value="deny" type="submit">Deny</button>
    </form>`,
  })

export const refusalPage = (reason: string): string =>
  oauthPage({ ...looks, heading: 'An error has occurred', body: `<p>${reason}</p>` })
