import { expect } from '@playwright/test'
import { reachConsent } from '../fixtures/consent.ts'
import { connectV2 } from '../fixtures/mcp-clients.ts'
import { finishAddingApp, openSection, saveLinearClient, startAddingApp } from '../fixtures/steps.ts'
import { clearNotifications, type Stage, type StageWithApp } from './stage.ts'
import { check, count } from './story.ts'

const account = 'ada@example.com'

/** Connects a Linear account through the browser. */
export const connectAccount = async (stage: Stage): Promise<void> => {
  const { world, window, pictures, part, tell } = stage
  part('Ada connects her Linear account, in her own browser')
  await saveLinearClient(window)
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  const consent = await world.browser.page('https://linear.app/')
  await reachConsent(consent)
  await pictures.save(consent, 'consent')
  const [opened = ''] = await world.browser.opened()
  const { origin, pathname, searchParams } = new URL(opened)
  check(
    searchParams.get('code_challenge_method') === 'S256',
    'The sign-in should use PKCE with S256, and does not.',
  )
  tell(
    `Gatehouse opened ${origin}${pathname} (PKCE S256, one-time state). Ada signs in there and presses ` +
      `Allow; the answer comes back by the link ${searchParams.get('redirect_uri')}.`,
  )
  await consent.getByRole('button', { name: /^Allow/ }).click()

  const shown = window.getByRole('main').getByText(account).first()
  await expect(shown, 'The account should be shown as connected.').toBeVisible({ timeout: 20_000 })
  const exchanges = world.internet.linear.tokenRequests()
  check(exchanges.length === 1, `One code should be exchanged for a token, not ${exchanges.length}.`)
  tell(`Connected as ${await shown.textContent()}, after ${count(exchanges.length, 'token request')}.`)
  await clearNotifications(window)
  await pictures.save(window, 'integration')
  await openSection(window, 'Catalog')
  // The first steps have a picture of their own.
  await window.getByRole('button', { name: 'Skip', exact: true }).click()
  await pictures.save(window, 'catalog')
  await pictures.save(window, 'catalog-dark', { colors: 'dark' })
}

/** Adds an AI app and connects it over MCP. */
export const addClaude = async (stage: Stage): Promise<StageWithApp> => {
  const { world, window, pictures, part, tell } = stage
  part('She adds the app “Claude Desktop” and lets it use Linear')
  const { token } = await startAddingApp(window, 'Claude Desktop', ['Linear'])
  await pictures.save(window, 'apps', { hidden: token })
  await finishAddingApp(window)
  const { mcp } = await world.bridge()
  const client = await connectV2(mcp, token)
  const names = await client.toolNames()
  const ofLinear = names.filter((name) => name.startsWith('linear_'))
  const others = names.filter((name) => !name.startsWith('linear_'))
  check(ofLinear.length > 0, 'The app should see the tools of Linear, and sees none.')
  check(
    others.every((name) => name.startsWith('gatehouse_') || name === 'manage_integrations'),
    `The app should see no other service's tools, but sees ${others.join(', ')}.`,
  )
  tell(`It got a token of its own, shown once, and the official MCP client connected to ${mcp}.`)
  tell(`It sees ${count(names.length, 'tool')}: ${ofLinear.length} of Linear, and ${others.join(', ')}.`)
  return { ...stage, client }
}
