import { escapeHtml, oauthPage } from '../page.ts'

const looks = { title: 'GitHub', accent: '#1f883d' }

/** The page that asks whether the application may act for the person. */
export const authorizePage = (requestId: string, scope: string): string =>
  oauthPage({
    ...looks,
    heading: 'Authorize Gatehouse',
    body: `<p class="account">Signed in as <strong>ada</strong></p>
    <ul>${scope
      .split(' ')
      .filter(Boolean)
      .map((name) => `<li>${escapeHtml(name)}</li>`)
      .join('')}</ul>
    <form method="post" action="/login/oauth/authorize/answer">
      <input type="hidden" name="request" value="${requestId}">
      <button class="primary" name="answer" value="allow" type="submit">Authorize Gatehouse</button>
      <button name="answer" value="deny" type="submit">Cancel</button>
    </form>`,
  })

/** The page for a request that names no application, or an address not registered for it. */
export const refusalPage = (reason: string): string =>
  oauthPage({ ...looks, heading: 'This page cannot be shown', body: `<p>${escapeHtml(reason)}</p>` })
