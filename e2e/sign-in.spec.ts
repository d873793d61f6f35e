import { answerConsent } from './fixtures/consent.ts'
import { addApp, connectLinear, openIntegration, openSection, saveLinearClient } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('a person signs in to Linear in their own browser and sees the account', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinear(world, window)

  const [opened] = await world.browser.opened()
  const request = new URL(opened ?? '')
  expect(request.origin + request.pathname).toBe('https://linear.app/oauth/authorize')
  expect(request.searchParams.get('code_challenge_method')).toBe('S256')
  expect(request.searchParams.get('redirect_uri')).toBe('app.gatehouse.desktop:/oauth/callback')
  expect(request.searchParams.get('state')).toMatch(/^[\w-]{43}$/)
  expect(world.internet.linear.tokenRequests().map(({ grantType }) => grantType)).toEqual([
    'authorization_code',
  ])
})

test('a person who says no in the browser is told so, and nothing is connected', async ({ world }) => {
  const { window } = await world.launch()
  await saveLinearClient(window)
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await answerConsent(await world.browser.page('https://linear.app/'), 'deny')
  await expect(window.getByText('Access was not allowed at Linear. Nothing was connected.')).toBeVisible()
  expect(world.internet.linear.tokenRequests()).toHaveLength(0)
})

test('an app that was quit during the sign-in is started by the link and finishes it', async ({ world }) => {
  const first = await world.launch()
  await saveLinearClient(first.window)
  const { token } = await addApp(first.window, 'Script', [])
  await openIntegration(first.window, 'Linear')
  await first.window.getByRole('button', { name: 'Connect with browser' }).click()
  const consent = await world.browser.page('https://linear.app/')
  await first.quit()

  await answerConsent(consent, 'allow')
  const { pid, url } = await world.bridge()
  expect(pid).not.toBe(first.pid)
  await expect.poll(() => world.internet.requests('api.linear.app').length).toBeGreaterThan(1)
  const health = await fetch(`${url}/v1/manifest`, { headers: { authorization: `Bearer ${token}` } })
  expect(health.status).toBe(200)
  process.kill(pid)
  await expect.poll(() => isRunning(pid)).toBe(false)

  const again = await world.launch()
  await openIntegration(again.window, 'Linear')
  await expect(again.window.getByText('ada@example.com').first()).toBeVisible()
})

test('a second instance hands its link over and leaves', async ({ world }) => {
  const { window, pid } = await world.launch()
  await saveLinearClient(window)
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await world.browser.page('https://linear.app/')
  const [opened] = await world.browser.opened()
  const state = new URL(opened ?? '').searchParams.get('state') ?? ''

  const answer = new URLSearchParams({ error: 'access_denied', state })
  await world.startAgain(`app.gatehouse.desktop:/oauth/callback?${answer.toString()}`)
  await expect(window.getByText('Access was not allowed at Linear. Nothing was connected.')).toBeVisible()
  expect((await world.bridge()).pid).toBe(pid)
  expect(isRunning(pid)).toBe(true)
})

test('a link with an unknown state changes nothing', async ({ world }) => {
  const { window } = await world.launch()
  await world.browser.open('app.gatehouse.desktop:/oauth/callback?code=stolen&state=unknown')
  await world.browser.open('app.gatehouse.desktop:/oauth/callback?code=stolen')
  await window.waitForTimeout(2_000)
  await openSection(window, 'Catalog')
  await expect(window.getByText('ada@example.com')).toHaveCount(0)
  expect(world.internet.requests()).toHaveLength(0)
})

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
