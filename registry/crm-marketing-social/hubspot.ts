import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { changedFields, quote } from '../sentences.ts'
import { activityPreview } from './hubspot-announcements.ts'
import * as answers from './hubspot-answers.ts'
import {
  contactFields,
  contactProperties,
  dealFields,
  dealProperties,
  optionalId,
} from './hubspot-properties.ts'
import * as records from './hubspot-records.ts'

const searched = { query: z.string().optional(), ...pageParameters }
const recordIds = { contact_id: optionalId, company_id: optionalId, deal_id: optionalId }

/** Checked against https://github.com/HubSpot/HubSpot-public-api-spec-collection, v3. */
export const hubspot = defineIntegration({
  id: 'hubspot',
  name: 'HubSpot',
  category: 'crm-marketing-social',
  description: 'Contacts, companies, deals, notes and tasks.',
  icon: 'hubspot.svg',
  curated: 7,
  auth: [
    {
      type: 'api_key',
      label: 'Service key or private app token',
      prefix: 'Bearer ',
      helpUrl:
        'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/account-service-keys',
      placeholder: 'pat-…',
    },
    {
      type: 'oauth2',
      authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
      tokenUrl: 'https://api.hubapi.com/oauth/v3/token',
      scopes: {
        oauth: 'See which HubSpot account this is',
        'crm.objects.contacts.read': 'Read contacts, notes and tasks',
        'crm.objects.contacts.write': 'Create and change contacts, notes and tasks',
        'crm.objects.companies.read': 'Read companies',
        'crm.objects.deals.read': 'Read deals and pipelines',
        'crm.objects.deals.write': 'Create and change deals',
        'crm.objects.owners.read': 'See who owns a record',
      },
      clientIdEnv: 'HUBSPOT_CLIENT_ID',
      clientSecretEnv: 'HUBSPOT_CLIENT_SECRET',
      clientSecret: 'required',
      // HubSpot takes plain http on localhost only, and the redirect address as it was registered.
      redirect: { host: 'localhost', port: 47117 },
      revoke: { url: 'https://api.hubapi.com/oauth/v3/token/revoke' },
      consoleUrl:
        'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth',
    },
  ],
  hosts: ['api.hubapi.com'],
  apiBase: 'https://api.hubapi.com',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /account-info/v3/details', { schema: answers.accountAnswer })
      const hub = `HubSpot ${data.portalId}`
      return { id: String(data.portalId), name: data.uiDomain ? `${hub} (${data.uiDomain})` : hub }
    },
  },
  defaults: [
    {
      argument: 'owner_id',
      label: 'Owner of new records',
      listedBy: 'hubspot_list_owners',
      list: 'owners',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'hubspot_search_contacts',
      description: 'Contacts by name, e-mail, phone or company, last changed first.',
      parameters: z.object({ ...searched, owner_id: optionalId }),
      async handler({ owner_id, ...search }, { request }) {
        const wanted = { hubspot_owner_id: owner_id }
        const page = await records.searchRecords(request, 'contacts', search, wanted)
        return answers.pageOf('contacts', page, answers.contactRow)
      },
    },
    {
      name: 'hubspot_get_contact',
      description: 'One contact with the ids of its companies and deals.',
      parameters: z.object({ contact_id: z.string().min(1).describe('Id or e-mail address') }),
      async handler({ contact_id }, { request }) {
        const contact = await records.getRecord(request, 'contacts', contact_id, ['companies', 'deals'])
        const company_ids = answers.associatedIds(contact, 'companies')
        const deal_ids = answers.associatedIds(contact, 'deals')
        return compact({ ...answers.contactRow(contact), company_ids, deal_ids })
      },
    },
    {
      name: 'hubspot_search_companies',
      description: 'Companies by name, domain or phone, last changed first.',
      parameters: z.object({ ...searched, owner_id: optionalId }),
      async handler({ owner_id, ...search }, { request }) {
        const wanted = { hubspot_owner_id: owner_id }
        const page = await records.searchRecords(request, 'companies', search, wanted)
        return answers.pageOf('companies', page, answers.companyRow)
      },
    },
    {
      name: 'hubspot_search_deals',
      description: 'Deals by every given filter, last changed first.',
      parameters: z.object({
        ...searched,
        pipeline_id: optionalId,
        stage_id: optionalId,
        owner_id: optionalId,
      }),
      async handler({ pipeline_id, stage_id, owner_id, ...search }, { request }) {
        const wanted = { pipeline: pipeline_id, dealstage: stage_id, hubspot_owner_id: owner_id }
        const page = await records.searchRecords(request, 'deals', search, wanted)
        return answers.pageOf('deals', page, answers.dealRow)
      },
    },
    {
      name: 'hubspot_get_deal',
      description: 'One deal with the ids of its contacts and companies.',
      parameters: z.object({ deal_id: z.string().min(1) }),
      async handler({ deal_id }, { request }) {
        const deal = await records.getRecord(request, 'deals', deal_id, ['contacts', 'companies'])
        const contact_ids = answers.associatedIds(deal, 'contacts')
        const company_ids = answers.associatedIds(deal, 'companies')
        return compact({ ...answers.dealRow(deal), contact_ids, company_ids })
      },
    },
    {
      name: 'hubspot_get_pipelines',
      description: 'Deal pipelines and their stages, for pipeline_id and stage_id.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const options = { path: { object: 'deals' }, schema: answers.pipelinesAnswer }
        const { data } = await request('GET /crm/v3/pipelines/{object}', options)
        return { pipelines: data.results.map(answers.pipelineRow) }
      },
    },
    {
      name: 'hubspot_list_owners',
      description: 'People who can own records, for owner_id.',
      parameters: z.object({ email: z.string().optional().describe('Exact address'), ...pageParameters }),
      async handler({ email, cursor, limit }, { request }) {
        const query = { email, limit, after: cursor }
        const { data } = await request('GET /crm/v3/owners', { query, schema: answers.ownersAnswer })
        return answers.pageOf('owners', data, answers.ownerRow)
      },
    },
    {
      name: 'hubspot_search_notes',
      description:
        'Notes, e.g. of a contact, company or deal, newest first. Truncated ones: raise max_chars.',
      parameters: z.object({
        ...searched,
        ...recordIds,
        max_chars: z.int().min(100).max(50_000).default(2000),
      }),
      async handler({ contact_id, company_id, deal_id, max_chars, ...search }, { request }) {
        const wanted = records.associatedWith({ contact_id, company_id, deal_id })
        const page = await records.searchRecords(request, 'notes', search, wanted)
        return answers.pageOf('notes', page, (note) => answers.noteRow(note, max_chars))
      },
    },
    {
      name: 'hubspot_search_tasks',
      description: 'Tasks that meet every given filter, first due first.',
      parameters: z.object({
        ...searched,
        ...recordIds,
        owner_id: optionalId,
        status: z.enum(['NOT_STARTED', 'COMPLETED']).optional(),
      }),
      async handler({ contact_id, company_id, deal_id, owner_id, status, ...search }, { request }) {
        const wanted = {
          ...records.associatedWith({ contact_id, company_id, deal_id }),
          hubspot_owner_id: owner_id,
          hs_task_status: status,
        }
        const page = await records.searchRecords(request, 'tasks', search, wanted)
        return answers.pageOf('tasks', page, answers.taskRow)
      },
    },
    {
      name: 'hubspot_create_contact',
      description: 'Create a contact. A repeat with the same e-mail is refused.',
      parameters: z.object({ email: z.string().min(3).describe('Address'), ...contactFields }),
      summary: ({ email }) => `Create the contact ${quote(email)}`,
      handler: (args, { request }) => records.createRecord(request, 'contacts', contactProperties(args)),
    },
    {
      name: 'hubspot_update_contact',
      description: 'Change the given fields of a contact. Safe to repeat.',
      parameters: z.object({
        contact_id: z.string().min(1),
        email: z.string().min(3).optional().describe('New address'),
        ...contactFields,
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'contact_id')} of the contact ${quote(args.contact_id)}`,
      handler: ({ contact_id, ...fields }, { request }) =>
        records.updateRecord(request, 'contacts', contact_id, contactProperties(fields)),
    },
    {
      name: 'hubspot_create_deal',
      description: 'Create a deal. Each call makes a new one.',
      parameters: z.object({
        name: z.string().min(1),
        stage_id: z.string().min(1),
        ...dealFields,
        contact_id: optionalId,
        company_id: optionalId,
      }),
      summary: ({ name }) => `Create the deal ${quote(name)}`,
      handler: ({ contact_id, company_id, ...fields }, { request }) =>
        records.createRecord(request, 'deals', dealProperties(fields), { contact_id, company_id }),
    },
    {
      name: 'hubspot_update_deal',
      description: 'Change the given fields of a deal, e.g. its stage. Safe to repeat.',
      parameters: z.object({
        deal_id: z.string().min(1),
        name: z.string().min(1).optional(),
        stage_id: optionalId,
        ...dealFields,
      }),
      summary: (args) => `Change ${changedFields(args, 'deal_id')} of the deal ${quote(args.deal_id)}`,
      handler: ({ deal_id, ...fields }, { request }) =>
        records.updateRecord(request, 'deals', deal_id, dealProperties(fields)),
    },
    {
      name: 'hubspot_create_note',
      description: 'Note on a contact, company or deal. Each call adds one.',
      parameters: z.object({ body: z.string().min(1).describe('HTML or plain text'), ...recordIds }),
      summary: ({ body }) => `Add the note ${quote(body)}`,
      preview: activityPreview,
      handler({ body, ...ids }, { request }) {
        const properties = { hs_note_body: body, hs_timestamp: new Date().toISOString() }
        return records.createRecord(request, 'notes', properties, ids)
      },
    },
    {
      name: 'hubspot_create_task',
      description: 'Create a task. Each call makes a new one.',
      parameters: z.object({
        title: z.string().min(1),
        due_at: z.string().min(10).describe('RFC 3339 time'),
        body: z.string().optional(),
        priority: z.enum(['LOW', 'MEDIUM', 'HIGH']).optional(),
        owner_id: optionalId,
        ...recordIds,
      }),
      summary: ({ title, due_at }) => `Create the task ${quote(title)}, due ${quote(due_at)}`,
      preview: activityPreview,
      handler({ title, due_at, body, priority, owner_id, ...ids }, { request }) {
        const properties = {
          hs_task_subject: title,
          hs_timestamp: due_at,
          hs_task_body: body,
          hs_task_status: 'NOT_STARTED',
          hs_task_priority: priority,
          hubspot_owner_id: owner_id,
        }
        return records.createRecord(request, 'tasks', properties, ids)
      },
    },
  ],
})
