import { fileSeeds, issueSeeds, notificationSeeds, repositorySeeds } from './seed.ts'

export type Repository = {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly description: string
  readonly private: boolean
  readonly language: string
  readonly pushedAt: string
}

export type Issue = {
  readonly id: number
  readonly repository: string
  readonly number: number
  readonly author: string
  readonly createdAt: string
  readonly pull: Pull | null
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  labels: string[]
  assignees: string[]
  updatedAt: string
}

export type Pull = { readonly head: string; readonly base: string; readonly draft: boolean; merged: boolean }

export type Comment = {
  readonly id: number
  readonly repository: string
  readonly issue: number
  readonly author: string
  readonly body: string
  readonly createdAt: string
}

export type Notification = {
  readonly id: string
  readonly repository: string
  readonly reason: string
  readonly title: string
  readonly type: 'Issue' | 'PullRequest'
  readonly number: number
  readonly updatedAt: string
  unread: boolean
}

/** Everything one person sees at the simulated GitHub. Tests may read and change it. */
export type GitHubData = {
  readonly login: string
  readonly repositories: Repository[]
  readonly issues: Issue[]
  readonly comments: Comment[]
  readonly notifications: Notification[]
  /** Text files by `owner/name/path`. */
  readonly files: Map<string, string>
}

const firstId = 90_000_000

/** Repositories, issues, pull requests and notifications, dated back from `now` (milliseconds). */
export const createGitHubData = (now: number): GitHubData => {
  const hoursBefore = (hours: number): string =>
    `${new Date(now - hours * 3_600_000).toISOString().slice(0, 19)}Z`
  const issues = issueSeeds.map(([repository, author, title, state, labels, pull], index): Issue => ({
    id: firstId + index,
    repository,
    number: issueSeeds.slice(0, index + 1).filter(([other]) => other === repository).length,
    author,
    createdAt: hoursBefore(400 - 12 * index),
    updatedAt: hoursBefore(200 - 6 * index),
    pull: pull ? { ...pull, merged: false } : null,
    title,
    body: `${title}.\n\nSteps and logs are in the thread.`,
    state,
    stateReason: state === 'closed' ? 'completed' : null,
    labels: [...labels],
    assignees: index % 3 === 0 ? ['ada'] : [],
  }))
  return {
    login: 'ada',
    repositories: repositorySeeds.map(([owner, name, description, isPrivate, language], index) => ({
      id: firstId + 1000 + index,
      owner,
      name,
      description,
      private: isPrivate,
      language,
      pushedAt: hoursBefore(5 + 40 * index),
    })),
    issues,
    comments: issues.slice(0, 8).map(({ repository, number }, index) => ({
      id: firstId + 2000 + index,
      repository,
      issue: number,
      author: ['grace', 'alan'][index % 2] ?? 'grace',
      body: ['Confirmed on main.', 'I have a fix, sending it today.'][index % 2] ?? '',
      createdAt: hoursBefore(60 - index),
    })),
    notifications: notificationSeeds.map(([repository, number, reason], index) => {
      const issue = issues.find(
        (candidate) => candidate.repository === repository && candidate.number === number,
      )
      return {
        id: String(firstId + 3000 + index),
        repository,
        reason,
        title: issue?.title ?? '',
        type: issue?.pull ? 'PullRequest' : 'Issue',
        number,
        updatedAt: hoursBefore(2 + index),
        unread: index < 3,
      }
    }),
    files: new Map(fileSeeds),
  }
}
