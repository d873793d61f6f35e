import { z } from 'zod'
import { textOfHtml } from '../communication/mail-text.ts'
import { compact } from '../compact.ts'
import type { MailPreview } from '../preview.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { cutToLine, quote } from '../sentences.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './mailchimp-answers.ts'

type Request = ToolContext['request']
type Place = Pick<ToolContext, 'request' | 'site'>

interface NewCampaign {
  readonly list_id: string
  readonly segment_id?: number | undefined
  readonly subject: string
  readonly preview_text?: string | undefined
  readonly title?: string | undefined
  readonly from_name?: string | undefined
  readonly reply_to?: string | undefined
}

interface Mailing {
  readonly campaign_id: string
  readonly subject: string
}

interface Schedule extends Mailing {
  readonly send_at: string | null
}

async function getCampaign(request: Request, campaign_id: string) {
  const { data } = await request('GET /campaigns/{campaign_id}', {
    path: { campaign_id },
    query: { fields: answers.FIELDS.campaign },
    schema: answers.campaignAnswer,
  })
  return data
}

/** One campaign with its mail as text, from `offset` on. */
export async function campaignWithContent({ request, site }: Place, campaign_id: string, offset: number) {
  const [campaign, content] = await Promise.all([
    getCampaign(request, campaign_id),
    request('GET /campaigns/{campaign_id}/content', {
      path: { campaign_id },
      query: { fields: answers.FIELDS.content },
      schema: answers.contentAnswer,
    }),
  ])
  const { html, plain_text } = content.data
  const { text, ...rest } = textWindow(html ? textOfHtml(html) : (plain_text ?? ''), offset)
  return compact({ ...answers.campaignRow(campaign, site['dc']), text, ...rest })
}

export async function createCampaign({ request, site }: Place, campaign: NewCampaign) {
  const { list_id, segment_id, subject, ...settings } = campaign
  const segment_opts = segment_id === undefined ? undefined : { saved_segment_id: segment_id }
  const { data } = await request('POST /campaigns', {
    json: {
      type: 'regular',
      recipients: { list_id, segment_opts },
      settings: { subject_line: subject, ...settings },
    },
    schema: answers.campaignAnswer,
  })
  return answers.campaignRow(data, site['dc'])
}

export async function sendCampaign(request: Request, { campaign_id, subject }: Mailing) {
  await confirmSubject(request, campaign_id, subject)
  const options = { path: { campaign_id }, schema: z.unknown() }
  await request('POST /campaigns/{campaign_id}/actions/send', options)
  return { id: campaign_id, sent: true }
}

export async function scheduleCampaign(request: Request, { campaign_id, subject, send_at }: Schedule) {
  await confirmSubject(request, campaign_id, subject)
  const options = { path: { campaign_id }, schema: z.unknown() }
  if (send_at === null) {
    await request('POST /campaigns/{campaign_id}/actions/unschedule', options)
    return { id: campaign_id, scheduled: false }
  }
  const json = { schedule_time: send_at }
  await request('POST /campaigns/{campaign_id}/actions/schedule', { ...options, json })
  return { id: campaign_id, scheduled: true }
}

/**
 * What a person says yes to is what goes out: the dialog shows a subject, and it has to be the campaign’s.
 *
 * @throws ProviderError 400 when the campaign has another one
 */
async function confirmSubject(request: Request, campaign_id: string, subject: string): Promise<void> {
  const { settings } = await getCampaign(request, campaign_id)
  const actual = settings?.subject_line ?? ''
  if (actual === subject) return
  throw new ProviderError(ownReason('otherSubject', cutToLine(actual), cutToLine(subject)), 400)
}

export function campaignSentence({ campaign_id, subject }: Mailing): string {
  return `the campaign ${quote(subject)} (${quote(campaign_id)})`
}

export function campaignPreview({ list_id, segment_id, subject, ...sender }: NewCampaign): MailPreview {
  const audience = `Audience ${list_id}`
  const address = sender.reply_to === undefined ? undefined : `<${sender.reply_to}>`
  const from = [sender.from_name, address].filter((part) => part !== undefined).join(' ')
  return {
    kind: 'mail',
    to: [segment_id === undefined ? audience : `${audience}, segment ${segment_id}`],
    subject,
    ...(from !== '' && { from }),
  }
}

/** The mail as most people will read it; undefined when nothing of it is text. */
export function contentPreview({ html }: { readonly html: string }): MailPreview | undefined {
  const body = textOfHtml(html)
  return body === '' ? undefined : { kind: 'mail', body }
}
