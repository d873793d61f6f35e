import { expect, it } from 'vitest'
import type { Translation } from '../../translation.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { jira } from './jira.ts'
import { sentry } from './sentry.ts'
import { vercel } from './vercel.ts'

function asked({ tools }: Translation, tool: string, args: Readonly<Record<string, unknown>>): string {
  const summary = tools[tool]?.summary
  return typeof summary === 'function' ? summary(args) : `no question of ${tool}`
}

it.each([
  ['merge', 'Pull-Request „ada/engine#7“ zusammenführen (merge)'],
  ['squash', 'Pull-Request „ada/engine#7“ zusammenführen (squash)'],
])('says how a pull request is merged: %s', (merge_method, sentence) => {
  const args = { owner: 'ada', repo: 'engine', pull_number: 7, merge_method }
  expect(asked(github, 'github_merge_pull_request', args)).toBe(sentence)
})

it('names what changes of an issue, not where it is', () => {
  const issue = { owner: 'ada', repo: 'engine', issue_number: 7, labels: [], state: 'closed' }
  expect(asked(github, 'github_update_issue', issue)).toBe('„ada/engine#7“ ändern: labels und state')
  const ofProject = { project_id: 'team/app', issue_number: 3, due_date: '2026-01-02' }
  expect(asked(gitlab, 'gitlab_update_issue', ofProject)).toBe('Issue „team/app#3“ ändern: due date')
})

it.each([
  [{ status: 'ignored' }, 'status'],
  [{ assigned_to: 'ada@example.com' }, 'assignee'],
  [{ status: 'resolved', assigned_to: 'team:1', priority: 'low' }, 'status, priority und assignee'],
])('does not leave out who gets an issue: %j', (changes, words) => {
  const args = { organization_id: 'acme', region: 'de', issue_id: '12', ...changes }
  expect(asked(sentry, 'sentry_update_issue', args)).toBe(`Issue „12“ in „acme“ ändern: ${words}`)
})

it.each([
  ['issue', '„team/app#3“ kommentieren: „Ja“'],
  ['merge_request', '„team/app!3“ kommentieren: „Ja“'],
])('does not take a comment on a merge request for one on an issue: %s', (on, sentence) => {
  const args = { project_id: 'team/app', on, item_number: 3, body: 'Ja' }
  expect(asked(gitlab, 'gitlab_create_comment', args)).toBe(sentence)
})

it.each([
  [null, 'Zuweisung des Vorgangs „ABC-1“ aufheben'],
  ['me', 'Vorgang „ABC-1“ an „me“ zuweisen'],
])('tells an issue that is taken away from one that is handed on: %s', (assignee, sentence) => {
  expect(asked(jira, 'jira_assign_issue', { issue: 'ABC-1', assignee })).toBe(sentence)
})

it.each([
  [{}, 'Deployment „dpl_1“ von „shop“ erneut bereitstellen'],
  [
    { target: 'production' },
    'Deployment „dpl_1“ von „shop“ erneut für die Umgebung production bereitstellen',
  ],
])('says that a deployment goes to production: %j', (target, sentence) => {
  const args = { deployment_id: 'dpl_1', project_name: 'shop', ...target }
  expect(asked(vercel, 'vercel_create_deployment', args)).toBe(sentence)
})
