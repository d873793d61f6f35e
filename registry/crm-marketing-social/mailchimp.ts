import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { changedFields, quote } from '../sentences.ts'
import { API_HOST, identify, key, SIGN_IN_HOST } from './mailchimp-account.ts'
import * as answers from './mailchimp-answers.ts'
import * as campaigns from './mailchimp-campaigns.ts'
import { changeTags, memberPath, tagSentence } from './mailchimp-members.ts'

const { FIELDS } = answers
const inAudience = { list_id: z.string() }
const onCampaign = { campaign_id: z.string() }
const member = z.string().min(1).describe('E-mail address or id')
const sameSubject = z.string().describe('Exactly as in the campaign; shown to the person who approves')
const statuses = ['subscribed', 'unsubscribed', 'pending'] as const
const tags = z.array(z.string().min(1)).optional()

/** @see https://mailchimp.com/developer/marketing/api/ */
export const mailchimp = defineIntegration({
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'crm-marketing-social',
  description: 'Audiences, contacts, campaigns and their reports.',
  icon: 'mailchimp.svg',
  auth: [
    {
      // https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/: no scopes, no refresh.
      type: 'oauth2',
      authorizeUrl: 'https://login.mailchimp.com/oauth2/authorize',
      tokenUrl: 'https://login.mailchimp.com/oauth2/token',
      scopes: [],
      clientIdEnv: 'MAILCHIMP_CLIENT_ID',
      clientSecretEnv: 'MAILCHIMP_CLIENT_SECRET',
      clientSecret: 'required',
      redirect: { host: '127.0.0.1', port: 17_718 },
      hosts: [API_HOST, SIGN_IN_HOST],
      consoleUrl: 'https://admin.mailchimp.com/account/oauth2/',
    },
    {
      type: 'api_key',
      label: 'API key',
      fields: [key],
      send: { in: 'basic', user: 'gatehouse', password: '{key}' },
      helpUrl: 'https://admin.mailchimp.com/account/api/',
    },
  ],
  hosts: [API_HOST],
  apiBase: `https://${API_HOST}/3.0`,
  account: { identify },
  defaults: [
    {
      argument: 'list_id',
      label: 'Audience',
      listedBy: 'mailchimp_list_audiences',
      list: 'audiences',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'mailchimp_list_audiences',
      description: 'Audiences (lists), for list_id.',
      parameters: z.object(pageParameters),
      async handler(page, { request, site }) {
        const query = { ...answers.pageQuery(page), fields: FIELDS.audiences }
        const { data } = await request('GET /lists', { query, schema: answers.audiencesAnswer })
        const rows = data.lists.map((list) => answers.audienceRow(list, site['dc']))
        return answers.pageOf('audiences', rows, data.total_items, page)
      },
    },
    {
      name: 'mailchimp_find_members',
      description: 'Contacts by e-mail address or name, best match first. Not paged.',
      parameters: z.object({ query: z.string().min(1), list_id: z.string().optional() }),
      async handler(args, { request }) {
        const query = { ...args, fields: FIELDS.found }
        const { data } = await request('GET /search-members', { query, schema: answers.foundAnswer })
        return { members: answers.foundRows(data) }
      },
    },
    {
      name: 'mailchimp_list_members',
      description: 'Contacts of an audience, last changed first.',
      parameters: z.object({
        ...inAudience,
        status: z.enum([...statuses, 'cleaned', 'transactional', 'archived']).optional(),
        changed_since: z.string().optional().describe('RFC 3339 time'),
        ...pageParameters,
      }),
      async handler({ list_id, status, changed_since, ...page }, { request }) {
        const query = {
          status,
          since_last_changed: changed_since,
          sort_field: 'last_changed',
          sort_dir: 'DESC',
          ...answers.pageQuery(page),
          fields: FIELDS.members,
        }
        const options = { path: { list_id }, query, schema: answers.membersAnswer }
        const { data } = await request('GET /lists/{list_id}/members', options)
        return answers.pageOf('members', data.members.map(answers.memberRow), data.total_items, page)
      },
    },
    {
      name: 'mailchimp_get_member',
      description: 'One contact with merge fields, tags, rates and the last note.',
      parameters: z.object({ ...inAudience, member }),
      async handler({ list_id, member }, { request, site }) {
        const { data } = await request('GET /lists/{list_id}/members/{subscriber_hash}', {
          path: memberPath(list_id, member),
          query: { fields: FIELDS.member },
          schema: answers.memberAnswer,
        })
        return answers.memberDetailRow(data, site['dc'])
      },
    },
    {
      name: 'mailchimp_list_segments',
      description: 'Tags and saved segments of an audience, for segment_id.',
      parameters: z.object({ ...inAudience, ...pageParameters }),
      async handler({ list_id, ...page }, { request }) {
        const query = { ...answers.pageQuery(page), fields: FIELDS.segments }
        const options = { path: { list_id }, query, schema: answers.segmentsAnswer }
        const { data } = await request('GET /lists/{list_id}/segments', options)
        return answers.pageOf('segments', data.segments.map(answers.segmentRow), data.total_items, page)
      },
    },
    {
      name: 'mailchimp_list_campaigns',
      description: 'Campaigns, newest first. Rates go from 0 to 1.',
      parameters: z.object({
        status: z.enum(['save', 'schedule', 'sending', 'sent', 'paused']).optional(),
        list_id: z.string().optional(),
        ...pageParameters,
      }),
      async handler({ status, list_id, ...page }, { request, site }) {
        const sort = { sort_field: 'create_time', sort_dir: 'DESC' }
        const query = { status, list_id, ...sort, ...answers.pageQuery(page), fields: FIELDS.campaigns }
        const { data } = await request('GET /campaigns', { query, schema: answers.campaignsAnswer })
        const rows = data.campaigns.map((campaign) => answers.campaignRow(campaign, site['dc']))
        return answers.pageOf('campaigns', rows, data.total_items, page)
      },
    },
    {
      name: 'mailchimp_get_campaign',
      description: 'One campaign with its mail as text. To read on, pass next_offset as offset.',
      parameters: z.object({ ...onCampaign, offset: z.int().min(0).default(0) }),
      handler: ({ campaign_id, offset }, context) =>
        campaigns.campaignWithContent(context, campaign_id, offset),
    },
    {
      name: 'mailchimp_get_campaign_report',
      description: 'Opens, clicks, bounces and unsubscribes of a sent campaign. Rates go from 0 to 1.',
      parameters: z.object(onCampaign),
      async handler(path, { request }) {
        const options = { path, query: { fields: FIELDS.report }, schema: answers.reportAnswer }
        const { data } = await request('GET /reports/{campaign_id}', options)
        return answers.reportRow(data)
      },
    },
    {
      name: 'mailchimp_upsert_member',
      description: 'Add a contact, or change the given fields of one. Safe to repeat.',
      parameters: z.object({
        ...inAudience,
        email: z.string().min(3).describe('Address'),
        status_if_new: z
          .enum(statuses)
          .optional()
          .describe('Needed to add; pending: asks for consent by mail'),
        status: z.enum(statuses).optional().describe('Of one that is there'),
        merge_fields: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .optional()
          .describe('By merge tag: {"FNAME": "Ada"}'),
      }),
      summary: (args) =>
        `Add or change the contact ${quote(args.email)} in the audience ${quote(args.list_id)}: ${changedFields(args, 'list_id', 'email')}`,
      async handler({ list_id, email, ...fields }, { request }) {
        const { data } = await request('PUT /lists/{list_id}/members/{subscriber_hash}', {
          path: memberPath(list_id, email),
          json: { email_address: email, ...fields },
          schema: answers.memberAnswer,
        })
        return answers.memberRow(data)
      },
    },
    {
      name: 'mailchimp_update_member_tags',
      description: 'Add tags to a contact or take them away. Safe to repeat.',
      parameters: z.object({
        ...inAudience,
        member,
        add: tags.describe('New names make new tags'),
        remove: tags.describe('Names'),
      }),
      summary: tagSentence,
      handler: (args, { request }) => changeTags(request, args),
    },
    {
      name: 'mailchimp_create_campaign',
      description: 'Draft a campaign; its content comes separately. Each call makes a new one.',
      parameters: z.object({
        ...inAudience,
        segment_id: z.int().optional().describe('Only these; default: all'),
        subject: z.string().min(1),
        preview_text: z.string().optional().describe('Shown after the subject'),
        title: z.string().optional(),
        from_name: z.string().optional().describe('Sender'),
        reply_to: z.string().optional().describe('Sender’s address; needed to send'),
      }),
      summary: ({ subject, list_id }) =>
        `Draft the campaign ${quote(subject)} to the audience ${quote(list_id)}`,
      preview: campaigns.campaignPreview,
      handler: (args, context) => campaigns.createCampaign(context, args),
    },
    {
      name: 'mailchimp_set_campaign_content',
      description: 'Replace the mail of a draft campaign. Safe to repeat.',
      parameters: z.object({
        ...onCampaign,
        html: z.string().min(1).describe('*|UNSUB|*: link to unsubscribe'),
        plain_text: z.string().optional().describe('Default: made from html'),
      }),
      summary: ({ campaign_id }) => `Replace the content of the campaign ${quote(campaign_id)}`,
      preview: campaigns.contentPreview,
      async handler({ campaign_id, ...json }, { request }) {
        const options = { path: { campaign_id }, json, schema: z.unknown() }
        await request('PUT /campaigns/{campaign_id}/content', options)
        return { id: campaign_id, content_set: true }
      },
    },
    {
      name: 'mailchimp_send_test_mail',
      description: 'Send a test of a draft campaign to a few addresses. Each call sends again.',
      parameters: z.object({
        ...onCampaign,
        to: z.array(z.string().min(3)).min(1).max(20).describe('Addresses'),
      }),
      summary: ({ campaign_id, to }) =>
        `Send a test of the campaign ${quote(campaign_id)} to ${to.map(quote).join(', ')}`,
      preview: ({ to }) => ({ kind: 'mail', to }),
      async handler({ campaign_id, to }, { request }) {
        await request('POST /campaigns/{campaign_id}/actions/test', {
          path: { campaign_id },
          json: { test_emails: to, send_type: 'html' },
          schema: z.unknown(),
        })
        return { sent_to: to }
      },
    },
    {
      name: 'mailchimp_set_campaign_schedule',
      effect: 'destructive',
      description: 'Let a campaign go to all its recipients at a time, or call that off.',
      parameters: z.object({
        ...onCampaign,
        subject: sameSubject,
        send_at: z.string().nullable().describe('RFC 3339, on a quarter-hour; null: not at all'),
      }),
      summary: ({ send_at, ...mailing }) =>
        send_at === null
          ? `Call off ${campaigns.campaignSentence(mailing)}`
          : `Send ${campaigns.campaignSentence(mailing)} to all its recipients at ${quote(send_at)}`,
      handler: (args, { request }) => campaigns.scheduleCampaign(request, args),
    },
    {
      name: 'mailchimp_send_campaign',
      effect: 'destructive',
      description: 'Send a campaign to all its recipients now. It cannot be taken back; a repeat is refused.',
      parameters: z.object({ ...onCampaign, subject: sameSubject }),
      summary: (mailing) => `Send ${campaigns.campaignSentence(mailing)} to all its recipients now`,
      handler: (args, { request }) => campaigns.sendCampaign(request, args),
    },
  ],
})
