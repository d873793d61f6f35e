import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { FIELDS } from './mailchimp-answers.ts'
import { mailchimp } from './mailchimp.ts'

const api = 'https://dc.api.mailchimp.com/3.0'
const now = '2026-02-03T04:05:06+00:00'
const onCampaign = { campaign_id: 'c1' }
const spring = { ...onCampaign, subject: 'Spring' }
const campaign = {
  id: 'c1',
  web_id: 7,
  type: 'regular',
  status: 'save',
  create_time: now,
  send_time: '',
  emails_sent: 0,
  settings: {
    subject_line: 'Spring',
    preview_text: '',
    title: 'S26',
    from_name: 'Ada',
    reply_to: 'ada@x.org',
  },
  recipients: { list_id: 'a1', list_name: 'Friends', segment_text: '', recipient_count: 12 },
}
const campaignRow = {
  id: 'c1',
  title: 'S26',
  subject: 'Spring',
  from_name: 'Ada',
  reply_to: 'ada@x.org',
  status: 'save',
  audience: 'Friends',
  list_id: 'a1',
  recipients: 12,
  created_at: now,
  url: 'https://dc.admin.mailchimp.com/campaigns/show/?id=7',
}
const campaignAddress = `${api}/campaigns/c1?${new URLSearchParams({ fields: FIELDS.campaign })}`
const done = () => new Response(null, { status: 204 })

async function sent(tool: string, args: object, ...answers: readonly Response[]) {
  const { result, requests, summary } = await callTool(mailchimp, tool, { ...args }, ...answers)
  const lines = requests.map(({ method, url }) => `${method} ${url.href}`)
  return { result, lines, bodies: requests.map(({ body }) => body), summary }
}

describe('what mailchimp reads of campaigns', () => {
  it('lists them newest first, with rates of those that were sent', async () => {
    const report_summary = { opens: 9, open_rate: 0.5, click_rate: 0.25 }
    const mailing = {
      ...campaign,
      status: 'sent',
      type: 'rss',
      send_time: now,
      emails_sent: 12,
      report_summary,
    }
    const { result, requests } = await callTool(
      mailchimp,
      'mailchimp_list_campaigns',
      { status: 'sent', list_id: 'a1', limit: 1 },
      jsonResponse({ campaigns: [mailing], total_items: 3 }),
    )
    expect(`${requests[0]?.method} ${requests[0]?.url.pathname}`).toBe('GET /3.0/campaigns')
    expect(requests[0]?.query).toEqual({
      status: 'sent',
      list_id: 'a1',
      sort_field: 'create_time',
      sort_dir: 'DESC',
      count: '1',
      fields: FIELDS.campaigns,
    })
    const sentOne = { status: 'sent', type: 'rss', send_time: now, emails_sent: 12 }
    expect(result).toEqual({
      campaigns: [{ ...campaignRow, ...sentOne, open_rate: 0.5, click_rate: 0.25 }],
      total: 3,
      next_cursor: '1',
    })
  })

  it('gets one with its mail as text, where links say where they lead', async () => {
    const html = '<h1>Spring</h1><p>See <a href="https://x.org/s">our site</a>.</p>'
    const answers = [jsonResponse(campaign), jsonResponse({ html, plain_text: 'x' })]
    const { result, lines } = await sent('mailchimp_get_campaign', onCampaign, ...answers)
    expect(lines).toEqual([
      `GET ${campaignAddress}`,
      `GET ${api}/campaigns/c1/content?${new URLSearchParams({ fields: FIELDS.content })}`,
    ])
    expect(result).toEqual({ ...campaignRow, text: 'SPRING\n\nSee our site [https://x.org/s].' })
  })

  it('reads a long mail on from offset, and plain text where there is no HTML', async () => {
    const long = jsonResponse({ html: '', plain_text: 'a'.repeat(10_000) + 'bbb' })
    const args = { ...onCampaign, offset: 10_000 }
    const { result } = await sent('mailchimp_get_campaign', args, jsonResponse(campaign), long)
    expect(result).toMatchObject({ text: 'bbb', total_chars: 10_003 })
  })

  it('reports what became of a sent one', async () => {
    const answer = {
      id: 'c1',
      campaign_title: 'S26',
      subject_line: 'Spring',
      list_name: 'Friends',
      send_time: now,
      emails_sent: 12,
      unsubscribed: 1,
      abuse_reports: 0,
      bounces: { hard_bounces: 1, soft_bounces: 2, syntax_errors: 0 },
      opens: { opens_total: 20, unique_opens: 8, open_rate: 0.8, last_open: now },
      clicks: { clicks_total: 5, unique_clicks: 4, unique_subscriber_clicks: 3, click_rate: 0.3 },
    }
    const { result, lines } = await sent('mailchimp_get_campaign_report', onCampaign, jsonResponse(answer))
    expect(lines).toEqual([`GET ${api}/reports/c1?${new URLSearchParams({ fields: FIELDS.report })}`])
    expect(result).toEqual({
      id: 'c1',
      title: 'S26',
      subject: 'Spring',
      audience: 'Friends',
      send_time: now,
      emails_sent: 12,
      opens: 20,
      unique_opens: 8,
      open_rate: 0.8,
      clicks: 5,
      people_who_clicked: 3,
      click_rate: 0.3,
      hard_bounces: 1,
      soft_bounces: 2,
      syntax_errors: 0,
      unsubscribed: 1,
      abuse_reports: 0,
    })
  })
})

describe('what mailchimp writes of campaigns', () => {
  it('drafts a campaign to the segment alone: lost, everybody would get it', async () => {
    const args = { list_id: 'a1', segment_id: 3, subject: 'Spring', from_name: 'Ada', reply_to: 'ada@x.org' }
    expect(await sent('mailchimp_create_campaign', args, jsonResponse(campaign))).toEqual({
      lines: [`POST ${api}/campaigns`],
      bodies: [
        {
          type: 'regular',
          recipients: { list_id: 'a1', segment_opts: { saved_segment_id: 3 } },
          settings: { subject_line: 'Spring', from_name: 'Ada', reply_to: 'ada@x.org' },
        },
      ],
      result: campaignRow,
      summary: 'Draft the campaign “Spring” to the audience “a1”',
    })
  })

  it('drafts a campaign to everybody when no segment is named: an empty one would be refused', async () => {
    const args = { list_id: 'a1', subject: 'Spring', title: 'S26', preview_text: 'Look' }
    const { bodies } = await sent('mailchimp_create_campaign', args, jsonResponse(campaign))
    expect(bodies).toEqual([
      {
        type: 'regular',
        recipients: { list_id: 'a1' },
        settings: { subject_line: 'Spring', title: 'S26', preview_text: 'Look' },
      },
    ])
  })

  it('replaces the content under the names that Mailchimp has for it', async () => {
    const args = { ...onCampaign, html: '<p>Hi</p>', plain_text: 'Hi' }
    const answer = jsonResponse({ html: '<p>Hi</p>', plain_text: 'Hi' })
    expect(await sent('mailchimp_set_campaign_content', args, answer)).toEqual({
      lines: [`PUT ${api}/campaigns/c1/content`],
      bodies: [{ html: '<p>Hi</p>', plain_text: 'Hi' }],
      result: { id: 'c1', content_set: true },
      summary: 'Replace the content of the campaign “c1”',
    })
  })

  it('sends a test to the named addresses only', async () => {
    expect(
      await sent('mailchimp_send_test_mail', { ...onCampaign, to: ['a@x.org', 'b@x.org'] }, done()),
    ).toEqual({
      lines: [`POST ${api}/campaigns/c1/actions/test`],
      bodies: [{ test_emails: ['a@x.org', 'b@x.org'], send_type: 'html' }],
      result: { sent_to: ['a@x.org', 'b@x.org'] },
      summary: 'Send a test of the campaign “c1” to “a@x.org”, “b@x.org”',
    })
  })

  it('schedules at the time that was said, and sends nothing now', async () => {
    const args = { ...spring, send_at: '2026-03-01T09:15:00Z' }
    expect(await sent('mailchimp_set_campaign_schedule', args, jsonResponse(campaign), done())).toEqual({
      lines: [`GET ${campaignAddress}`, `POST ${api}/campaigns/c1/actions/schedule`],
      bodies: [undefined, { schedule_time: '2026-03-01T09:15:00Z' }],
      result: { id: 'c1', scheduled: true },
      summary: 'Send the campaign “Spring” (“c1”) to all its recipients at “2026-03-01T09:15:00Z”',
    })
  })

  it('calls a schedule off, rather than setting one without a time', async () => {
    const args = { ...spring, send_at: null }
    const answers = [jsonResponse(campaign), done()]
    const { lines, bodies, result, summary } = await sent('mailchimp_set_campaign_schedule', args, ...answers)
    expect(lines[1]).toBe(`POST ${api}/campaigns/c1/actions/unschedule`)
    expect(bodies).toEqual([undefined, undefined])
    expect(result).toEqual({ id: 'c1', scheduled: false })
    expect(summary).toBe('Call off the campaign “Spring” (“c1”)')
  })

  it('sends the campaign itself, not a test of it', async () => {
    const { lines, bodies, result, summary } = await sent(
      'mailchimp_send_campaign',
      spring,
      jsonResponse(campaign),
      done(),
    )
    expect(lines[1]).toBe(`POST ${api}/campaigns/c1/actions/send`)
    expect(bodies).toEqual([undefined, undefined])
    expect(result).toEqual({ id: 'c1', sent: true })
    expect(summary).toBe('Send the campaign “Spring” (“c1”) to all its recipients now')
  })

  it.each(['mailchimp_send_campaign', 'mailchimp_set_campaign_schedule'])(
    '%s sends no other campaign than the one whose subject was shown',
    async (tool) => {
      const args = {
        ...onCampaign,
        subject: 'A small test',
        ...(tool.endsWith('schedule') && { send_at: null }),
      }
      await expect(sent(tool, args, jsonResponse(campaign))).rejects.toMatchObject({
        status: 400,
        reason: 'The subject of this campaign is “Spring”, not “A small test”',
      })
    },
  )

  it('dresses what reaches all recipients as what cannot be taken back', () => {
    const destructive = mailchimp.tools
      .filter(({ effect }) => effect === 'destructive')
      .map(({ name }) => name)
    expect(destructive).toEqual(['mailchimp_set_campaign_schedule', 'mailchimp_send_campaign'])
  })
})

function previewOf(name: string, args: object) {
  const tool = mailchimp.tools.find((tool) => tool.name === name)
  return tool?.preview(tool.parameters.parse(args))
}

describe('what the dialog draws of mailchimp', () => {
  it('shows a draft with the audience it is for', () => {
    const args = { list_id: 'a1', segment_id: 3, subject: 'Spring', from_name: 'Ada', reply_to: 'ada@x.org' }
    const picture = {
      kind: 'mail',
      to: ['Audience a1, segment 3'],
      subject: 'Spring',
      from: 'Ada <ada@x.org>',
    }
    expect(previewOf('mailchimp_create_campaign', args)).toEqual(picture)
    const whole = { kind: 'mail', to: ['Audience a1'], subject: 'Spring' }
    expect(previewOf('mailchimp_create_campaign', { list_id: 'a1', subject: 'Spring' })).toEqual(whole)
  })

  it('shows the content as text, where links say where they lead', () => {
    const html = '<style>p{}</style><p>Hi <a href="https://x.org">there</a></p>'
    expect(previewOf('mailchimp_set_campaign_content', { ...onCampaign, html })).toEqual({
      kind: 'mail',
      body: 'Hi there [https://x.org]',
    })
    const image = { ...onCampaign, html: '<img src="https://x.org/a.png">' }
    expect(previewOf('mailchimp_set_campaign_content', image)).toBeUndefined()
  })
})
