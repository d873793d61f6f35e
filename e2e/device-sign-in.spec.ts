import type { Page } from '@playwright/test'
import { answerConsent } from './fixtures/consent.ts'
import { openIntegration } from './fixtures/steps.ts'
import { accounts, beginByCode, byBrowser, clientFor } from './fixtures/ways-in.ts'
import { expect, test } from './fixtures/world.ts'
import type { SimulatedGitLab } from './internet/gitlab.ts'

test('a code shown in the window and entered in a browser connects the account', async ({ world }) => {
  const { window } = await world.launch()
  const code = await beginByCode(window)
  expect(code).toMatch(/^[A-Z]{8}$/)
  const size = await window
    .getByLabel('Code', { exact: true })
    .evaluate((node) => getComputedStyle(node).fontSize)
  expect(Number.parseInt(size, 10)).toBeGreaterThanOrEqual(24)
  await expect(window.getByText('Enter it at https://gitlab.com/oauth/device')).toBeVisible()

  const page = await world.browser.page('https://gitlab.com/oauth/device')
  await expect(page.getByLabel('Code')).toHaveValue(code)
  // As on another device, which knows nothing of the code.
  await page.goto('https://gitlab.com/oauth/device')
  await page.getByLabel('Code').fill('WRONGONE')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toHaveText('This code is not valid.')
  await page.getByLabel('Code').fill(code.toLowerCase())
  await confirmCode(page, code)
  await answerConsent(page, 'allow')
  await expect(page.getByText('Your device is connected')).toBeVisible()

  await expect(accounts(window)).toContainText('ada', { timeout: 12_000 })
  await expect(window.getByLabel('Code', { exact: true })).toHaveCount(0)
  const client = await clientFor(world, window, 'GitLab')
  const { structured } = await client.call('gitlab_list_projects', { limit: 1 })
  expect(structured['projects']).toMatchObject([{ path: 'meridian/website' }])
  const asked = grants(world.internet.gitlab)
  expect(asked.at(-1)).toEqual([deviceGrant, 200])
  expect(asked.filter(([, status]) => status === 200)).toHaveLength(1)
})

test('a code that is refused in the browser is told, and nothing is connected', async ({ world }) => {
  world.internet.gitlab.pollSeconds = 1
  const { window } = await world.launch()
  const code = await beginByCode(window)
  const page = await world.browser.page('https://gitlab.com/oauth/device')
  await confirmCode(page, code)
  await answerConsent(page, 'deny')
  await expect(window.getByText('Access was not allowed at GitLab. Nothing was connected.')).toBeVisible()
  await expect(window.getByLabel('Code', { exact: true })).toHaveCount(0)
  await expect(accounts(window)).toHaveCount(0)

  // Once more goes by the same way, with another code.
  await byBrowser(window).getByRole('button', { name: 'Try again' }).click()
  await expect(window.getByLabel('Code', { exact: true })).toHaveText(/^[A-Z]{8}$/)
  expect(await window.getByLabel('Code', { exact: true }).textContent()).not.toBe(code)
})

test('a code that the person gives up is asked about no more, however it is answered later', async ({
  world,
}) => {
  const { gitlab } = world.internet
  gitlab.pollSeconds = 1
  const { window } = await world.launch()
  const code = await beginByCode(window)
  await expect.poll(() => grants(gitlab).length).toBeGreaterThan(1)
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByLabel('Code', { exact: true })).toHaveCount(0)
  const asked = grants(gitlab)
  expect(new Set(asked.map(([, status]) => status))).toEqual(new Set([400]))

  const page = await world.browser.page('https://gitlab.com/oauth/device')
  await confirmCode(page, code)
  await answerConsent(page, 'allow')
  await expect(page.getByText('Your device is connected')).toBeVisible()
  await window.waitForTimeout(2_500)
  expect(grants(gitlab)).toEqual(asked)
  expect(Math.min(Number.POSITIVE_INFINITY, ...pauses(gitlab))).toBeGreaterThanOrEqual(900)
  await openIntegration(window, 'GitLab')
  await expect(accounts(window)).toHaveCount(0)
})

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

const confirmCode = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText(code)).toBeVisible()
  await page.getByRole('button', { name: 'It does', exact: true }).click()
}

const grants = ({ tokenRequests }: SimulatedGitLab) =>
  tokenRequests().map(({ grantType, status }) => [grantType, status] as const)

/** How long the app waited from one question to the next, in milliseconds. */
const pauses = ({ tokenRequests }: SimulatedGitLab): readonly number[] =>
  tokenRequests()
    .slice(1)
    .map(({ at }, index) => at - (tokenRequests()[index]?.at ?? 0))
