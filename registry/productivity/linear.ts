import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './linear-answers.ts'
import * as documents from './linear-documents.ts'

const issueId = z.string().min(1).describe('UUID or ENG-123')
const teamId = z.string().optional()

/** What creating and updating an issue have in common. */
const issueFields = {
  body: z.string().optional().describe('Markdown'),
  priority: z.int().min(0).max(4).optional().describe('0 none, 1 urgent … 4 low'),
  state_id: z.string().optional(),
  label_ids: z.array(z.string()).optional(),
  project_id: z.string().optional(),
  due_date: z.string().optional().describe('YYYY-MM-DD'),
}

const updateParameters = z.object({
  id: issueId,
  title: z.string().min(1).optional(),
  ...issueFields,
  assignee_id: z.string().nullable().optional().describe('null: nobody'),
})

/** Fields of `IssueCreateInput` and `IssueUpdateInput`; undefined ones are not sent. */
function issueInput(args: Omit<z.output<typeof updateParameters>, 'id'>) {
  return {
    title: args.title,
    description: args.body,
    priority: args.priority,
    assigneeId: args.assignee_id,
    stateId: args.state_id,
    labelIds: args.label_ids,
    projectId: args.project_id,
    dueDate: args.due_date,
  }
}

function equal(id: string | undefined) {
  return id === undefined ? undefined : { id: { eq: id } }
}

function containing(name: string | undefined) {
  return name === undefined ? undefined : { name: { containsIgnoreCase: name } }
}

/** @see https://linear.app/developers/graphql */
export const linear = defineIntegration({
  id: 'linear',
  name: 'Linear',
  category: 'productivity',
  description: 'Issue tracking for fast-moving teams.',
  icon: 'linear.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://linear.app/oauth/authorize',
      tokenUrl: 'https://api.linear.app/oauth/token',
      scopes: { read: 'Read issues, projects and teams', write: 'Create, change and archive issues' },
      scopeSeparator: ',',
      authorizeParams: { prompt: 'consent' },
      clientIdEnv: 'LINEAR_CLIENT_ID',
      clientSecretEnv: 'LINEAR_CLIENT_SECRET',
      revoke: { url: 'https://api.linear.app/oauth/revoke', authorization: 'bearer' },
      consoleUrl: 'https://linear.app/settings/api/applications/new',
    },
    {
      // A personal key travels without `Bearer`.
      type: 'api_key',
      label: 'Personal API key',
      helpUrl: 'https://linear.app/settings/account/security',
      placeholder: 'lin_api_…',
    },
  ],
  hosts: ['api.linear.app'],
  graphqlUrl: 'https://api.linear.app/graphql',
  account: {
    async identify({ graphql }) {
      const { viewer } = await graphql(documents.getViewer, {}, answers.viewerAnswer)
      const name = viewer.email ?? viewer.name ?? viewer.id
      const workspace = viewer.organization?.name
      return { id: viewer.id, name: workspace ? `${name} (${workspace})` : name }
    },
  },
  defaults: [
    {
      argument: 'team_id',
      label: 'Team',
      listedBy: 'linear_list_teams',
      list: 'teams',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'linear_get_viewer',
      description: 'The signed-in user and their workspace.',
      parameters: z.object({}),
      async handler(_args, { graphql }) {
        const { viewer } = await graphql(documents.getViewer, {}, answers.viewerAnswer)
        const { id, name, email, organization } = viewer
        return compact({
          id,
          name,
          email,
          workspace: organization?.name,
          workspace_key: organization?.urlKey,
        })
      },
    },
    {
      name: 'linear_list_teams',
      description: 'Teams: id, key, name.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { graphql }) {
        const variables = { first: limit, after: cursor }
        const { teams } = await graphql(documents.listTeams, variables, answers.teamsAnswer)
        return answers.pageOf('teams', teams, compact)
      },
    },
    {
      name: 'linear_list_users',
      description: 'People of the workspace, for assignee_id.',
      parameters: z.object({ name: z.string().optional().describe('Part of it'), ...pageParameters }),
      async handler({ name, cursor, limit }, { graphql }) {
        const variables = { filter: containing(name), first: limit, after: cursor }
        const { users } = await graphql(documents.listUsers, variables, answers.usersAnswer)
        return answers.pageOf('users', users, compact)
      },
    },
    {
      name: 'linear_search_issues',
      description: 'Full-text search in issues, best match first.',
      parameters: z.object({ query: z.string().min(1), ...pageParameters }),
      async handler({ query, cursor, limit }, { graphql }) {
        const variables = { term: query, first: limit, after: cursor }
        const { issues } = await graphql(documents.searchIssues, variables, answers.issuesAnswer)
        return answers.pageOf('issues', issues, answers.issueRow)
      },
    },
    {
      name: 'linear_list_issues',
      description: 'Issues that meet every given filter, last updated first.',
      parameters: z.object({
        team_id: teamId,
        project_id: z.string().optional(),
        assignee_id: z.string().optional().describe('Or “me”'),
        state: z.string().optional().describe('Name, e.g. In Progress'),
        ...pageParameters,
      }),
      async handler({ team_id, project_id, assignee_id, state, cursor, limit }, { graphql }) {
        const filter = {
          team: equal(team_id),
          project: equal(project_id),
          assignee: assignee_id === 'me' ? { isMe: { eq: true } } : equal(assignee_id),
          state: state === undefined ? undefined : { name: { eqIgnoreCase: state } },
        }
        const variables = { filter, first: limit, after: cursor }
        const { issues } = await graphql(documents.listIssues, variables, answers.issuesAnswer)
        return answers.pageOf('issues', issues, answers.issueRow)
      },
    },
    {
      name: 'linear_get_issue',
      description: 'One issue. If next_offset comes back, the description goes on there: pass it as offset.',
      parameters: z.object({ id: issueId, offset: z.int().min(0).default(0) }),
      async handler({ id, offset }, { graphql }) {
        const { issue } = await graphql(documents.getIssue, { id }, answers.issueAnswer)
        return answers.issueDetail(issue, offset)
      },
    },
    {
      name: 'linear_list_comments',
      description: 'Comments of an issue. Truncated ones: raise max_chars.',
      parameters: z.object({
        issue_id: issueId,
        max_chars: z.int().min(100).max(50_000).default(2000).describe('Per comment'),
        ...pageParameters,
      }),
      async handler({ issue_id, max_chars, cursor, limit }, { graphql }) {
        const variables = { id: issue_id, first: limit, after: cursor }
        const { issue } = await graphql(documents.listComments, variables, answers.commentsAnswer)
        return answers.pageOf('comments', issue.comments, (comment) => answers.commentRow(comment, max_chars))
      },
    },
    {
      name: 'linear_list_workflow_states',
      description: 'States an issue can have, for state_id.',
      parameters: z.object({ team_id: teamId, ...pageParameters }),
      async handler({ team_id, cursor, limit }, { graphql }) {
        const filter = team_id === undefined ? undefined : { team: equal(team_id) }
        const variables = { filter, first: limit, after: cursor }
        const { workflowStates } = await graphql(
          documents.listWorkflowStates,
          variables,
          answers.statesAnswer,
        )
        return answers.pageOf('states', workflowStates, answers.teamRow)
      },
    },
    {
      name: 'linear_list_labels',
      description: 'Issue labels of the workspace, or those a team can use.',
      parameters: z.object({ team_id: teamId, ...pageParameters }),
      async handler({ team_id, cursor, limit }, { graphql }) {
        const usable = { or: [{ team: equal(team_id) }, { team: { null: true } }] }
        const variables = { filter: team_id === undefined ? undefined : usable, first: limit, after: cursor }
        const { issueLabels } = await graphql(documents.listLabels, variables, answers.labelsAnswer)
        return answers.pageOf('labels', issueLabels, answers.teamRow)
      },
    },
    {
      name: 'linear_list_projects',
      description: 'Projects with status, lead and target date.',
      parameters: z.object({ name: z.string().optional().describe('Part of it'), ...pageParameters }),
      async handler({ name, cursor, limit }, { graphql }) {
        const variables = { filter: containing(name), first: limit, after: cursor }
        const { projects } = await graphql(documents.listProjects, variables, answers.projectsAnswer)
        return answers.pageOf('projects', projects, answers.projectRow)
      },
    },
    {
      name: 'linear_create_issue',
      description: 'Create an issue. Each call makes a new one.',
      parameters: z.object({
        team_id: z.string().min(1),
        title: z.string().min(1),
        ...issueFields,
        assignee_id: z.string().optional(),
      }),
      summary: ({ title }) => `Create the issue ${quote(title)}`,
      preview: ({ title, body }) => ({ kind: 'document', title, body }),
      async handler({ team_id, ...fields }, { graphql }) {
        const input = { teamId: team_id, ...issueInput(fields) }
        const { saved } = await graphql(documents.createIssue, { input }, answers.savedIssueAnswer)
        return answers.savedIssueRow(saved)
      },
    },
    {
      name: 'linear_update_issue',
      description: 'Change the given fields of an issue; label_ids replaces all labels. Safe to repeat.',
      parameters: updateParameters,
      summary: (args) => `Change ${changedFields(args, 'id')} of the issue ${quote(args.id)}`,
      preview: ({ id: place, title, body }) => documentPreview({ place, title, body }),
      async handler({ id, ...fields }, { graphql }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const variables = { id, input: issueInput(fields) }
        const { saved } = await graphql(documents.updateIssue, variables, answers.savedIssueAnswer)
        return answers.savedIssueRow(saved)
      },
    },
    {
      name: 'linear_create_comment',
      description: 'Comment on an issue. Each call adds a new comment.',
      parameters: z.object({
        issue_id: issueId,
        body: z.string().min(1).describe('Markdown'),
        parent_id: z.string().optional().describe('Comment to answer'),
      }),
      summary: ({ issue_id, body }) => `Comment on the issue ${quote(issue_id)}: ${quote(body)}`,
      preview: ({ issue_id: place, body, parent_id: replyTo }) => ({
        kind: 'document',
        place,
        body,
        replyTo,
      }),
      async handler({ issue_id, body, parent_id }, { graphql }) {
        const input = { issueId: issue_id, body, parentId: parent_id }
        const { saved } = await graphql(documents.createComment, { input }, answers.savedCommentAnswer)
        return compact({ ...answers.successful(saved).comment })
      },
    },
    {
      name: 'linear_archive_issue',
      description: 'Archive an issue; it can be restored in Linear. Safe to repeat.',
      parameters: z.object({ id: z.string().min(1).describe('UUID') }),
      summary: ({ id }) => `Archive the issue ${quote(id)}`,
      async handler({ id }, { graphql }) {
        const { saved } = await graphql(documents.archiveIssue, { id }, answers.savedAnswer)
        answers.successful(saved)
        return { id, archived: true }
      },
    },
  ],
})
