import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { failure, listAnswer, type ApiCall } from './answers.ts'
import type { GitHubData, Issue } from './data.ts'
import { repositoryName } from './issues.ts'
import { commitOf, pullShape } from './pull-shapes.ts'

export const listPulls = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const { query } = call
  const state = query.get('state') ?? 'open'
  const head = query.get('head')?.split(':').at(-1)
  const base = query.get('base')
  const pulls = data.issues.filter(
    (issue) =>
      issue.repository === repositoryName(call.path) &&
      issue.pull !== null &&
      (state === 'all' || issue.state === state) &&
      (head === undefined || issue.pull.head === head) &&
      (base === null || issue.pull.base === base),
  )
  return listAnswer(
    call,
    pulls.toReversed().map((issue) => pullShape(data, issue)),
  )
}

/** Merges once: a draft, a closed pull request or a moved head is refused as GitHub does. */
export const mergePull = (issue: Issue, { body }: ApiCall): SimulatedAnswer => {
  const { pull } = issue
  if (!pull || pull.draft || issue.state !== 'open') return failure(405, 'Pull Request is not mergeable')
  const expected = body['sha']
  if (expected !== undefined && expected !== commitOf(issue.repository, pull.head)) {
    return failure(409, 'Head branch was modified. Review and try the merge again.')
  }
  pull.merged = true
  issue.state = 'closed'
  issue.updatedAt = `${new Date().toISOString().slice(0, 19)}Z`
  const sha = commitOf(issue.repository, 'merge', pull.head)
  return jsonAnswer(200, { sha, merged: true, message: 'Pull Request successfully merged' })
}
