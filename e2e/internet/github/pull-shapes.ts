import { createHash } from 'node:crypto'
import type { GitHubData, Issue } from './data.ts'
import { issueShape, userShape } from './shapes.ts'

/** The commit a name stands for: forty hex digits, the same every time. */
export const commitOf = (...words: readonly string[]): string =>
  createHash('sha1').update(words.join('/')).digest('hex')

export const pullShape = (data: GitHubData, issue: Issue) => {
  const { pull_request: links, comments, ...shape } = issueShape(data, issue)
  const { head = '', base = 'main', draft = false, merged = false } = issue.pull ?? {}
  return {
    ...shape,
    url: links?.url ?? '',
    diff_url: `${links?.html_url}.diff`,
    comments,
    draft,
    merged,
    merged_at: merged ? issue.updatedAt : null,
    merged_by: merged ? userShape(data.login) : null,
    mergeable: issue.state === 'open' && !draft,
    mergeable_state: draft ? 'draft' : 'clean',
    merge_commit_sha: merged ? commitOf(issue.repository, 'merge', head) : null,
    head: reference(issue, head),
    base: reference(issue, base),
    requested_reviewers: [userShape(data.login)],
    commits: 2,
    additions: 14,
    deletions: 3,
    changed_files: 2,
  }
}

const reference = (issue: Issue, branch: string) => {
  const [owner = ''] = issue.repository.split('/')
  return {
    label: `${owner}:${branch}`,
    ref: branch,
    sha: commitOf(issue.repository, branch),
    user: userShape(owner),
  }
}

/** The files a pull request changes. */
export const changedFiles = (issue: Issue) =>
  ['source/clipboard.ts', 'source/clipboard.test.ts'].map((filename, index) => ({
    sha: commitOf(issue.repository, filename),
    filename,
    status: index === 0 ? 'modified' : 'added',
    additions: 7 + index,
    deletions: index === 0 ? 3 : 0,
    changes: 10 - index,
    blob_url: `https://github.com/${issue.repository}/blob/${issue.pull?.head}/${filename}`,
    raw_url: `https://github.com/${issue.repository}/raw/${issue.pull?.head}/${filename}`,
    contents_url: `https://api.github.com/repos/${issue.repository}/contents/${filename}`,
    patch:
      '@@ -1 +1 @@\n-export const read = (items: string[]): string => items[0].trim()\n+export const read = (items: string[]): string => items[0]?.trim() ?? ""',
  }))
