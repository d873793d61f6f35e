import { z } from 'zod'
import { compact } from '../compact.ts'
import { countedPage, pageNumber, type PageArguments } from '../paging.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const total_items = count

const audience = z.object({
  id: z.string(),
  name: text,
  web_id: count,
  campaign_defaults: z.object({ from_name: text, from_email: text }).nullish(),
  stats: z
    .object({
      member_count: count,
      unsubscribe_count: count,
      open_rate: count,
      click_rate: count,
      campaign_last_sent: text,
    })
    .nullish(),
})

const member = z.object({
  id: z.string(),
  email_address: text,
  status: text,
  vip: z.boolean().nullish(),
  merge_fields: z.record(z.string(), z.unknown()).nullish(),
  tags: z.array(z.object({ name: text })).nullish(),
  list_id: text,
  last_changed: text,
})

const memberDetail = member.extend({
  language: text,
  timestamp_signup: text,
  timestamp_opt: text,
  unsubscribe_reason: text,
  stats: z.object({ avg_open_rate: count, avg_click_rate: count }).nullish(),
  last_note: z.object({ note: text, created_at: text }).nullish(),
  web_id: count,
})

const segment = z.object({ id: z.number(), name: text, type: text, member_count: count, updated_at: text })

const campaign = z.object({
  id: z.string(),
  web_id: count,
  type: text,
  status: text,
  create_time: text,
  send_time: text,
  emails_sent: count,
  settings: z
    .object({ subject_line: text, preview_text: text, title: text, from_name: text, reply_to: text })
    .nullish(),
  recipients: z
    .object({ list_id: text, list_name: text, segment_text: text, recipient_count: count })
    .nullish(),
  report_summary: z.object({ open_rate: count, click_rate: count }).nullish(),
})

const report = z.object({
  id: z.string(),
  campaign_title: text,
  subject_line: text,
  list_name: text,
  send_time: text,
  emails_sent: count,
  unsubscribed: count,
  abuse_reports: count,
  bounces: z.object({ hard_bounces: count, soft_bounces: count, syntax_errors: count }).nullish(),
  opens: z.object({ opens_total: count, unique_opens: count, open_rate: count }).nullish(),
  clicks: z.object({ clicks_total: count, unique_subscriber_clicks: count, click_rate: count }).nullish(),
})

export const rootAnswer = z.object({ account_id: z.string(), account_name: text, email: text })
/** Sent with status 200 and nothing but `error` when the token is not valid. */
export const metadataAnswer = z.object({
  dc: text,
  user_id: z.union([z.number(), z.string()]).nullish(),
  accountname: text,
  login: z.object({ email: text }).nullish(),
  error: text,
})
export const audiencesAnswer = z.object({ lists: z.array(audience), total_items })
export const membersAnswer = z.object({ members: z.array(member), total_items })
export const memberAnswer = memberDetail
export const memberIdAnswer = z.object({ id: z.string() })
export const segmentsAnswer = z.object({ segments: z.array(segment), total_items })
export const campaignsAnswer = z.object({ campaigns: z.array(campaign), total_items })
export const campaignAnswer = campaign
export const contentAnswer = z.object({ html: text, plain_text: text })
export const reportAnswer = report

const found = z.object({ members: z.array(member).nullish(), total_items }).nullish()
export const foundAnswer = z.object({ exact_matches: found, full_search: found })

const MEMBER_FIELDS = 'id,email_address,status,vip,merge_fields,tags,list_id,last_changed'
const MEMBER_DETAILS = `${MEMBER_FIELDS},language,timestamp_signup,timestamp_opt,unsubscribe_reason,stats,last_note,web_id`
const CAMPAIGN_FIELDS =
  'id,web_id,type,status,create_time,send_time,emails_sent,settings,recipients,report_summary'

function within(list: string, names: string): string {
  return names
    .split(',')
    .map((name) => `${list}.${name}`)
    .join(',')
}

/** What is asked of each resource: https://mailchimp.com/developer/marketing/docs/methods-parameters/#partial-responses */
export const FIELDS = {
  root: 'account_id,account_name,email',
  audiences: `${within('lists', 'id,name,web_id,campaign_defaults,stats')},total_items`,
  members: `${within('members', MEMBER_FIELDS)},total_items`,
  found: ['exact_matches', 'full_search']
    .map((list) => `${within(`${list}.members`, MEMBER_FIELDS)},${list}.total_items`)
    .join(','),
  member: MEMBER_DETAILS,
  segments: `${within('segments', 'id,name,type,member_count,updated_at')},total_items`,
  campaigns: `${within('campaigns', CAMPAIGN_FIELDS)},total_items`,
  campaign: CAMPAIGN_FIELDS,
  content: 'html,plain_text',
  report:
    'id,campaign_title,subject_line,list_name,send_time,emails_sent,unsubscribed,abuse_reports,bounces,opens,clicks',
} as const

export function pageQuery({ cursor, limit }: PageArguments) {
  return { count: limit, offset: pageNumber(cursor) }
}

/** One page of rows under `name`, with how many there are. */
export function pageOf(
  name: string,
  rows: readonly unknown[],
  total: number | null | undefined,
  page: PageArguments,
) {
  return compact({ ...countedPage(name, rows, page, (end) => end < (total ?? 0)), total })
}

/** Mailchimp writes an absent text as ''. */
function filled(value: string | null | undefined): string | undefined {
  return value || undefined
}

function adminUrl(dc: string | undefined, path: string, webId: number | null | undefined) {
  return dc === undefined || !webId ? undefined : `https://${dc}.admin.mailchimp.com/${path}${webId}`
}

export function audienceRow(list: z.output<typeof audience>, dc: string | undefined) {
  const { stats, campaign_defaults: defaults } = list
  return compact({
    id: list.id,
    name: list.name,
    members: stats?.member_count,
    unsubscribed: stats?.unsubscribe_count,
    open_rate_percent: stats?.open_rate,
    click_rate_percent: stats?.click_rate,
    last_sent: filled(stats?.campaign_last_sent),
    from_name: filled(defaults?.from_name),
    from_email: filled(defaults?.from_email),
    url: adminUrl(dc, 'lists/members/?id=', list.web_id),
  })
}

export function memberRow(contact: z.output<typeof member>) {
  const fields = Object.entries(contact.merge_fields ?? {}).filter(([, value]) => value !== '')
  const tags = contact.tags?.flatMap(({ name }) => name ?? []) ?? []
  return compact({
    id: contact.id,
    list_id: contact.list_id,
    email: filled(contact.email_address),
    status: contact.status,
    vip: contact.vip || undefined,
    merge_fields: fields.length === 0 ? undefined : Object.fromEntries(fields),
    tags: tags.length === 0 ? undefined : tags,
    changed_at: filled(contact.last_changed),
  })
}

export function memberDetailRow(contact: z.output<typeof memberDetail>, dc: string | undefined) {
  return compact({
    ...memberRow(contact),
    language: filled(contact.language),
    signed_up_at: filled(contact.timestamp_signup),
    opted_in_at: filled(contact.timestamp_opt),
    unsubscribe_reason: filled(contact.unsubscribe_reason),
    average_open_rate: contact.stats?.avg_open_rate,
    average_click_rate: contact.stats?.avg_click_rate,
    last_note: filled(contact.last_note?.note),
    url: adminUrl(dc, 'lists/members/view?id=', contact.web_id),
  })
}

/** Exact matches first; who is in both lists is named once. */
export function foundRows({ exact_matches: exact, full_search: partial }: z.output<typeof foundAnswer>) {
  const members = [...(exact?.members ?? []), ...(partial?.members ?? [])]
  const byPlace = new Map(members.map((one) => [`${one.list_id}/${one.id}`, one]))
  return [...byPlace.values()].map(memberRow)
}

export function segmentRow({ id, name, type, member_count, updated_at }: z.output<typeof segment>) {
  return compact({ id, name, kind: type === 'static' ? 'tag' : type, members: member_count, updated_at })
}

export function campaignRow(mailing: z.output<typeof campaign>, dc: string | undefined) {
  const { settings, recipients, report_summary: summary } = mailing
  return compact({
    id: mailing.id,
    title: filled(settings?.title),
    subject: filled(settings?.subject_line),
    preview_text: filled(settings?.preview_text),
    from_name: filled(settings?.from_name),
    reply_to: filled(settings?.reply_to),
    status: mailing.status,
    type: mailing.type === 'regular' ? undefined : mailing.type,
    audience: filled(recipients?.list_name),
    list_id: filled(recipients?.list_id),
    recipients: recipients?.recipient_count,
    created_at: filled(mailing.create_time),
    send_time: filled(mailing.send_time),
    emails_sent: mailing.emails_sent || undefined,
    open_rate: summary?.open_rate,
    click_rate: summary?.click_rate,
    url: adminUrl(dc, 'campaigns/show/?id=', mailing.web_id),
  })
}

export function reportRow({ bounces, opens, clicks, ...sent }: z.output<typeof report>) {
  return compact({
    id: sent.id,
    title: filled(sent.campaign_title),
    subject: filled(sent.subject_line),
    audience: filled(sent.list_name),
    send_time: filled(sent.send_time),
    emails_sent: sent.emails_sent,
    opens: opens?.opens_total,
    unique_opens: opens?.unique_opens,
    open_rate: opens?.open_rate,
    clicks: clicks?.clicks_total,
    people_who_clicked: clicks?.unique_subscriber_clicks,
    click_rate: clicks?.click_rate,
    hard_bounces: bounces?.hard_bounces,
    soft_bounces: bounces?.soft_bounces,
    syntax_errors: bounces?.syntax_errors,
    unsubscribed: sent.unsubscribed,
    abuse_reports: sent.abuse_reports,
  })
}
