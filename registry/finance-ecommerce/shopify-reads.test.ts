import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { shopify } from './shopify.ts'

const money = (amount: string) => ({ amount, currencyCode: 'EUR' })
const bag = (amount: string) => ({ shopMoney: money(amount) })
const more = { hasNextPage: true, endCursor: 'eyJsYXN0' }
const last = { hasNextPage: false, endCursor: 'eyJsYXN0' }

const product = {
  id: 'gid://shopify/Product/1',
  title: 'Hoodie',
  status: 'ACTIVE',
  vendor: 'Acme',
  productType: '',
  totalInventory: 7,
  updatedAt: '2026-02-01T10:00:00Z',
  onlineStoreUrl: 'https://acme.example/products/hoodie',
}
const productRow = {
  id: 'gid://shopify/Product/1',
  title: 'Hoodie',
  status: 'ACTIVE',
  in_stock: 7,
  vendor: 'Acme',
  updated_at: '2026-02-01T10:00:00Z',
  url: 'https://acme.example/products/hoodie',
}
const order = {
  id: 'gid://shopify/Order/9',
  name: '#1001',
  createdAt: '2026-02-01T10:00:00Z',
  cancelledAt: null,
  displayFinancialStatus: 'PAID',
  displayFulfillmentStatus: 'UNFULFILLED',
  totalPriceSet: bag('39.98'),
  customer: { id: 'gid://shopify/Customer/5', displayName: 'Ada' },
}
const orderRow = {
  id: 'gid://shopify/Order/9',
  name: '#1001',
  created_at: '2026-02-01T10:00:00Z',
  payment: 'PAID',
  fulfillment: 'UNFULFILLED',
  total: '39.98 EUR',
  customer: 'Ada',
}

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
    tool: 'shopify_get_shop',
    args: {},
    field: 'shop {',
    variables: {},
    data: {
      shop: {
        id: 'gid://shopify/Shop/3',
        name: 'Acme',
        email: 'shop@example.com',
        myshopifyDomain: 'acme.myshopify.com',
        url: 'https://acme.example',
        currencyCode: 'EUR',
        ianaTimezone: 'Europe/Berlin',
        plan: { publicDisplayName: 'Basic' },
      },
    },
    result: {
      id: 'gid://shopify/Shop/3',
      name: 'Acme',
      domain: 'acme.myshopify.com',
      email: 'shop@example.com',
      currency: 'EUR',
      timezone: 'Europe/Berlin',
      plan: 'Basic',
      url: 'https://acme.example',
    },
  },
  {
    tool: 'shopify_list_products',
    args: { query: 'hoodie status:active', limit: 5, cursor: 'abc' },
    field: 'products(query: $query, first: $first, after: $after, sortKey: UPDATED_AT, reverse: true)',
    variables: { query: 'hoodie status:active', first: 5, after: 'abc' },
    data: {
      products: {
        nodes: [
          { ...product, priceRangeV2: { minVariantPrice: money('19.99'), maxVariantPrice: money('29.99') } },
          { id: '2', priceRangeV2: { minVariantPrice: money('5.0'), maxVariantPrice: money('5.0') } },
        ],
        pageInfo: more,
      },
    },
    result: {
      products: [
        { ...productRow, price: '19.99 EUR – 29.99 EUR' },
        { id: '2', price: '5.0 EUR' },
      ],
      next_cursor: 'eyJsYXN0',
    },
  },
  {
    tool: 'shopify_get_product',
    args: { product_id: '1', offset: 10_000 },
    field: 'product(id: $id)',
    variables: { id: 'gid://shopify/Product/1' },
    data: {
      product: {
        ...product,
        description: `${'a'.repeat(10_000)}bbb`,
        tags: ['warm'],
        variantsCount: { count: 1 },
        variants: {
          nodes: [
            {
              id: 'gid://shopify/ProductVariant/4',
              title: 'M',
              sku: 'A-1',
              price: '19.99',
              inventoryQuantity: 7,
              inventoryItem: { id: 'gid://shopify/InventoryItem/6' },
            },
          ],
        },
      },
    },
    result: {
      ...productRow,
      tags: ['warm'],
      variants_count: 1,
      variants: [
        {
          id: 'gid://shopify/ProductVariant/4',
          title: 'M',
          sku: 'A-1',
          price: '19.99',
          in_stock: 7,
          inventory_item_id: 'gid://shopify/InventoryItem/6',
        },
      ],
      description: 'bbb',
      total_chars: 10_003,
    },
  },
  {
    tool: 'shopify_get_inventory',
    args: { inventory_item_id: 'gid://shopify/InventoryItem/6' },
    field: 'inventoryItem(id: $id)',
    variables: { id: 'gid://shopify/InventoryItem/6' },
    data: {
      inventoryItem: {
        id: 'gid://shopify/InventoryItem/6',
        sku: 'A-1',
        tracked: true,
        inventoryLevels: {
          nodes: [
            {
              location: { id: 'gid://shopify/Location/8', name: 'Berlin' },
              quantities: [
                { name: 'available', quantity: 0 },
                { name: 'on_hand', quantity: 7 },
              ],
            },
          ],
        },
      },
    },
    result: {
      id: 'gid://shopify/InventoryItem/6',
      sku: 'A-1',
      tracked: true,
      locations: [{ available: 0, on_hand: 7, location_id: 'gid://shopify/Location/8', location: 'Berlin' }],
    },
  },
  {
    tool: 'shopify_list_orders',
    args: {},
    field: 'orders(query: $query, first: $first, after: $after, sortKey: CREATED_AT, reverse: true)',
    variables: { first: 20, people: true },
    data: { orders: { nodes: [order], pageInfo: last } },
    result: { orders: [orderRow] },
  },
  {
    tool: 'shopify_get_order',
    args: { order_id: '9' },
    field: 'order(id: $id)',
    variables: { id: 'gid://shopify/Order/9', people: true },
    data: {
      order: {
        ...order,
        totalRefundedSet: bag('0.0'),
        note: 'Ring twice',
        tags: ['gift'],
        email: 'ada@example.com',
        shippingAddress: { formatted: ['Ada', 'Main St 1', '10115 Berlin'] },
        lineItems: {
          nodes: [
            {
              title: 'Hoodie',
              variantTitle: 'M',
              sku: 'A-1',
              quantity: 2,
              unfulfilledQuantity: 2,
              discountedTotalSet: bag('39.98'),
            },
          ],
        },
        fulfillments: [
          { displayStatus: 'IN_TRANSIT', trackingInfo: [{ company: 'DHL', number: '1Z', url: null }] },
        ],
      },
    },
    result: {
      ...orderRow,
      customer_id: 'gid://shopify/Customer/5',
      email: 'ada@example.com',
      note: 'Ring twice',
      tags: ['gift'],
      ship_to: 'Ada, Main St 1, 10115 Berlin',
      items: [{ title: 'Hoodie', variant: 'M', sku: 'A-1', quantity: 2, unfulfilled: 2, total: '39.98 EUR' }],
      shipments: [{ status: 'IN_TRANSIT', tracking: [{ company: 'DHL', number: '1Z' }] }],
    },
  },
  {
    tool: 'shopify_list_customers',
    args: { query: 'ada', limit: 1 },
    field: 'customers(query: $query, first: $first, after: $after, sortKey: UPDATED_AT, reverse: true)',
    variables: { query: 'ada', first: 1 },
    data: {
      customers: {
        nodes: [
          {
            id: 'gid://shopify/Customer/5',
            displayName: 'Ada',
            defaultEmailAddress: { emailAddress: 'ada@example.com' },
            defaultPhoneNumber: null,
            numberOfOrders: '3',
            amountSpent: money('120.5'),
            tags: [],
            note: null,
            createdAt: '2025-01-01T00:00:00Z',
          },
        ],
        pageInfo: more,
      },
    },
    result: {
      customers: [
        {
          id: 'gid://shopify/Customer/5',
          name: 'Ada',
          email: 'ada@example.com',
          orders: 3,
          spent: '120.5 EUR',
          tags: [],
          created_at: '2025-01-01T00:00:00Z',
        },
      ],
      next_cursor: 'eyJsYXN0',
    },
  },
]

describe('every read of shopify', () => {
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

  it('has a test row for every read', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    const reads = shopify.tools.filter(({ effect }) => effect === 'read').map(({ name }) => name)
    expect(reads.filter((name) => !tested.has(name))).toEqual([])
  })
})
