import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import * as answers from './vercel-answers.ts'

/** Nearly every call takes the team it is for; without one it is the token's default team. */
const team_id = z.string().optional()
const project = z.string().describe('Id or name')
const deployment_id = z.string()

const invalidToken = z.object({
  error: z.object({ invalidToken: z.literal(true), message: z.string().nullish() }),
})

/** A token that is no longer valid is refused with 403, as a missing right is. */
function vercelRefusal(answer: unknown): ProviderError | undefined {
  const { data } = invalidToken.safeParse(answer)
  return data && new ProviderError(data.error.message ?? ownReason('invalidToken'), 401)
}

/** @see https://vercel.com/docs/rest-api */
export const vercel = defineIntegration({
  id: 'vercel',
  name: 'Vercel',
  category: 'developer-tools',
  description: 'Projects, deployments, build logs and domains.',
  icon: 'vercel.svg',
  auth: [
    {
      type: 'api_key',
      label: 'Access token',
      prefix: 'Bearer ',
      helpUrl: 'https://vercel.com/account/tokens',
    },
  ],
  hosts: ['api.vercel.com'],
  apiBase: 'https://api.vercel.com',
  refusal: vercelRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('GET /v2/user', { schema: answers.userAnswer })
      const { id, email, username } = data.user
      return { id, name: email ?? username ?? id }
    },
  },
  tools: [
    {
      name: 'vercel_list_teams',
      description: 'Teams, for team_id.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const query = { limit, until: cursor }
        const { data } = await request('GET /v2/teams', { query, schema: answers.teamsAnswer })
        return answers.pageOf('teams', data.teams, data.pagination, answers.teamRow)
      },
    },
    {
      name: 'vercel_list_projects',
      description: 'Projects by name, framework and repository.',
      parameters: z.object({
        search: z.string().optional().describe('In the name'),
        team_id,
        ...pageParameters,
      }),
      async handler({ search, team_id, cursor, limit }, { request }) {
        const query = { search, teamId: team_id, from: cursor, limit }
        const { data } = await request('GET /v10/projects', { query, schema: answers.projectsAnswer })
        return answers.pageOf('projects', data.projects, data.pagination, answers.projectRow)
      },
    },
    {
      name: 'vercel_get_project',
      description: 'One project: repository, build settings, what is in production.',
      parameters: z.object({ project, team_id }),
      async handler({ project, team_id }, { request }) {
        const { data } = await request('GET /v9/projects/{project}', {
          path: { project },
          query: { teamId: team_id },
          schema: answers.projectAnswer,
        })
        return answers.projectDetail(data)
      },
    },
    {
      name: 'vercel_list_deployments',
      description: 'Deployments, newest first.',
      parameters: z.object({
        project: project.optional(),
        state: z.enum(['BUILDING', 'ERROR', 'INITIALIZING', 'QUEUED', 'READY', 'CANCELED']).optional(),
        target: z.string().optional().describe('Environment, e.g. “production”'),
        branch: z.string().optional().describe('Git branch'),
        team_id,
        ...pageParameters,
      }),
      async handler({ project, team_id, cursor, ...filters }, { request }) {
        const query = { ...filters, projectId: project, teamId: team_id, until: cursor }
        const { data } = await request('GET /v7/deployments', { query, schema: answers.deploymentsAnswer })
        return answers.pageOf('deployments', data.deployments, data.pagination, answers.listedDeploymentRow)
      },
    },
    {
      name: 'vercel_get_deployment',
      description: 'One deployment: state, error, domains.',
      parameters: z.object({ deployment: z.string().describe('Id or host name'), team_id }),
      async handler({ deployment, team_id }, { request }) {
        const { data } = await request('GET /v13/deployments/{deployment}', {
          path: { deployment },
          query: { teamId: team_id },
          schema: answers.deploymentAnswer,
        })
        return answers.deploymentDetail(data)
      },
    },
    {
      name: 'vercel_get_build_log',
      description: 'The end of a build log. For all of it start at offset 0, then pass next_offset.',
      parameters: z.object({ deployment_id, offset: z.int().min(0).optional(), team_id }),
      async handler({ deployment_id, offset, team_id }, { request }) {
        const { data } = await request('GET /v3/deployments/{deployment_id}/events', {
          path: { deployment_id },
          query: { direction: 'forward', follow: 0, limit: -1, teamId: team_id },
          schema: answers.eventsAnswer,
        })
        return answers.logWindow(data, offset)
      },
    },
    {
      name: 'vercel_list_domains',
      description: 'Domains of a project, with the DNS entries that unverified ones need.',
      parameters: z.object({ project, team_id, ...pageParameters }),
      async handler({ project, team_id, cursor, limit }, { request }) {
        const { data } = await request('GET /v9/projects/{project}/domains', {
          path: { project },
          query: { limit, teamId: team_id, until: cursor },
          schema: answers.domainsAnswer,
        })
        return answers.pageOf('domains', data.domains, data.pagination, answers.domainRow)
      },
    },
    {
      name: 'vercel_get_env_variables',
      description: 'Names and targets of a project’s environment variables, never their values.',
      parameters: z.object({ project, team_id }),
      async handler({ project, team_id }, { request }) {
        const { data } = await request('GET /v10/projects/{project}/env', {
          path: { project },
          query: { teamId: team_id },
          schema: answers.variablesAnswer,
        })
        return { variables: data.envs.map(answers.variableRow) }
      },
    },
    {
      name: 'vercel_create_deployment',
      description: 'Build and deploy the source of an earlier deployment again. Each call makes a new one.',
      parameters: z.object({
        deployment_id,
        project_name: z.string().describe('Its project'),
        target: z.enum(['production', 'staging']).optional(),
        latest_commit: z.boolean().default(false).describe('Of its branch'),
        team_id,
      }),
      summary: ({ deployment_id, project_name, target }) =>
        `Redeploy ${quote(deployment_id)} of ${quote(project_name)}${target === undefined ? '' : ` to ${target}`}`,
      async handler({ deployment_id, project_name, target, latest_commit, team_id }, { request }) {
        const { data } = await request('POST /v13/deployments', {
          query: { teamId: team_id },
          json: compact({
            name: project_name,
            deploymentId: deployment_id,
            target,
            withLatestCommit: latest_commit ? true : undefined,
          }),
          schema: answers.deploymentAnswer,
        })
        return answers.deploymentDetail(data)
      },
    },
    {
      name: 'vercel_set_production_deployment',
      description:
        'Point a project’s production domains to a finished deployment, without a new build. Safe to repeat.',
      parameters: z.object({ project_id: z.string(), deployment_id, team_id }),
      summary: ({ project_id, deployment_id }) =>
        `Put the deployment ${quote(deployment_id)} of ${quote(project_id)} into production`,
      async handler({ project_id, deployment_id, team_id }, { request }) {
        await request('POST /v10/projects/{project_id}/promote/{deployment_id}', {
          path: { project_id, deployment_id },
          query: { teamId: team_id },
          schema: z.unknown(),
        })
        return { deployment_id, promotion: 'requested' }
      },
    },
    {
      name: 'vercel_cancel_deployment',
      description: 'Stop a deployment that is still building.',
      parameters: z.object({ deployment_id, team_id }),
      summary: ({ deployment_id }) => `Cancel the deployment ${quote(deployment_id)}`,
      async handler({ deployment_id, team_id }, { request }) {
        const { data } = await request('PATCH /v12/deployments/{deployment_id}/cancel', {
          path: { deployment_id },
          query: { teamId: team_id },
          schema: answers.deploymentAnswer,
        })
        return answers.deploymentDetail(data)
      },
    },
  ],
})
