import type { GitLabData, Issue, Project } from './data.ts'

/** @see https://docs.gitlab.com/api/users/#get-the-current-user */
export const currentUserShape = ({ host, user }: GitLabData) => ({
  ...personShape(host, user.username, user.id),
  name: user.name,
  email: user.email,
  commit_email: user.email,
  created_at: '2024-05-23T08:00:58.000Z',
  two_factor_enabled: true,
  external: false,
  private_profile: false,
  can_create_group: true,
  can_create_project: true,
})

const personShape = (host: string, username: string, id = 7) => ({
  id,
  username,
  name: username,
  state: 'active',
  locked: false,
  avatar_url: null,
  web_url: `https://${host}/${username}`,
})

/** What `simple=true` leaves of a project. @see https://docs.gitlab.com/api/projects/ */
export const projectShape = ({ host }: GitLabData, project: Project) => {
  const [group = '', name = ''] = project.path.split('/')
  return {
    id: project.id,
    description: project.description,
    name,
    name_with_namespace: `${group} / ${name}`,
    path: name,
    path_with_namespace: project.path,
    created_at: project.createdAt,
    default_branch: 'main',
    tag_list: [],
    topics: [],
    ssh_url_to_repo: `git@${host}:${project.path}.git`,
    http_url_to_repo: `https://${host}/${project.path}.git`,
    web_url: `https://${host}/${project.path}`,
    forks_count: 0,
    star_count: 1,
    last_activity_at: project.lastActivityAt,
    namespace: { id: 30, name: group, path: group, kind: 'group', full_path: group, parent_id: null },
  }
}

/** @see https://docs.gitlab.com/api/issues/ */
export const issueShape = ({ host, user, projects }: GitLabData, issue: Issue) => {
  const { path = '' } = projects.find(({ id }) => id === issue.projectId) ?? {}
  const person = (username: string) => personShape(host, username, username === user.username ? user.id : 7)
  const assignees = issue.assignee === null ? [] : [person(issue.assignee)]
  return {
    id: issue.id,
    iid: issue.number,
    project_id: issue.projectId,
    title: issue.title,
    description: issue.description,
    state: issue.state,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    labels: issue.labels,
    milestone: null,
    assignees,
    assignee: assignees[0] ?? null,
    author: person(issue.author),
    type: 'ISSUE',
    issue_type: 'issue',
    user_notes_count: 0,
    merge_requests_count: 0,
    upvotes: 0,
    downvotes: 0,
    due_date: issue.dueDate,
    confidential: false,
    discussion_locked: null,
    web_url: `https://${host}/${path}/-/issues/${issue.number}`,
    references: { short: `#${issue.number}`, relative: `#${issue.number}`, full: `${path}#${issue.number}` },
  }
}
