import { describe, expect, it } from 'vitest'
import { atSite } from '../site.ts'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { shopify } from './shopify.ts'

const tool = (name: string) => shopify.tools.find((candidate) => candidate.name === name)

function refused(message: string, code: string) {
  return jsonResponse({ errors: [{ message, extensions: { code } }], data: null })
}

describe.each(['client_credentials', 'api_key'] as const)('a shop connected by %s', (way) => {
  const acme = atSite(shopify, way, { shop: 'acme' })

  it('is asked for its name at its own address, and sends its token nowhere else', async () => {
    const shop = { id: 'gid://shopify/Shop/3', name: 'Acme', myshopifyDomain: 'acme.myshopify.com' }
    const { context, requests } = fakeContext(acme, [jsonResponse({ data: { shop } })])
    expect(await acme.account.identify(context)).toEqual({
      id: 'gid://shopify/Shop/3',
      name: 'Acme (acme.myshopify.com)',
    })
    expect(requests.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'POST https://acme.myshopify.com/admin/api/2026-07/graphql.json',
    ])
    expect(acme.hosts).toEqual(['acme.myshopify.com'])
  })

  it('is sent its token in the header that Shopify reads', () => {
    const [method] = acme.auth
    expect(method?.send).toMatchObject({ in: 'header', name: 'x-shopify-access-token' })
  })
})

describe('an app’s client id and secret', () => {
  it('are exchanged at the shop itself', () => {
    expect(atSite(shopify, 'client_credentials', { shop: 'acme' }).auth[0]).toMatchObject({
      exchange: {
        url: 'https://acme.myshopify.com/admin/oauth/access_token',
        parameters: {
          grant_type: 'client_credentials',
          client_id: '{client_id}',
          client_secret: '{client_secret}',
        },
      },
      send: { value: '{access_token}' },
    })
  })
})

describe('shopify', () => {
  it.each([
    ['shopify_update_product', { product_id: '1' }],
    ['shopify_update_order', { order_id: '1' }],
  ])('does not send %s without a field', async (name, args) => {
    await expect(callTool(shopify, name, args)).rejects.toThrow('No field to change')
  })

  it('takes userErrors in a success for the refusal that they are', async () => {
    const userErrors = [
      { field: ['product', 'title'], message: 'Title can’t be blank' },
      { field: null, message: 'Product is locked' },
    ]
    const answer = jsonResponse({ data: { saved: { product: null, userErrors } } })
    const call = callTool(shopify, 'shopify_update_product', { product_id: '1', title: ' ' }, answer)
    await expect(call).rejects.toMatchObject({
      status: 422,
      reason: 'Title can’t be blank (title); Product is locked',
    })
  })

  it('does not take a mutation without any result for done', async () => {
    const call = callTool(
      shopify,
      'shopify_add_tags',
      { id: 'x', tags: ['a'] },
      jsonResponse({ data: { saved: null } }),
    )
    await expect(call).rejects.toMatchObject({ status: 422 })
  })

  it.each([
    ['shopify_get_product', { product_id: '1' }, { product: null }],
    ['shopify_get_order', { order_id: '1' }, { order: null }],
    ['shopify_get_inventory', { inventory_item_id: '1' }, { inventoryItem: null }],
  ])('says for %s that there is none, which Shopify answers with null', async (name, args, data) => {
    await expect(callTool(shopify, name, args, jsonResponse({ data }))).rejects.toMatchObject({ status: 404 })
  })

  it.each([
    ['nobody knows how long', undefined, undefined],
    ['until enough points are back', { currentlyAvailable: 12, restoreRate: 50 }, 5],
    ['at once, where they are back by now', { currentlyAvailable: 900, restoreRate: 50 }, 0],
  ])(
    'passes a throttled question on as a limit, though it has status 200: %s',
    async (_, points, seconds) => {
      const cost = { requestedQueryCost: 252, throttleStatus: { maximumAvailable: 1000, ...points } }
      const answer = {
        errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
        ...(points && { extensions: { cost } }),
      }
      const call = callTool(shopify, 'shopify_get_shop', {}, jsonResponse(answer))
      await expect(call).rejects.toMatchObject({
        status: 429,
        reason: 'Throttled',
        retryAfterSeconds: seconds,
      })
    },
  )

  it.each([
    [401, '[API] Invalid API key or access token (unrecognized login or wrong password)'],
    [404, 'Not Found'],
  ])('passes HTTP %i on, whose errors are one text', async (status, errors) => {
    const call = callTool(shopify, 'shopify_get_shop', {}, jsonResponse({ errors }, { status }))
    await expect(call).rejects.toMatchObject({ status, reason: errors })
  })

  it.each([
    'Access denied for customer field. Required access: `read_customers` access scope.',
    'This app is not approved to use the email field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.',
  ])('asks for orders without people where the app may not see them: %s', async (message) => {
    const orders = { nodes: [{ id: 'gid://shopify/Order/9', name: '#1001' }] }
    const { result, requests } = await callTool(
      shopify,
      'shopify_list_orders',
      {},
      refused(message, 'ACCESS_DENIED'),
      jsonResponse({ data: { orders } }),
    )
    expect(requests.map(({ body }) => body)).toMatchObject([
      { variables: { people: true } },
      { variables: { people: false } },
    ])
    expect(result).toEqual({ orders: [{ id: 'gid://shopify/Order/9', name: '#1001' }] })
  })

  it('names the scope that is missing for all of it', async () => {
    const message = 'Access denied for orders field. Required access: `read_orders` access scope.'
    const answers = [refused(message, 'ACCESS_DENIED'), refused(message, 'ACCESS_DENIED')]
    const call = callTool(shopify, 'shopify_get_order', { order_id: '1' }, ...answers)
    await expect(call).rejects.toMatchObject({ status: 403, reason: message })
  })

  it('sends the expected stock, so that a sale in between is not undone', async () => {
    const saved = { inventoryAdjustmentGroup: null, userErrors: [] }
    const args = { inventory_item_id: '6', location_id: '8', quantity: 5, expected: 7 }
    const { requests } = await callTool(
      shopify,
      'shopify_set_inventory',
      args,
      jsonResponse({ data: { saved } }),
    )
    expect(requests[0]?.body).toMatchObject({
      variables: { input: { quantities: [{ changeFromQuantity: 7 }] } },
    })
  })

  it.each([
    [
      'shopify_update_product',
      { product_id: '1', title: 'x', product_type: 'y' },
      'Change title and product type of the product “1”',
    ],
    ['shopify_update_order', { order_id: '9', note: 'x' }, 'Change note of the order “9”'],
    ['shopify_add_tags', { id: 'gid://x', tags: ['a', 'b'] }, 'Add the tags “a”, “b” to “gid://x”'],
    [
      'shopify_create_draft_order',
      { items: [{ variant_id: '4', quantity: 2 }], email: 'a@b.eu' },
      'Draft an order of “2 × 4” for “a@b.eu”',
    ],
    [
      'shopify_set_inventory',
      { inventory_item_id: '6', location_id: '8', quantity: 0 },
      'Set the stock of “6” at “8” to “0”',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(tool(name)?.summarize(args)).toBe(sentence)
  })

  it('draws a product’s new description as text, and a draft order as its items', () => {
    const product = { product_id: '1', description_html: '<h1>Warm</h1><p>Very <b>warm</b>.</p>' }
    expect(tool('shopify_update_product')?.preview(product)).toMatchObject({
      kind: 'document',
      place: '1',
      body: 'WARM\n\nVery warm.',
    })
    expect(tool('shopify_update_product')?.preview({ product_id: '1', status: 'DRAFT' })).toBeUndefined()
    expect(tool('shopify_update_order')?.preview({ order_id: '9', tags: [] })).toBeUndefined()
    const items = [
      { variant_id: '4', quantity: 2 },
      { title: 'Engraving', quantity: 1 },
    ]
    const draft = { items, email: 'a@b.eu', note: 'By phone' }
    expect(tool('shopify_create_draft_order')?.preview(draft)).toEqual({
      kind: 'document',
      place: 'a@b.eu',
      title: 'Draft order',
      body: '2 × 4\n1 × Engraving\n\nBy phone',
    })
  })
})
