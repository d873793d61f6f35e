import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageNumber, pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import { activityPreview, notePreview } from './pipedrive-announcements.ts'
import * as answers from './pipedrive-answers.ts'
import { activityFields, dealFields, optionalId } from './pipedrive-fields.ts'

function mustChange(fields: object): void {
  if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
}

/** Checked against https://github.com/pipedrive/client-nodejs; notes and users exist in version 1 only. */
export const pipedrive = defineIntegration({
  id: 'pipedrive',
  name: 'Pipedrive',
  category: 'crm-marketing-social',
  description: 'Deals, people, activities and notes.',
  icon: 'pipedrive.svg',
  auth: {
    type: 'api_key',
    label: 'API token',
    header: 'x-api-token',
    helpUrl: 'https://app.pipedrive.com/settings/api',
  },
  hosts: ['api.pipedrive.com'],
  apiBase: 'https://api.pipedrive.com',
  account: {
    async identify({ request }) {
      const { data: answer } = await request('GET /v1/users/me', { schema: answers.currentUserAnswer })
      const { id, email, name, company_id, company_name } = answer.data
      const person = email ?? name ?? String(id)
      return { id: `${company_id}/${id}`, name: company_name ? `${person} (${company_name})` : person }
    },
  },
  defaults: [
    {
      argument: 'pipeline_id',
      // A stage belongs to one pipeline: Pipedrive wants only one of the two.
      unless: ['stage_id'],
      label: 'Pipeline for new deals',
      listedBy: 'pipedrive_list_pipelines',
      list: 'pipelines',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'pipedrive_get_users',
      description: 'Everybody in the company, for owner_id; is_you marks the signed-in one.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /v1/users', { schema: answers.usersAnswer })
        return { users: data.data.map(answers.userRow) }
      },
    },
    {
      name: 'pipedrive_search_items',
      description: 'Find deals, people, organizations.',
      parameters: z.object({
        query: z.string().min(2),
        item_type: z.enum(['deal', 'person', 'organization']).optional(),
        ...pageParameters,
      }),
      async handler({ query: term, item_type, cursor, limit }, { request }) {
        const { data } = await request('GET /api/v2/itemSearch', {
          query: { term, item_types: item_type ?? 'deal,person,organization', limit, cursor },
          schema: answers.foundAnswer,
        })
        return answers.foundPage(data)
      },
    },
    {
      name: 'pipedrive_list_deals',
      description: 'Deals by every given filter, last changed first.',
      parameters: z.object({
        status: z.enum(['open', 'won', 'lost']).optional(),
        pipeline_id: optionalId,
        stage_id: optionalId,
        owner_id: optionalId,
        person_id: optionalId,
        org_id: optionalId,
        ...pageParameters,
      }),
      async handler(args, { request }) {
        const { data } = await request('GET /api/v2/deals', {
          query: { sort_by: 'update_time', sort_direction: 'desc', ...args },
          schema: answers.dealsAnswer,
        })
        return answers.pageOf('deals', data, compact)
      },
    },
    {
      name: 'pipedrive_get_deal',
      description: 'One deal by its id.',
      parameters: z.object({ deal_id: z.int() }),
      async handler(path, { request }) {
        const { data } = await request('GET /api/v2/deals/{deal_id}', { path, schema: answers.dealAnswer })
        return compact(data.data)
      },
    },
    {
      name: 'pipedrive_list_persons',
      description: 'People with e-mail addresses and phone numbers, last changed first.',
      parameters: z.object({ org_id: optionalId, deal_id: optionalId, ...pageParameters }),
      async handler(args, { request }) {
        const { data } = await request('GET /api/v2/persons', {
          query: { sort_by: 'update_time', sort_direction: 'desc', ...args },
          schema: answers.personsAnswer,
        })
        return answers.pageOf('persons', data, answers.personRow)
      },
    },
    {
      name: 'pipedrive_list_activities',
      description: 'Activities by every given filter, first due first.',
      parameters: z.object({
        done: z.boolean().optional().describe('Only done, or only open'),
        owner_id: optionalId,
        deal_id: optionalId,
        person_id: optionalId,
        org_id: optionalId,
        ...pageParameters,
      }),
      async handler(args, { request }) {
        const { data } = await request('GET /api/v2/activities', {
          query: { sort_by: 'due_date', ...args },
          schema: answers.activitiesAnswer,
        })
        return answers.pageOf('activities', data, answers.activityRow)
      },
    },
    {
      name: 'pipedrive_list_notes',
      description: 'Notes, newest first. Truncated ones: raise max_chars.',
      parameters: z.object({
        deal_id: optionalId,
        person_id: optionalId,
        org_id: optionalId,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ max_chars, cursor, ...args }, { request }) {
        const { data } = await request('GET /v1/notes', {
          query: { sort: 'add_time DESC', start: pageNumber(cursor), ...args },
          schema: answers.notesAnswer,
        })
        return answers.notesPage(data, max_chars)
      },
    },
    {
      name: 'pipedrive_list_pipelines',
      description: 'Pipelines: id and name.',
      parameters: z.object(pageParameters),
      async handler(query, { request }) {
        const { data } = await request('GET /api/v2/pipelines', { query, schema: answers.pipelinesAnswer })
        return answers.pageOf('pipelines', data, compact)
      },
    },
    {
      name: 'pipedrive_list_stages',
      description: 'Stages of one pipeline or all, for stage_id.',
      parameters: z.object({ pipeline_id: optionalId, ...pageParameters }),
      async handler(query, { request }) {
        const { data } = await request('GET /api/v2/stages', { query, schema: answers.stagesAnswer })
        return answers.pageOf('stages', data, compact)
      },
    },
    {
      name: 'pipedrive_create_deal',
      description: 'Create a deal. Each call makes a new one.',
      parameters: z.object({ title: z.string().min(1), ...dealFields, pipeline_id: optionalId }),
      summary: ({ title }) => `Create the deal ${quote(title)}`,
      async handler(json, { request }) {
        const { data } = await request('POST /api/v2/deals', { json, schema: answers.dealAnswer })
        return compact(data.data)
      },
    },
    {
      name: 'pipedrive_update_deal',
      description: 'Change the given fields of a deal, e.g. its stage. Safe to repeat.',
      parameters: z.object({
        deal_id: z.int(),
        title: z.string().min(1).optional(),
        status: z.enum(['open', 'won', 'lost']).optional(),
        lost_reason: z.string().optional().describe('With lost'),
        ...dealFields,
      }),
      summary: (args) => `Change ${changedFields(args, 'deal_id')} of the deal ${quote(args.deal_id)}`,
      async handler({ deal_id, ...json }, { request }) {
        mustChange(json)
        const { data } = await request('PATCH /api/v2/deals/{deal_id}', {
          path: { deal_id },
          json,
          schema: answers.dealAnswer,
        })
        return compact(data.data)
      },
    },
    {
      name: 'pipedrive_create_person',
      description: 'Create a person. Each call makes a new one; search first.',
      parameters: z.object({
        name: z.string().min(1),
        email: z.string().optional().describe('Address'),
        phone: z.string().optional().describe('Number'),
        job_title: z.string().optional().describe('e.g. CTO'),
        org_id: optionalId,
        owner_id: optionalId,
      }),
      summary: ({ name }) => `Create the person ${quote(name)}`,
      async handler({ email, phone, ...fields }, { request }) {
        const emails = email === undefined ? undefined : [{ value: email, primary: true }]
        const phones = phone === undefined ? undefined : [{ value: phone, primary: true }]
        const { data } = await request('POST /api/v2/persons', {
          json: { ...fields, emails, phones },
          schema: answers.personAnswer,
        })
        return answers.personRow(data.data)
      },
    },
    {
      name: 'pipedrive_create_activity',
      description: 'Plan an activity. Each call makes a new one.',
      parameters: z.object({
        subject: z.string().min(1),
        ...activityFields,
        deal_id: optionalId,
        person_id: optionalId,
        org_id: optionalId,
      }),
      summary: ({ subject, due_date }) =>
        `Plan ${quote(subject)}${due_date ? ` for ${quote(due_date)}` : ''}`,
      preview: activityPreview,
      async handler({ person_id, ...fields }, { request }) {
        const participants = person_id === undefined ? undefined : [{ person_id, primary: true }]
        const { data } = await request('POST /api/v2/activities', {
          json: { ...fields, participants },
          schema: answers.activityAnswer,
        })
        return answers.activityRow(data.data)
      },
    },
    {
      name: 'pipedrive_update_activity',
      description: 'Change the given fields of an activity, e.g. mark it done. Safe to repeat.',
      parameters: z.object({
        activity_id: z.int(),
        done: z.boolean().optional().describe('Whether it is'),
        subject: z.string().min(1).optional(),
        ...activityFields,
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'activity_id')} of the activity ${quote(args.activity_id)}`,
      preview: activityPreview,
      async handler({ activity_id, ...json }, { request }) {
        mustChange(json)
        const { data } = await request('PATCH /api/v2/activities/{activity_id}', {
          path: { activity_id },
          json,
          schema: answers.activityAnswer,
        })
        return answers.activityRow(data.data)
      },
    },
    {
      name: 'pipedrive_create_note',
      description: 'Note on a deal, person or organization: one of them is needed. Each call adds one.',
      parameters: z.object({
        body: z.string().min(1).describe('HTML'),
        deal_id: optionalId,
        person_id: optionalId,
        org_id: optionalId,
      }),
      summary: ({ body }) => `Add the note ${quote(body)}`,
      preview: notePreview,
      async handler({ body, ...ids }, { request }) {
        const json = { content: body, ...ids }
        const { data } = await request('POST /v1/notes', { json, schema: answers.noteAnswer })
        return { id: data.data.id }
      },
    },
  ],
})
