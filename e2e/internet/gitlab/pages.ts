import { oauthPage } from '../page.ts'

const looks = { title: 'GitLab', accent: '#1f75cb' }

export const signInPage = (action: string, email: string): string =>
  oauthPage({
    ...looks,
    heading: 'Sign in',
    body: `<form method="post" action="${action}/sign-in">
      <label for="email">Username or primary email</label>
      <input id="email" name="email" value="${email}" autocomplete="off">
      <button class="primary" type="submit">Sign in</button>
    </form>`,
  })

export const consentPage = (action: string, username: string, scopes: readonly string[]): string =>
  oauthPage({
    ...looks,
    heading: 'Gatehouse is requesting access to your account',
    body: `<p class="account">Signed in as <strong>${username}</strong></p>
    <ul>${scopes.map((scope) => `<li>${scope === 'api' ? 'Access the API on your behalf' : scope}</li>`).join('')}</ul>
    <form method="post" action="${action}/answer">
      <button class="primary" name="answer" value="allow" type="submit">Authorize Gatehouse</button>
      <button name="answer" value="deny" type="submit">Deny</button>
    </form>`,
  })

export const refusalPage = (reason: string): string =>
  oauthPage({ ...looks, heading: 'An error has occurred', body: `<p>${reason}</p>` })

/** The form comes from the server without a button. */
export const enterCodePage = (form: string, problem: string | undefined): string =>
  oauthPage({
    ...looks,
    heading: 'Connect a device',
    body: `${problem === undefined ? '' : `<p role="alert">${problem}</p>`}
    <p>Enter the code displayed on your device.</p>
    ${form}
    <button class="primary" type="submit" form="op.deviceInputForm">Continue</button>`,
  })

export const confirmCodePage = (form: string, code: string): string =>
  oauthPage({
    ...looks,
    heading: 'Does your device show this code?',
    body: `<p><code>${code}</code></p>
    ${form}
    <button class="primary" type="submit" form="op.deviceConfirmForm">It does</button>
    <button type="submit" form="op.deviceConfirmForm" name="abort" value="yes">It does not</button>`,
  })

export const deviceDonePage = (): string =>
  oauthPage({ ...looks, heading: 'Your device is connected', body: '<p>You can close this window.</p>' })
