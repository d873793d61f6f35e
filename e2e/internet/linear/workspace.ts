import { createHash } from 'node:crypto'
import { issueSeeds, labelSeeds, people, projectSeeds, stateSeeds, teamSeeds } from './seed.ts'

type Dated = { readonly id: string; readonly createdAt: string; updatedAt: string }

export type Person = Dated & { readonly name: string; readonly displayName: string; readonly email: string }
export type Team = Dated & { readonly key: string; readonly name: string; readonly description: string }
export type State = Dated & {
  readonly name: string
  readonly type: string
  readonly color: string
  readonly position: number
  readonly teamId: string
}
export type Project = Dated & {
  readonly name: string
  readonly description: string
  readonly state: string
  readonly leadId: string
  readonly targetDate: string | null
}
export type Label = Dated & { readonly name: string; readonly color: string; readonly teamId: string | null }
export type Comment = Dated & {
  readonly body: string
  readonly userId: string
  readonly issueId: string
  readonly parentId: string | null
}
export type Issue = Dated & {
  number: number
  teamId: string
  title: string
  description: string | null
  stateId: string
  assigneeId: string | null
  creatorId: string
  projectId: string | null
  parentId: string | null
  labelIds: string[]
  priority: number
  estimate: number | null
  dueDate: string | null
  trashed: boolean
  archivedAt: string | null
}

/** Everything in one simulated Linear workspace. Tests may read and change it. */
export type Workspace = {
  readonly organization: Dated & { readonly name: string; readonly urlKey: string }
  readonly viewerId: string
  readonly users: Person[]
  readonly teams: Team[]
  readonly states: State[]
  readonly projects: Project[]
  readonly labels: Label[]
  readonly issues: Issue[]
  readonly comments: Comment[]
}

/** The same UUID for the same words, so that every run has the same ids. */
const stableId = (...words: readonly (string | number)[]): string => {
  const hex = createHash('sha256').update(words.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const daysBefore = (now: number, days: number): string => new Date(now - days * 86_400_000).toISOString()

/** A workspace of three teams and some forty issues, dated back from `now` (milliseconds). */
export const createWorkspace = (now: number): Workspace => {
  const dated = (kind: string, key: string | number, days: number): Dated => ({
    id: stableId(kind, key),
    createdAt: daysBefore(now, days),
    updatedAt: daysBefore(now, days / 3),
  })
  const day = (offset: number): string => daysBefore(now, -offset).slice(0, 10)
  const numbers = new Map<string, number>()
  const nextNumber = (team: string): number => {
    numbers.set(team, (numbers.get(team) ?? 100) + 1)
    return numbers.get(team) ?? 0
  }

  return {
    organization: { ...dated('organization', 'meridian', 900), name: 'Meridian', urlKey: 'meridian' },
    viewerId: stableId('user', 'ada'),
    users: people.map(([name, displayName]) => ({
      ...dated('user', displayName, 800),
      name,
      displayName,
      email: `${displayName}@example.com`,
    })),
    teams: teamSeeds.map(([key, name, description]) => ({
      ...dated('team', key, 700),
      key,
      name,
      description,
    })),
    states: teamSeeds.flatMap(([key]) =>
      stateSeeds.map(([name, type, color], position) => ({
        ...dated('state', `${key}/${name}`, 700),
        name,
        type,
        color,
        position,
        teamId: stableId('team', key),
      })),
    ),
    projects: projectSeeds.map(([name, description, state, lead, targetIn]) => ({
      ...dated('project', name, 120),
      name,
      description,
      state,
      leadId: stableId('user', lead),
      targetDate: targetIn === null ? null : day(targetIn),
    })),
    labels: labelSeeds.map(([name, color, team]) => ({
      ...dated('label', name, 700),
      name,
      color,
      teamId: team === undefined ? null : stableId('team', team),
    })),
    issues: issueSeeds.map(([team, title, state, assignee, priority, project, labels, dueIn], index) => ({
      ...dated('issue', `${team}/${title}`, 90 - 2 * index),
      number: nextNumber(team),
      teamId: stableId('team', team),
      title,
      description: `${title}.\n\nReported in the weekly review; see the linked thread for the details.`,
      stateId: stableId('state', `${team}/${state}`),
      assigneeId: assignee === null ? null : stableId('user', assignee),
      creatorId: stableId('user', people[index % people.length]?.[1] ?? 'ada'),
      projectId: project === null ? null : stableId('project', project),
      parentId: null,
      labelIds: labels.map((label) => stableId('label', label)),
      priority,
      estimate: [1, 2, 3, 5][index % 4] ?? null,
      dueDate: dueIn === undefined ? null : day(dueIn),
      trashed: false,
      archivedAt: null,
    })),
    comments: issueSeeds.slice(0, 12).map(([team, title], index) => ({
      ...dated('comment', index, 12 - index),
      body:
        ['I can reproduce this on the current build.', 'Agreed, let us do it this week.'][index % 2] ?? '',
      userId: stableId('user', people[(index + 1) % people.length]?.[1] ?? 'ada'),
      issueId: stableId('issue', `${team}/${title}`),
      parentId: null,
    })),
  }
}
