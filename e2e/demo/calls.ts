import { expect } from '@playwright/test'
import { mutations, teamId } from '../fixtures/linear.ts'
import { answer, approvalDialog } from '../fixtures/steps.ts'
import { questionReady, type StageWithApp } from './stage.ts'
import { check, count } from './story.ts'

const title = 'Login loops when cookies are blocked: reproduce on Safari'
const body = 'Steps:\n1. Block third-party cookies\n2. Sign in\n3. The page returns to the form'

/** A read: it runs at once. */
export const read = async ({ window, client, part, tell }: StageWithApp): Promise<void> => {
  part('Claude searches her issues: a read, so it runs at once')
  const found = await client.call('linear_search_issues', { query: 'login' })
  const issues = found.structured['issues'] as readonly { identifier: string; title: string }[] | undefined
  const [first] = issues ?? []
  check(!found.isError && first !== undefined, 'The search should find an issue, and does not.')
  check((await approvalDialog(window).count()) === 0, 'A read should not ask, but a question is open.')
  tell(
    `linear_search_issues { query: "login" } found ${count(issues?.length ?? 0, 'issue')}; ` +
      `the first is ${first.identifier}, “${first.title}”. Nobody was asked.`,
  )
}

/** A write: asked for, seen, allowed, made once. */
export const allow = async (stage: StageWithApp): Promise<void> => {
  const { window, client, pictures, part, tell } = stage
  part('Claude wants to create an issue: a write, so Ada is asked first')
  const creating = client.call('linear_create_issue', { team_id: teamId(stage.world), title, body })
  await expect(approvalDialog(window), 'The window should ask.').toContainText(title)
  await questionReady(window)
  await pictures.save(window, 'approval')
  await pictures.save(window, 'approval-dark', { colors: 'dark' })
  const question = await approvalDialog(window).getByRole('heading', { level: 2 }).textContent()
  const before = mutations(stage.world).length
  check(before === 0, `Nothing should reach Linear before the answer, but ${before} did.`)
  tell(`The window says: “${question}”, and shows every argument.`)
  tell(`While it stands open, ${count(before, 'change')} reached Linear.`)

  await answer(window, 'Allow once')
  const created = await creating
  const [sent, ...more] = mutations(stage.world)
  check(!created.isError && sent !== undefined, 'The allowed call should reach Linear, and did not.')
  check(more.length === 0, `The allowed call should reach Linear once, not ${more.length + 1} times.`)
  const { identifier } = created.structured as { identifier?: string }
  const inLinear = stage.world.internet.linear.workspace.issues.filter((issue) => issue.title === title)
  check(inLinear.length === 1, `Linear should hold one such issue, not ${inLinear.length}.`)
  tell(`Ada presses “Allow once”: exactly 1 request reached Linear, which made ${identifier}.`)
}

/** A write that is refused: it never leaves the computer. */
export const deny = async (stage: StageWithApp): Promise<void> => {
  const { window, client, part, tell } = stage
  part('Claude wants to create another one, and Ada says no')
  const before = mutations(stage.world).length
  const creating = client.call('linear_create_issue', {
    team_id: teamId(stage.world),
    title: 'Buy more coffee',
  })
  await expect(approvalDialog(window), 'The window should ask.').toContainText('Buy more coffee')
  await answer(window, 'Deny')
  const { error } = (await creating).structured as { error?: { code: string; message: string } }
  check(error?.code === 'APPROVAL_DENIED', `Claude should read APPROVAL_DENIED, not ${error?.code}.`)
  const reached = mutations(stage.world).length - before
  check(reached === 0, `The denied call should not reach Linear, but ${count(reached, 'request')} did.`)
  tell(
    `She presses “Deny”: ${count(reached, 'request')} reached Linear. ` +
      `Claude reads ${error.code}: “${error.message}”`,
  )
}
