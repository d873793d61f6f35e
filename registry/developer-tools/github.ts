import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageOf, pageParameters, pageQuery } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import { issuePreview, reference } from './github-announcements.ts'
import * as answers from './github-answers.ts'
import { readContent } from './github-file.ts'

const repository = { owner: z.string(), repo: z.string() }
const issueNumber = { ...repository, issue_number: z.int() }
const pullNumber = { ...repository, pull_number: z.int() }
const offset = z.int().min(0).default(0)
const maxChars = z.int().min(100).max(50_000).default(2000)
const names = z.array(z.string()).optional()

/** @see https://docs.github.com/en/rest?apiVersion=2022-11-28 */
export const github = defineIntegration({
  id: 'github',
  name: 'GitHub',
  category: 'developer-tools',
  description: 'Repositories, issues and pull requests.',
  icon: 'github.svg',
  curated: 6,
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://github.com/login/oauth/authorize',
      tokenUrl: 'https://github.com/login/oauth/access_token',
      issuer: 'https://github.com/login/oauth',
      deviceUrl: 'https://github.com/login/device/code',
      // Notifications and the account's name are within it.
      scopes: { repo: 'Read and write your repositories, also private ones' },
      clientIdEnv: 'GITHUB_CLIENT_ID',
      clientSecretEnv: 'GITHUB_CLIENT_SECRET',
      clientSecret: 'required',
      revoke: {
        url: 'https://api.github.com/applications/{client_id}/token',
        method: 'DELETE',
        body: 'json',
        tokenField: 'access_token',
        authorization: 'client_basic',
      },
      consoleUrl: 'https://github.com/settings/applications/new',
    },
    {
      type: 'api_key',
      label: 'Personal access token',
      prefix: 'Bearer ',
      helpUrl: 'https://github.com/settings/personal-access-tokens/new',
      placeholder: 'github_pat_…',
    },
  ],
  hosts: ['api.github.com'],
  apiBase: 'https://api.github.com',
  headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
  account: {
    async identify({ request }) {
      const { data } = await request('GET /user', { schema: answers.userAnswer })
      return { id: String(data.id), name: data.login }
    },
  },
  defaults: [
    {
      argument: 'repo',
      parts: { arguments: ['owner', 'repo'], separator: '/' },
      label: 'Repository',
      listedBy: 'github_list_repos',
      list: 'repos',
      value: 'repo',
      name: 'repo',
    },
  ],
  tools: [
    {
      name: 'github_get_user',
      description: 'The signed-in user.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /user', { schema: answers.userAnswer })
        return compact({ login: data.login, name: data.name, email: data.email, url: data.html_url })
      },
    },
    {
      name: 'github_list_repos',
      description: 'Repositories the user owns or works on, last pushed first.',
      parameters: z.object(pageParameters),
      async handler(args, { request }) {
        const query = { sort: 'pushed', ...pageQuery(args) }
        const { data, headers } = await request('GET /user/repos', { query, schema: answers.reposAnswer })
        return pageOf('repos', data.map(answers.repoRow), headers)
      },
    },
    {
      name: 'github_search_issues',
      description: 'Search issues and pull requests.',
      parameters: z.object({
        query: z.string().min(1).describe('e.g. “is:issue is:open repo:o/r crash”; is:issue or is:pr needed'),
        ...pageParameters,
      }),
      async handler({ query: q, ...page }, { request }) {
        const { data, headers } = await request('GET /search/issues', {
          query: { q, ...pageQuery(page) },
          schema: answers.issuesFoundAnswer,
        })
        return {
          ...answers.foundCounts(data),
          ...pageOf('issues', data.items.map(answers.issueRow), headers),
        }
      },
    },
    {
      name: 'github_search_code',
      description: 'Search code on default branches. At most 10 calls a minute.',
      parameters: z.object({
        query: z.string().min(1).describe('e.g. “parseDate repo:o/r”'),
        ...pageParameters,
      }),
      async handler({ query: q, ...page }, { request }) {
        const { data, headers } = await request('GET /search/code', {
          query: { q, ...pageQuery(page) },
          headers: { accept: 'application/vnd.github.text-match+json' },
          schema: answers.codeFoundAnswer,
        })
        return { ...answers.foundCounts(data), ...pageOf('files', data.items.map(answers.codeRow), headers) }
      },
    },
    {
      name: 'github_get_issue',
      description: 'One issue. To read on, pass next_offset as offset.',
      parameters: z.object({ ...issueNumber, offset }),
      async handler({ offset, ...path }, { request }) {
        const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}'
        const { data } = await request(route, { path, schema: answers.issueAnswer })
        return answers.issueDetail(data, offset)
      },
    },
    {
      name: 'github_list_issue_comments',
      description: 'Comments of an issue or pull request, oldest first. Truncated ones: raise max_chars.',
      parameters: z.object({ ...issueNumber, max_chars: maxChars, ...pageParameters }),
      async handler({ max_chars, cursor, limit, ...path }, { request }) {
        const { data, headers } = await request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          path,
          query: pageQuery({ cursor, limit }),
          schema: answers.commentsAnswer,
        })
        const comments = data.map((comment) => answers.commentRow(comment, max_chars))
        return pageOf('comments', comments, headers)
      },
    },
    {
      name: 'github_list_pull_requests',
      description: 'Pull requests of a repository, newest first.',
      parameters: z.object({
        ...repository,
        state: z.enum(['open', 'closed', 'all']).default('open'),
        base: z.string().optional().describe('Target branch'),
        ...pageParameters,
      }),
      async handler({ owner, repo, state, base, ...page }, { request }) {
        const { data, headers } = await request('GET /repos/{owner}/{repo}/pulls', {
          path: { owner, repo },
          query: { state, base, ...pageQuery(page) },
          schema: answers.pullRequestsAnswer,
        })
        return pageOf('pull_requests', data.map(answers.pullRequestRow), headers)
      },
    },
    {
      name: 'github_get_pull_request',
      description: 'One pull request. To read on, pass next_offset as offset.',
      parameters: z.object({ ...pullNumber, offset }),
      async handler({ offset, ...path }, { request }) {
        const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
        const { data } = await request(route, { path, schema: answers.pullRequestAnswer })
        return answers.pullRequestDetail(data, offset)
      },
    },
    {
      name: 'github_list_pull_request_files',
      description: 'Changed files of a pull request with patches. Truncated ones: raise max_chars.',
      parameters: z.object({ ...pullNumber, max_chars: maxChars, ...pageParameters }),
      async handler({ max_chars, cursor, limit, ...path }, { request }) {
        const { data, headers } = await request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
          path,
          query: pageQuery({ cursor, limit }),
          schema: answers.changedFilesAnswer,
        })
        const files = data.map((file) => answers.changedFileRow(file, max_chars))
        return pageOf('files', files, headers)
      },
    },
    {
      name: 'github_get_file',
      description: 'Read a text file, or list a directory. To read on, pass next_offset as offset.',
      parameters: z.object({
        ...repository,
        path: z.string().default('').describe('Empty: the root'),
        ref: z.string().optional().describe('Branch, tag or commit'),
        offset,
        limit_chars: z.int().min(100).max(100_000).default(10_000),
      }),
      handler: readContent,
    },
    {
      name: 'github_list_notifications',
      description: 'Unread notifications, newest first. Fine-grained tokens cannot read them.',
      parameters: z.object({ all: z.boolean().optional().describe('Also read ones'), ...pageParameters }),
      async handler({ all, ...page }, { request }) {
        const options = { query: { all, ...pageQuery(page) }, schema: answers.notificationsAnswer }
        const { data, headers } = await request('GET /notifications', options)
        return pageOf('notifications', data.map(answers.notificationRow), headers)
      },
    },
    {
      name: 'github_create_issue',
      description: 'Open an issue. Each call opens a new one.',
      parameters: z.object({
        ...repository,
        title: z.string().min(1),
        body: z.string().optional().describe('Markdown'),
        labels: names,
        assignees: names.describe('Logins'),
      }),
      summary: ({ owner, repo, title }) => `Open the issue ${quote(title)} in ${quote(`${owner}/${repo}`)}`,
      preview: issuePreview,
      async handler({ owner, repo, ...json }, { request }) {
        const { data } = await request('POST /repos/{owner}/{repo}/issues', {
          path: { owner, repo },
          json,
          schema: answers.issueAnswer,
        })
        return { number: data.number, url: data.html_url }
      },
    },
    {
      name: 'github_update_issue',
      description: 'Change the given fields of an issue; labels and assignees replace all. Safe to repeat.',
      parameters: z.object({
        ...issueNumber,
        title: z.string().min(1).optional(),
        body: z.string().optional().describe('Markdown'),
        state: z.enum(['open', 'closed']).optional(),
        state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).optional(),
        labels: names,
        assignees: names.describe('Logins'),
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'owner', 'repo', 'issue_number')} of ${reference(args, args.issue_number)}`,
      preview: issuePreview,
      async handler({ owner, repo, issue_number, ...json }, { request }) {
        if (Object.keys(json).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
          path: { owner, repo, issue_number },
          json,
          schema: answers.issueAnswer,
        })
        return answers.issueRow(data)
      },
    },
    {
      name: 'github_create_comment',
      description: 'Comment on an issue or pull request. Each call adds one.',
      parameters: z.object({ ...issueNumber, body: z.string().min(1).describe('Markdown') }),
      summary: (args) => `Comment on ${reference(args, args.issue_number)}: ${quote(args.body)}`,
      preview: issuePreview,
      async handler({ body, ...path }, { request }) {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
        const { data } = await request(route, { path, json: { body }, schema: answers.commentAnswer })
        return { id: data.id, url: data.html_url }
      },
    },
    {
      name: 'github_merge_pull_request',
      description: 'Merge a pull request. A repeat is refused.',
      effect: 'destructive',
      parameters: z.object({
        ...pullNumber,
        merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
        sha: z.string().optional().describe('Only if this is the head commit'),
      }),
      summary: (args) => `Merge the pull request ${reference(args, args.pull_number)} (${args.merge_method})`,
      async handler({ merge_method, sha, ...path }, { request }) {
        const { data } = await request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
          path,
          json: { merge_method, sha },
          schema: answers.mergeAnswer,
        })
        if (data.merged !== true)
          throw new ProviderError(data.message ?? ownReason('notMerged', 'GitHub'), 200)
        return compact({ merged: true, sha: data.sha })
      },
    },
  ],
})
