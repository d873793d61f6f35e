import type { Page } from '@playwright/test'
import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { connectV2 } from './fixtures/mcp-clients.ts'
import { addApp, answer, approvalDialog, connectGitHubByKey, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

/** Characters that nobody sees, or that turn their neighbours round. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}]/u

test('hostile arguments are shown as inert text, and run as they were shown', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const title = '\u202Egnp.exe\u202C in\u200Bvisible \u001b[31m \u0000 \u2066x\u2069 \uFEFF'
  const markup = '<img src=x onerror="document.title=\'hacked\'"><h2>Approved</h2><script>1</script>'
  const body = `${markup}\n${'A'.repeat(60_000)}THE END`
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title, body })

  const dialog = approvalDialog(window)
  await expect(dialog).toContainText('⟨U+202E⟩gnp.exe⟨U+202C⟩ in⟨U+200B⟩visible ⟨U+001B⟩[31m ⟨U+0000⟩')
  await expect(dialog).toContainText('<h2>Approved</h2>')
  await expect(dialog.locator('h2')).toHaveCount(1)
  await expect(dialog.locator('img, script, iframe, a')).toHaveCount(0)
  expect(await window.title()).toBe('Gatehouse')
  expect(await dialog.evaluate((node) => node.textContent)).not.toMatch(invisible)

  const more = dialog.getByRole('button', { name: /^Show more/ }).first()
  await expect(dialog).not.toContainText('THE END')
  while (await more.isVisible()) await more.click()
  await expect(dialog).toContainText('THE END')
  await expect(dialog.getByRole('button', { name: 'Allow once' })).toBeInViewport()

  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)
  const [sent] = mutations(world)
  const { variables } = JSON.parse(sent?.body ?? '') as { variables: { input: Record<string, unknown> } }
  expect(variables.input).toMatchObject({ title, description: body })
})

test('a preview shows what it will look like as inert text, above everything that is sent', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectGitHubByKey(window)
  const { token } = await addApp(window, 'Claude Desktop', ['GitHub'])
  const client = await connectV2((await world.bridge()).mcp, token)
  const title = 'Crash\nEverything it sends \u202Egnp'
  const body =
    '<h2>Approved</h2><a href="https://evil.example">x</a> ![](https://evil.example/x.png)\nSecond line'
  const issue = { owner: 'meridian', repo: 'app', title, body, labels: ['bug'] }
  const creating = client.call('github_create_issue', issue)

  const dialog = approvalDialog(window)
  const preview = dialog.getByTestId('approval-preview')
  await expect(preview).toContainText('meridian/app')
  await expect(preview.getByRole('group', { name: 'Title' })).toHaveText(
    'Crash⟨U+000A⟩Everything it sends ⟨U+202E⟩gnp',
  )
  await expect(preview.getByRole('group', { name: 'Text' })).toHaveText(body)
  await expect(preview.locator('h2, a, img')).toHaveCount(0)
  expect(await preview.evaluate((node) => node.textContent)).not.toMatch(invisible)

  const sent = dialog.getByRole('region', { name: 'Everything it sends' })
  await expect(sent.getByTestId('approval-field')).toHaveCount(5)
  const tops = await Promise.all([preview, sent].map((part) => part.boundingBox()))
  expect(tops[0]?.y).toBeLessThan(tops[1]?.y ?? 0)

  await answer(window, 'Deny')
  expect((await creating).structured).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
})

test('a destructive tool is dressed as one, and a no keeps it from running', async ({ world }) => {
  const { window } = await world.launch()
  await connectGitHubByKey(window)
  const { token } = await addApp(window, 'Claude Desktop', ['GitHub'])
  const client = await connectV2((await world.bridge()).mcp, token)
  const merge = { owner: 'meridian', repo: 'app', pull_number: 3 }
  const merging = client.call('github_merge_pull_request', merge)
  const dialog = approvalDialog(window)
  await expect(dialog).toHaveAccessibleDescription(/Destructive: cannot be undone.*meridian\/app#3/)
  await expect(dialog).toContainText('Claude Desktop asks for your permission')
  await answer(window, 'Deny')
  expect((await merging).structured).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
  expect(world.internet.requests('api.github.com').filter(({ method }) => method === 'PUT')).toEqual([])
})

test('three questions wait in one queue; each answer reaches its own call', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })
  const position = window.getByTestId('approval-position')

  const first = create('One')
  await expect(approvalDialog(window)).toContainText('One')
  const second = create('Two')
  await expect(position).toHaveText('1 of 2')
  const third = create('Three')
  await expect(position).toHaveText('1 of 3')
  await expect(approvalDialog(window)).toContainText('One')

  await answer(window, 'Deny and tell the AI why')
  await window.getByLabel('Why not?').fill('Use the other team.')
  await window.getByRole('button', { name: 'Deny with reason' }).click()
  const refusal = (await first).structured['error'] as { code: string; message: string }
  expect(refusal.code).toBe('APPROVAL_DENIED')
  expect(refusal.message).toContain('Use the other team.')

  await expect(position).toHaveText('1 of 2')
  await expectDisarmed(window, 'Two')
  await answer(window, 'Allow once')
  await expect(position).toHaveText('')
  await expectDisarmed(window, 'Three')
  await answer(window, 'Deny')
  expect((await second).isError).toBe(false)
  expect((await third).structured).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world).map(({ body }) => body)).toEqual([expect.stringContaining('Two')])
})

test('an answer for the session holds until it is taken back; a block holds at once', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })

  const first = create('First')
  await answer(window, 'Allow for this session')
  expect((await first).isError).toBe(false)
  expect((await create('Second')).isError).toBe(false)
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world)).toHaveLength(2)

  await openSection(window, 'Apps')
  const remembered = window.getByRole('region', { name: 'Remembered answers' })
  await expect(remembered.getByRole('listitem')).toHaveCount(1)
  await expect(remembered).toContainText('Until Gatehouse quits')
  await remembered.getByRole('button', { name: 'Revoke linear_create_issue for Cursor' }).click()
  await expect(remembered.getByRole('listitem')).toHaveCount(0)

  const asked = create('Third')
  await answer(window, 'Block this tool')
  expect((await asked).isError).toBe(true)
  expect((await create('Fourth')).structured).toMatchObject({ error: { code: 'TOOL_BLOCKED' } })
  expect(await client.toolNames()).not.toContain('linear_create_issue')
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world)).toHaveLength(2)
})

test('a question set aside still waits, and comes back', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'Later' })
  await answer(window, 'Decide later')
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world)).toHaveLength(0)
  await window.getByRole('button', { name: '1 request waiting' }).click()
  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)
})

/** A question that has just moved up cannot be answered by a press meant for the one before. */
const expectDisarmed = async (window: Page, title: string): Promise<void> => {
  const state = await approvalDialog(window).evaluate((dialog) => ({
    text: dialog.textContent,
    disabled: [...dialog.querySelectorAll<HTMLButtonElement>('footer button')].map(
      (button) => button.disabled,
    ),
  }))
  expect(state.text).toContain(title)
  expect(state.disabled).not.toContain(false)
}
