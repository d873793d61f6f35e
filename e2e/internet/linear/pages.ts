import { oauthPage } from '../page.ts'

const scopeSentences: Readonly<Record<string, string>> = {
  read: 'Read your workspace: issues, projects, teams and comments',
  write: 'Create and change issues, projects and comments',
  'issues:create': 'Create issues',
  'comments:create': 'Create comments',
}

const looks = { title: 'Linear', accent: '#5e6ad2' }

/** The page that asks who is there. */
export const signInPage = (action: string, email: string): string =>
  oauthPage({
    ...looks,
    heading: 'Log in to Linear',
    body: `<form method="post" action="${action}/sign-in">
      <label for="email">Email</label>
      <input id="email" name="email" type="email" value="${email}" autocomplete="off">
      <button class="primary" type="submit">Continue with email</button>
    </form>`,
  })

/** The page that asks for consent, with what each scope means. */
export const consentPage = (action: string, email: string, scopes: readonly string[]): string =>
  oauthPage({
    ...looks,
    heading: 'Gatehouse is requesting access to Meridian',
    body: `<p class="account">Signed in as <strong>${email}</strong></p>
    <ul>${scopes.map((scope) => `<li>${scopeSentences[scope] ?? 'Unknown permission'}</li>`).join('')}</ul>
    <form method="post" action="${action}/answer">
      <button class="primary" name="answer" value="allow" type="submit">Allow</button>
      <button name="answer" value="deny" type="submit">Deny</button>
    </form>`,
  })

/** The page for a request that cannot go on: nothing is sent back to the application. */
export const refusalPage = (reason: string): string =>
  oauthPage({ ...looks, heading: 'This authorization request is not valid', body: `<p>${reason}</p>` })
