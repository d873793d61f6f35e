import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { mutations } from '../fixtures/linear.ts'
import { openIntegration, openSection } from '../fixtures/steps.ts'
import { clearNotifications, type StageWithApp } from './stage.ts'
import { check, count } from './story.ts'

/** The activity log, and its check. Answers what the check said. */
export const verifyLog = async (stage: StageWithApp): Promise<string> => {
  const { window, pictures, part, tell } = stage
  part('The activity log knows it all')
  await openSection(window, 'Activity')
  const calls = window
    .getByRole('grid', { name: 'Calls' })
    .getByRole('row')
    .filter({ has: window.locator('code') })
  await expect(calls, 'The log should hold three calls.').toHaveCount(3)
  for (const call of (await calls.all()).toReversed()) {
    const [tool, outcome] = await Promise.all([
      call.locator('code').first().textContent(),
      call.getByText(/^(Done|Denied|Failed)$/).textContent(),
    ])
    tell(`${tool?.padEnd(22)} ${outcome}`)
  }
  await window.getByRole('button', { name: 'Verify log' }).click()
  const verdict = window.getByText(/^The log (is intact|was changed)/)
  const said = (await verdict.textContent()) ?? ''
  check(said.startsWith('The log is intact'), `The log should be intact, but Gatehouse says: ${said}`)
  tell(`“Verify log” recomputes the chain of hashes: ${said}`)
  await pictures.save(window, 'activity')
  await pictures.save(window, 'activity-dark', { colors: 'dark' })
  return said
}

/** The way out: the account is given back, the app quits. */
export const leave = async (stage: StageWithApp, quit: () => Promise<void>): Promise<void> => {
  const { world, window, client, part, tell } = stage
  part('Ada disconnects the account and quits')
  const accessToken = mutations(stage.world)[0]?.headers['authorization']?.replace(/^Bearer /, '') ?? ''
  check(accessToken !== '', 'The request to Linear should carry an access token, and carried none.')
  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  const news = window.getByText(/is disconnected$/).first()
  await expect(news, 'The window should say that the account is disconnected.').toBeVisible()
  await clearNotifications(window)
  const revoked = world.internet.linear.revoked().length
  check(revoked > 0, 'Linear should be asked to take the credential back, and was not.')
  await expect
    .poll(async () => (await client.toolNames()).filter((name) => name.startsWith('linear_')))
    .toEqual([])
  tell(`Linear was asked to take back ${count(revoked, 'token')}; Claude sees no tool of Linear any more.`)
  await client.close()
  const { url } = await world.bridge()
  await quit()
  const answers = await fetch(`${url}/v1/health`).then(
    () => true,
    () => false,
  )
  check(!answers, 'After quitting the bridge should not answer, but it does.')
  const hosts = hostsGiven(stage, accessToken)
  check(
    hosts.join() === 'api.linear.app',
    `Only api.linear.app should see the access token, not ${hosts.join(', ')}.`,
  )
  const files = await filesHolding(world.dataFolder, accessToken)
  check(files.length === 0, `No file should hold the access token as it is, but ${files.join(', ')} does.`)
  tell(
    `Gatehouse has ended, its bridge with it. The access token went to ${hosts.join()} and nowhere else; ` +
      'no file that was left behind holds it readably.',
  )
}

/** The hosts that were ever sent the token. */
const hostsGiven = ({ world }: StageWithApp, accessToken: string): readonly string[] => {
  const given = world.internet.requests().filter((request) => JSON.stringify(request).includes(accessToken))
  return [...new Set(given.map(({ url }) => new URL(url).hostname))]
}

/** The files below a folder in which the text stands as it is. */
const filesHolding = async (folder: string, text: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const held = await Promise.all(paths.map(async (path) => (await readFile(path)).includes(text)))
  return paths.filter((_, index) => held[index])
}
