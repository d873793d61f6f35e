import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './sentry-answers.ts'

/** Where the data of an organization lies. */
const BASES = { us: 'https://us.sentry.io/api/0', de: 'https://de.sentry.io/api/0' } as const

const place = { organization_id: z.string(), region: z.enum(['us', 'de']).optional() }
const issuePlace = { ...place, issue_id: z.string() }
const project = z.string().optional().describe('Slug')
const period = z.string().optional().describe('e.g. 24h, 14d')

/** @see https://docs.sentry.io/api/ */
export const sentry = defineIntegration({
  id: 'sentry',
  name: 'Sentry',
  category: 'developer-tools',
  description: 'Errors, their events and releases.',
  icon: 'sentry.svg',
  auth: [
    {
      type: 'api_key',
      label: 'Personal token',
      prefix: 'Bearer ',
      helpUrl: 'https://sentry.io/settings/account/api/auth-tokens/',
      placeholder: 'sntryu_…',
    },
  ],
  hosts: ['sentry.io', 'us.sentry.io', 'de.sentry.io'],
  // Lists the organizations of every region.
  apiBase: 'https://sentry.io/api/0',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /organizations/', { schema: answers.organizationsAnswer })
      const [first] = data
      if (!first) throw new ProviderError(ownReason('noOrganization'), 403)
      return { id: first.id, name: data.map(({ slug }) => slug).join(', ') }
    },
  },
  tools: [
    {
      name: 'sentry_list_organizations',
      description: 'Organizations: their id and region, for the other tools. Region defaults to us.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const { data, headers } = await request('GET /organizations/', {
          query: { per_page: limit, cursor },
          schema: answers.organizationsAnswer,
        })
        return answers.pageOf('organizations', data.map(answers.organizationRow), headers)
      },
    },
    {
      name: 'sentry_list_projects',
      description: 'Projects of an organization.',
      parameters: z.object({
        ...place,
        query: z.string().optional().describe('Part of the name'),
        ...pageParameters,
      }),
      async handler({ organization_id, region, query, cursor, limit }, { request }) {
        const { data, headers } = await request('GET /organizations/{organization_id}/projects/', {
          base: BASES[region ?? 'us'],
          path: { organization_id },
          query: { query, per_page: limit, cursor },
          schema: answers.projectsAnswer,
        })
        return answers.pageOf('projects', data, headers)
      },
    },
    {
      name: 'sentry_search_issues',
      description: 'Issues (grouped errors) of an organization.',
      parameters: z.object({
        ...place,
        query: z.string().default('is:unresolved').describe('e.g. “is:unresolved level:error crash”'),
        project,
        period,
        sort: z.enum(['date', 'new', 'freq', 'user', 'trends']).default('date'),
        ...pageParameters,
      }),
      async handler({ organization_id, region, period, ...query }, { request }) {
        const { data, headers } = await request('GET /organizations/{organization_id}/issues/', {
          base: BASES[region ?? 'us'],
          path: { organization_id },
          query: { ...query, statsPeriod: period },
          schema: answers.issuesAnswer,
        })
        return answers.pageOf('issues', data.map(answers.issueRow), headers)
      },
    },
    {
      name: 'sentry_get_issue',
      description: 'One issue: status, counts, assignee.',
      parameters: z.object(issuePlace),
      async handler({ region, ...path }, { request }) {
        const { data } = await request('GET /organizations/{organization_id}/issues/{issue_id}/', {
          base: BASES[region ?? 'us'],
          path,
          schema: answers.issueAnswer,
        })
        return answers.issueDetail(data)
      },
    },
    {
      name: 'sentry_get_issue_event',
      description:
        'One event of an issue (or latest, oldest) with its stack trace. To read on, pass next_offset as offset.',
      parameters: z.object({
        ...issuePlace,
        event_id: z.string().default('latest'),
        offset: z.int().min(0).default(0),
      }),
      async handler({ region, offset, ...path }, { request }) {
        const route = 'GET /organizations/{organization_id}/issues/{issue_id}/events/{event_id}/'
        const { data } = await request(route, {
          base: BASES[region ?? 'us'],
          path,
          query: { llmFormat: 'markdown' },
          schema: answers.eventAnswer,
        })
        return answers.eventDetail(data, offset)
      },
    },
    {
      name: 'sentry_list_issue_events',
      description: 'Events of an issue with their tags, newest first.',
      parameters: z.object({
        ...issuePlace,
        query: z.string().optional(),
        ...pageParameters,
      }),
      async handler({ region, organization_id, issue_id, query, cursor, limit }, { request }) {
        const { data, headers } = await request(
          'GET /organizations/{organization_id}/issues/{issue_id}/events/',
          {
            base: BASES[region ?? 'us'],
            path: { organization_id, issue_id },
            query: { query, per_page: limit, cursor },
            schema: answers.eventsAnswer,
          },
        )
        return answers.pageOf('events', data.map(answers.eventRow), headers)
      },
    },
    {
      name: 'sentry_get_issue_tag',
      description: 'How an issue’s events spread over a tag’s values, e.g. release.',
      parameters: z.object({
        ...issuePlace,
        key: z.string().describe('Tag'),
      }),
      async handler({ region, ...path }, { request }) {
        const { data } = await request('GET /organizations/{organization_id}/issues/{issue_id}/tags/{key}/', {
          base: BASES[region ?? 'us'],
          path,
          schema: answers.tagAnswer,
        })
        return answers.tagDetail(data)
      },
    },
    {
      name: 'sentry_list_releases',
      description: 'Releases of an organization, newest first.',
      parameters: z.object({
        ...place,
        project,
        query: z.string().optional().describe('Part of the version'),
        ...pageParameters,
      }),
      async handler({ organization_id, region, limit, ...query }, { request }) {
        const { data, headers } = await request('GET /organizations/{organization_id}/releases/', {
          base: BASES[region ?? 'us'],
          path: { organization_id },
          query: { ...query, per_page: limit },
          schema: answers.releasesAnswer,
        })
        return answers.pageOf('releases', data.map(answers.releaseRow), headers)
      },
    },
    {
      name: 'sentry_query_events',
      description: 'Table over events: fields and functions, grouped by the plain fields.',
      parameters: z.object({
        ...place,
        dataset: z.enum(['errors', 'logs', 'spans']),
        fields: z.array(z.string()).describe('e.g. title, count()'),
        query: z.string().optional(),
        sort: z.string().optional().describe('A field; “-field” descending'),
        project,
        period,
        ...pageParameters,
      }),
      async handler({ organization_id, region, fields, period, limit, ...query }, { request }) {
        const { data, headers } = await request('GET /organizations/{organization_id}/events/', {
          base: BASES[region ?? 'us'],
          path: { organization_id },
          query: { field: fields, ...query, statsPeriod: period, per_page: limit },
          schema: answers.tableAnswer,
        })
        return answers.pageOf('rows', data.data, headers)
      },
    },
    {
      name: 'sentry_update_issue',
      description: 'Resolve, reopen, ignore, assign or prioritise an issue. Safe to repeat.',
      parameters: z.object({
        ...issuePlace,
        status: z.enum(['resolved', 'resolvedInNextRelease', 'unresolved', 'ignored']).optional(),
        assigned_to: z.string().optional().describe('E-mail, username or team:<id>'),
        priority: z.enum(['low', 'medium', 'high']).optional(),
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'organization_id', 'region', 'issue_id')} of the issue ${quote(args.issue_id)} in ${quote(args.organization_id)}`,
      async handler({ region, organization_id, issue_id, status, assigned_to, priority }, { request }) {
        if ((status ?? assigned_to ?? priority) === undefined) {
          throw new ProviderError(ownReason('noField'), 400)
        }
        const { data } = await request('PUT /organizations/{organization_id}/issues/{issue_id}/', {
          base: BASES[region ?? 'us'],
          path: { organization_id, issue_id },
          json: { status, assignedTo: assigned_to, priority },
          schema: answers.issueAnswer,
        })
        return answers.issueRow(data)
      },
    },
  ],
})
