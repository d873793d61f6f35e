import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { shopify } from './shopify.ts'

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  /** What the document asks for or does. */
  readonly field: string
  readonly variables: unknown
  readonly data: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'shopify_update_product',
    args: {
      product_id: '1',
      description_html: '<p>Warm</p>',
      status: 'DRAFT',
      product_type: 'Tops',
      tags: [],
    },
    field: 'productUpdate(product: $product)',
    variables: {
      product: {
        id: 'gid://shopify/Product/1',
        descriptionHtml: '<p>Warm</p>',
        status: 'DRAFT',
        productType: 'Tops',
        tags: [],
      },
    },
    data: {
      saved: {
        product: { id: 'gid://shopify/Product/1', title: 'Hoodie', status: 'DRAFT', tags: [] },
        userErrors: [],
      },
    },
    result: { id: 'gid://shopify/Product/1', title: 'Hoodie', status: 'DRAFT', tags: [] },
  },
  {
    tool: 'shopify_update_order',
    args: { order_id: 'gid://shopify/Order/9', note: 'Ring twice', tags: ['gift'] },
    field: 'orderUpdate(input: $input)',
    variables: { input: { id: 'gid://shopify/Order/9', note: 'Ring twice', tags: ['gift'] } },
    data: {
      saved: {
        order: { id: 'gid://shopify/Order/9', name: '#1001', note: 'Ring twice', tags: ['gift'] },
        userErrors: [],
      },
    },
    result: { id: 'gid://shopify/Order/9', name: '#1001', note: 'Ring twice', tags: ['gift'] },
  },
  {
    tool: 'shopify_add_tags',
    args: { id: 'gid://shopify/Customer/5', tags: ['vip'] },
    field: 'tagsAdd(id: $id, tags: $tags)',
    variables: { id: 'gid://shopify/Customer/5', tags: ['vip'] },
    data: { saved: { node: { id: 'gid://shopify/Customer/5' }, userErrors: [] } },
    result: { id: 'gid://shopify/Customer/5', added: ['vip'] },
  },
  {
    tool: 'shopify_create_draft_order',
    args: {
      items: [
        { variant_id: '4', quantity: 2 },
        { title: 'Engraving', price: '5.00', currency: 'EUR', quantity: 1 },
      ],
      customer_id: '5',
      email: 'ada@example.com',
      note: 'By phone',
    },
    field: 'draftOrderCreate(input: $input)',
    variables: {
      input: {
        email: 'ada@example.com',
        note: 'By phone',
        purchasingEntity: { customerId: 'gid://shopify/Customer/5' },
        lineItems: [
          { variantId: 'gid://shopify/ProductVariant/4', quantity: 2 },
          {
            title: 'Engraving',
            originalUnitPriceWithCurrency: { amount: '5.00', currencyCode: 'EUR' },
            quantity: 1,
          },
        ],
      },
    },
    data: {
      saved: {
        draftOrder: {
          id: 'gid://shopify/DraftOrder/2',
          name: '#D1',
          status: 'OPEN',
          invoiceUrl: 'https://acme.example/invoice',
          totalPriceSet: { shopMoney: { amount: '44.98', currencyCode: 'EUR' } },
        },
        userErrors: [],
      },
    },
    result: {
      id: 'gid://shopify/DraftOrder/2',
      name: '#D1',
      status: 'OPEN',
      total: '44.98 EUR',
      invoice_url: 'https://acme.example/invoice',
    },
  },
  {
    tool: 'shopify_set_inventory',
    args: { inventory_item_id: '6', location_id: '8', quantity: 5 },
    field: 'inventorySetQuantities(input: $input) @idempotent(key: $key)',
    variables: {
      input: {
        name: 'available',
        reason: 'correction',
        quantities: [
          {
            inventoryItemId: 'gid://shopify/InventoryItem/6',
            locationId: 'gid://shopify/Location/8',
            quantity: 5,
            changeFromQuantity: null,
          },
        ],
      },
      key: expect.stringMatching(/^[\da-f-]{36}$/),
    },
    data: { saved: { inventoryAdjustmentGroup: { changes: [{ delta: -2 }] }, userErrors: [] } },
    result: { inventory_item_id: '6', location_id: '8', available: 5, change: -2 },
  },
]

describe('every write of shopify', () => {
  it.each(cases)('$tool asks for $field and shapes the answer', async ({ tool, args, data, ...expected }) => {
    const { result, requests } = await callTool(shopify, tool, args, jsonResponse({ data }))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.href}`).toBe(
      'POST https://shop.myshopify.com/admin/api/2026-07/graphql.json',
    )
    expect(sent?.body).toEqual({
      query: expect.stringContaining(expected.field),
      variables: expected.variables,
    })
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every write', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    const writes = shopify.tools.filter(({ effect }) => effect !== 'read').map(({ name }) => name)
    expect(writes.filter((name) => !tested.has(name))).toEqual([])
  })
})
