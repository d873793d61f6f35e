import { describe, expect, it } from 'vitest'
import { integrations } from '../../index.ts'
import { translated, type Translation } from '../../translation.ts'
import { bluesky } from './bluesky.ts'
import { mailchimp } from './mailchimp.ts'
import { mastodon } from './mastodon.ts'
import { pipedrive } from './pipedrive.ts'
import { shopify } from './shopify.ts'
import { stripe } from './stripe.ts'

function asked({ tools }: Translation, tool: string, args: Readonly<Record<string, unknown>>): string {
  const summary = tools[tool]?.summary
  return typeof summary === 'function' ? summary(args) : `no question of ${tool}`
}

it.each([
  [undefined, 'Zahlung „pi_1“ vollständig erstatten'],
  [500, 'Von der Zahlung „pi_1“ „500“ (in der kleinsten Währungseinheit) erstatten'],
])('does not let 5 euros pass for 500: %s', (amount, sentence) => {
  expect(asked(stripe, 'stripe_create_refund', { payment_id: 'pi_1', amount })).toBe(sentence)
})

it.each([
  [
    { amount: 1050, currency: 'eur', description: 'Tee' },
    '„1 × 1050 eur, Tee“ (in der kleinsten Währungseinheit) hinzufügen',
  ],
  [{ price_id: 'price_1', quantity: 3 }, '„3 × price_1“ hinzufügen'],
])('says what a line of an invoice costs, or which price it has: %j', (line, words) => {
  expect(asked(stripe, 'stripe_add_invoice_item', { invoice_id: 'in_1', ...line })).toBe(
    `Der Rechnung „in_1“ den Posten ${words}`,
  )
})

it.each([
  [true, 'Abonnement „sub_1“ sofort kündigen'],
  [false, 'Abonnement „sub_1“ zum Ende des Abrechnungszeitraums kündigen'],
])('tells a subscription that ends at once from one that runs on: %s', (now, sentence) => {
  expect(asked(stripe, 'stripe_cancel_subscription', { subscription_id: 'sub_1', now })).toBe(sentence)
})

it.each([
  [null, 'Geplanten Versand der Kampagne „Mai“ („c1“) absagen'],
  [
    '2026-05-01T09:00:00Z',
    'Kampagne „Mai“ („c1“) zum Zeitpunkt „2026-05-01T09:00:00Z“ an alle ihre Empfänger senden',
  ],
])('does not take a mailing for its being called off: %s', (send_at, sentence) => {
  const args = { campaign_id: 'c1', subject: 'Mai', send_at }
  expect(asked(mailchimp, 'mailchimp_set_campaign_schedule', args)).toBe(sentence)
})

it('names everybody who gets a test mail', () => {
  const args = { campaign_id: 'c1', to: ['ada@example.com', 'bob@example.com'] }
  expect(asked(mailchimp, 'mailchimp_send_test_mail', args)).toBe(
    'Test der Kampagne „c1“ an „ada@example.com“, „bob@example.com“ senden',
  )
})

it.each([
  [{ add: ['vip', 'neu'], remove: ['alt'] }, '„+vip +neu −alt“'],
  [{ remove: ['alt'] }, '„−alt“'],
])('tells tags that are given from tags that are taken: %j', (changes, words) => {
  const args = { list_id: 'l1', member: 'ada@example.com', ...changes }
  expect(asked(mailchimp, 'mailchimp_update_member_tags', args)).toBe(
    `Tags von „ada@example.com“ in der Zielgruppe „l1“ ändern: ${words}`,
  )
})

it.each([
  [{}, 'Beitrag posten: „Hallo“'],
  [{ in_reply_to_id: '7' }, 'Auf den Beitrag „7“ antworten: „Hallo“'],
  [{ scheduled_at: '2026-05-01' }, 'Beitrag für „2026-05-01“ planen: „Hallo“'],
  [
    { in_reply_to_id: '7', scheduled_at: '2026-05-01' },
    'Antwort auf den Beitrag „7“ für „2026-05-01“ planen: „Hallo“',
  ],
])('says of a post what it answers and when it appears: %j', (place, sentence) => {
  expect(asked(mastodon, 'mastodon_create_post', { text: 'Hallo', ...place })).toBe(sentence)
})

it.each([
  [{}, 'Beitrag posten: „Hallo“'],
  [{ quote_uri: 'at://b' }, 'Beitrag posten und „at://b“ zitieren: „Hallo“'],
  [{ reply_to_uri: 'at://a', quote_uri: 'at://b' }, 'Auf „at://a“ antworten und „at://b“ zitieren: „Hallo“'],
])('keeps apart what a post answers and what it quotes: %j', (place, sentence) => {
  expect(asked(bluesky, 'bluesky_create_post', { text: 'Hallo', ...place })).toBe(sentence)
})

it.each([
  [{ due_date: '2026-05-01' }, 'Aktivität „Anruf“ für „2026-05-01“ planen'],
  [{}, 'Aktivität „Anruf“ planen'],
])('plans an activity with and without a day: %j', (due, sentence) => {
  expect(asked(pipedrive, 'pipedrive_create_activity', { subject: 'Anruf', ...due })).toBe(sentence)
})

it.each([
  [{}, 'Bestellung über „2 × Tee, 1 × v7“ entwerfen'],
  [{ email: 'ada@example.com' }, 'Bestellung über „2 × Tee, 1 × v7“ für „ada@example.com“ entwerfen'],
])('names every item of an order and who it is for: %j', (buyer, sentence) => {
  const items = [
    { title: 'Tee', quantity: 2 },
    { variant_id: 'v7', quantity: 1 },
  ]
  expect(asked(shopify, 'shopify_create_draft_order', { items, ...buyer })).toBe(sentence)
})

it('names every tag that is added, each by itself', () => {
  expect(asked(shopify, 'shopify_add_tags', { id: 'gid://shopify/Order/1', tags: ['vip', 'a, b'] })).toBe(
    'Tags „vip“, „a, b“ zu „gid://shopify/Order/1“ hinzufügen',
  )
})

describe('the picture of a call says its own words in German, and the arguments as they are', () => {
  it.each([
    ['bluesky', bluesky, 'bluesky_create_post', { text: 'Everyone' }, { place: 'Alle', text: 'Everyone' }],
    [
      'mastodon',
      mastodon,
      'mastodon_create_post',
      { text: 'a', visibility: 'private' },
      { place: 'Follower' },
    ],
    ['mastodon', mastodon, 'mastodon_create_post', { text: 'a' }, { place: 'Mastodon' }],
    [
      'mailchimp',
      mailchimp,
      'mailchimp_create_campaign',
      { list_id: 'l1', segment_id: 5, subject: 'Audience' },
      { to: ['Zielgruppe l1, Segment 5'], subject: 'Audience' },
    ],
  ] as const)('of %s', (id, translation, name, args, expected) => {
    const shown = integrations.filter((one) => one.id === id).map((one) => translated(one, translation))
    const tool = shown.flatMap(({ tools }) => tools).find((one) => one.name === name)
    expect(tool?.preview(args)).toMatchObject(expected)
  })
})
