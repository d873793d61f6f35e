import type { GitLabServer } from './servers.ts'

export type Project = {
  readonly id: number
  /** With its group: `meridian/website`. */
  readonly path: string
  readonly description: string
  readonly createdAt: string
  lastActivityAt: string
}

export type Issue = {
  readonly id: number
  readonly projectId: number
  /** Counted within the project. */
  readonly number: number
  readonly author: string
  readonly createdAt: string
  title: string
  description: string | null
  state: 'opened' | 'closed'
  labels: string[]
  assignee: string | null
  dueDate: string | null
  updatedAt: string
}

/** Everything one person sees at one simulated GitLab. Tests may read and change it. */
export type GitLabData = {
  readonly host: string
  readonly user: { -readonly [K in keyof GitLabServer['user']]: GitLabServer['user'][K] }
  readonly projects: Project[]
  readonly issues: Issue[]
}

const titles = [
  'Search ignores accents',
  'Dark mode',
  'The last row is cut off',
  'Write the change log',
] as const

/** Projects with four issues each, the last one closed, dated back from `now` (milliseconds). */
export const createGitLabData = ({ host, user, projects }: GitLabServer, now: number): GitLabData => {
  const hoursBefore = (hours: number): string => new Date(now - hours * 3_600_000).toISOString()
  const rows = projects.map(([path, description], index): Project => ({
    id: 100 + index,
    path,
    description,
    createdAt: hoursBefore(9_000),
    lastActivityAt: hoursBefore(3 + 20 * index),
  }))
  return {
    host,
    user: { ...user },
    projects: rows,
    issues: rows.flatMap(({ id: projectId, path }) =>
      titles.map((title, index): Issue => ({
        id: projectId * 10 + index,
        projectId,
        number: index + 1,
        author: index % 2 === 0 ? user.username : 'grace',
        createdAt: hoursBefore(200 - 24 * index),
        updatedAt: hoursBefore(100 - 20 * index),
        title,
        description: `Seen in ${path}.`,
        state: index === 3 ? 'closed' : 'opened',
        labels: index === 1 ? ['feature'] : ['bug'],
        assignee: index === 0 ? user.username : null,
        dueDate: null,
      })),
    ),
  }
}
