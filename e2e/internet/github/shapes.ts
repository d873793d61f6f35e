import { createHash } from 'node:crypto'
import type { Comment, GitHubData, Issue, Notification, Repository } from './data.ts'

const api = 'https://api.github.com'
const web = 'https://github.com'

/** A short stable number for a login, as an account id. */
const accountId = (login: string): number =>
  parseInt(createHash('sha1').update(login).digest('hex').slice(0, 6), 16)

export const userShape = (login: string) => ({
  login,
  id: accountId(login),
  node_id: Buffer.from(`User:${login}`).toString('base64'),
  avatar_url: `https://avatars.githubusercontent.com/u/${accountId(login)}?v=4`,
  url: `${api}/users/${login}`,
  html_url: `${web}/${login}`,
  type: login === 'meridian' ? 'Organization' : 'User',
  site_admin: false,
})

export const fullName = ({ owner, name }: Repository): string => `${owner}/${name}`

export const repositoryShape = (data: GitHubData, repository: Repository) => ({
  id: repository.id,
  node_id: Buffer.from(`Repository:${repository.id}`).toString('base64'),
  name: repository.name,
  full_name: fullName(repository),
  private: repository.private,
  visibility: repository.private ? 'private' : 'public',
  owner: userShape(repository.owner),
  html_url: `${web}/${fullName(repository)}`,
  url: `${api}/repos/${fullName(repository)}`,
  description: repository.description,
  fork: false,
  archived: false,
  language: repository.language,
  default_branch: 'main',
  pushed_at: repository.pushedAt,
  updated_at: repository.pushedAt,
  stargazers_count: 12,
  open_issues_count: data.issues.filter(
    (issue) => issue.repository === fullName(repository) && issue.state === 'open',
  ).length,
  permissions: { admin: repository.owner === data.login, push: true, pull: true },
})

export const issueShape = (data: GitHubData, issue: Issue) => {
  const path = `${issue.repository}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`
  return {
    id: issue.id,
    node_id: Buffer.from(`Issue:${issue.id}`).toString('base64'),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    user: userShape(issue.author),
    labels: issue.labels.map((name) => ({
      id: accountId(name),
      name,
      color: 'd73a4a',
      default: name === 'bug',
      description: null,
    })),
    assignee: issue.assignees[0] ? userShape(issue.assignees[0]) : null,
    assignees: issue.assignees.map(userShape),
    milestone: null,
    comments: data.comments.filter(
      ({ repository, issue: number }) => repository === issue.repository && number === issue.number,
    ).length,
    url: `${api}/repos/${issue.repository}/issues/${issue.number}`,
    repository_url: `${api}/repos/${issue.repository}`,
    comments_url: `${api}/repos/${issue.repository}/issues/${issue.number}/comments`,
    html_url: `${web}/${path}`,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    author_association: 'MEMBER',
    ...(issue.pull && {
      pull_request: {
        url: `${api}/repos/${issue.repository}/pulls/${issue.number}`,
        html_url: `${web}/${path}`,
      },
    }),
  }
}

export const commentShape = (comment: Comment) => ({
  id: comment.id,
  node_id: Buffer.from(`IssueComment:${comment.id}`).toString('base64'),
  user: userShape(comment.author),
  body: comment.body,
  created_at: comment.createdAt,
  updated_at: comment.createdAt,
  url: `${api}/repos/${comment.repository}/issues/comments/${comment.id}`,
  issue_url: `${api}/repos/${comment.repository}/issues/${comment.issue}`,
  html_url: `${web}/${comment.repository}/issues/${comment.issue}#issuecomment-${comment.id}`,
  author_association: 'MEMBER',
})

export const notificationShape = (data: GitHubData, notification: Notification) => {
  const repository = data.repositories.find((candidate) => fullName(candidate) === notification.repository)
  const kind = notification.type === 'PullRequest' ? 'pulls' : 'issues'
  return {
    id: notification.id,
    unread: notification.unread,
    reason: notification.reason,
    updated_at: notification.updatedAt,
    last_read_at: null,
    subject: {
      title: notification.title,
      type: notification.type,
      url: `${api}/repos/${notification.repository}/${kind}/${notification.number}`,
      latest_comment_url: null,
    },
    repository: repository && repositoryShape(data, repository),
    url: `${api}/notifications/threads/${notification.id}`,
  }
}
