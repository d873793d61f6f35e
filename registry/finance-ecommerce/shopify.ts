import { z } from 'zod'
import type { Field } from '../auth.ts'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters, type PageArguments } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './shopify-answers.ts'
import * as documents from './shopify-documents.ts'
import * as mutations from './shopify-mutations.ts'
import { gid, lineItem, lineItemInput, lineText, productPreview, withPeople } from './shopify-inputs.ts'
import { shopifyRefusal } from './shopify-refusal.ts'

const product_id = z.string()
const order_id = z.string()
const tags = z.array(z.string()).optional().describe('Replace all')

const shopField: Field = {
  name: 'shop',
  label: 'Shop',
  kind: 'subdomain',
  suffix: '.myshopify.com',
  placeholder: 'acme',
}

function pageVariables({ cursor, limit }: PageArguments) {
  return { first: limit, after: cursor }
}

/** @see https://shopify.dev/docs/api/admin-graphql/2026-07 */
export const shopify = defineIntegration({
  id: 'shopify',
  name: 'Shopify',
  category: 'finance-ecommerce',
  description: 'Products, stock, orders and customers of a shop.',
  icon: 'shopify.svg',
  auth: [
    {
      // https://shopify.dev/docs/apps/build/authentication-authorization/client-credentials-grant: an own app in an
      // own shop. Every other sign-in needs a server with an https address.
      type: 'client_credentials',
      label: 'App from the Dev Dashboard',
      fields: [
        shopField,
        { name: 'client_id', label: 'Client ID', kind: 'text' },
        { name: 'client_secret', label: 'Client secret', kind: 'secret' },
      ],
      exchange: {
        url: 'https://{shop}.myshopify.com/admin/oauth/access_token',
        parameters: {
          grant_type: 'client_credentials',
          client_id: '{client_id}',
          client_secret: '{client_secret}',
        },
      },
      send: { in: 'header', name: 'x-shopify-access-token', value: '{access_token}' },
      helpUrl: 'https://dev.shopify.com/dashboard',
    },
    {
      type: 'api_key',
      label: 'Admin API access token',
      fields: [
        shopField,
        { name: 'token', label: 'Admin API access token', kind: 'secret', placeholder: 'shpat_…' },
      ],
      send: { in: 'header', name: 'x-shopify-access-token', value: '{token}' },
      helpUrl: 'https://help.shopify.com/en/manual/apps/app-types/custom-apps',
    },
  ],
  hosts: ['{shop}.myshopify.com'],
  graphqlUrl: 'https://{shop}.myshopify.com/admin/api/2026-07/graphql.json',
  refusal: shopifyRefusal,
  account: {
    async identify({ graphql }) {
      const { shop } = await graphql(documents.getShop, {}, answers.shopAnswer)
      return {
        id: shop.id,
        name: shop.name ? `${shop.name} (${shop.myshopifyDomain})` : shop.myshopifyDomain,
      }
    },
  },
  tools: [
    {
      name: 'shopify_get_shop',
      description: 'The shop: name, currency, time zone, plan.',
      parameters: z.object({}),
      async handler(_args, { graphql }) {
        const { shop } = await graphql(documents.getShop, {}, answers.shopAnswer)
        return compact({
          id: shop.id,
          name: shop.name,
          domain: shop.myshopifyDomain,
          email: shop.email,
          currency: shop.currencyCode,
          timezone: shop.ianaTimezone,
          plan: shop.plan?.publicDisplayName,
          url: shop.url,
        })
      },
    },
    {
      name: 'shopify_list_products',
      description: 'Products, last changed first; query finds by words or fields.',
      parameters: z.object({
        query: z.string().optional().describe('e.g. “green hoodie status:active”, “sku:A-1”'),
        ...pageParameters,
      }),
      async handler({ query, ...page }, { graphql }) {
        const variables = { query, ...pageVariables(page) }
        const { products } = await graphql(documents.listProducts, variables, answers.productsAnswer)
        return answers.pageOf('products', products, answers.productRow)
      },
    },
    {
      name: 'shopify_get_product',
      description: 'One product with up to 100 variants. To read on, pass next_offset as offset.',
      parameters: z.object({ product_id, offset: z.int().min(0).default(0) }),
      async handler({ product_id: id, offset }, { graphql }) {
        const variables = { id: gid('Product', id) }
        const { product } = await graphql(documents.getProduct, variables, answers.productAnswer)
        return answers.productDetail(answers.present(product, 'product'), offset)
      },
    },
    {
      name: 'shopify_get_inventory',
      description: 'Stock of one variant by location, by the inventory_item_id of the variant.',
      parameters: z.object({ inventory_item_id: z.string() }),
      async handler({ inventory_item_id }, { graphql }) {
        const variables = { id: gid('InventoryItem', inventory_item_id) }
        const { inventoryItem } = await graphql(documents.getInventory, variables, answers.inventoryAnswer)
        const { id, sku, tracked, inventoryLevels } = answers.present(inventoryItem, 'inventory item')
        return compact({ id, sku, tracked, locations: inventoryLevels?.nodes.map(answers.levelRow) })
      },
    },
    {
      name: 'shopify_list_orders',
      description: 'Orders, newest first.',
      parameters: z.object({
        query: z
          .string()
          .optional()
          .describe('e.g. “created_at:>=2026-01-31 financial_status:paid”, “name:1001”, “email:a@b.eu”'),
        ...pageParameters,
      }),
      async handler({ query, ...page }, { graphql }) {
        const variables = { query, ...pageVariables(page) }
        const { orders } = await withPeople((people) =>
          graphql(documents.listOrders, { ...variables, people }, answers.ordersAnswer),
        )
        return answers.pageOf('orders', orders, answers.orderRow)
      },
    },
    {
      name: 'shopify_get_order',
      description: 'One order: items, note, customer, address, shipments with tracking.',
      parameters: z.object({ order_id }),
      async handler({ order_id: id }, { graphql }) {
        const { order } = await withPeople((people) =>
          graphql(documents.getOrder, { id: gid('Order', id), people }, answers.orderAnswer),
        )
        return answers.orderDetail(answers.present(order, 'order'))
      },
    },
    {
      name: 'shopify_list_customers',
      description: 'Customers with what they spent, last changed first.',
      parameters: z.object({
        query: z.string().optional().describe('e.g. “ada”, “country:DE orders_count:>5”'),
        ...pageParameters,
      }),
      async handler({ query, ...page }, { graphql }) {
        const variables = { query, ...pageVariables(page) }
        const { customers } = await graphql(documents.listCustomers, variables, answers.customersAnswer)
        return answers.pageOf('customers', customers, answers.customerRow)
      },
    },
    {
      name: 'shopify_update_product',
      description: 'Change the given fields of a product. Safe to repeat.',
      parameters: z.object({
        product_id,
        title: z.string().min(1).optional(),
        description_html: z.string().optional().describe('Replaces all'),
        status: z.enum(['ACTIVE', 'DRAFT', 'ARCHIVED']).optional(),
        vendor: z.string().optional().describe('Brand'),
        product_type: z.string().optional().describe('Own category'),
        tags,
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'product_id')} of the product ${quote(args.product_id)}`,
      preview: (args) => productPreview(args),
      async handler({ product_id: id, description_html, product_type, ...fields }, { graphql }) {
        const changes = compact({ ...fields, descriptionHtml: description_html, productType: product_type })
        if (Object.keys(changes).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const variables = { product: { id: gid('Product', id), ...changes } }
        const { saved } = await graphql(mutations.updateProduct, variables, answers.savedProductAnswer)
        const product = answers.present(answers.successful(saved).product, 'product')
        return compact({ ...answers.productRow(product), tags: product.tags })
      },
    },
    {
      name: 'shopify_update_order',
      description: 'Change note or tags of an order. Safe to repeat.',
      parameters: z.object({
        order_id,
        note: z.string().optional().describe('Replaces all; staff read it'),
        tags,
      }),
      summary: (args) => `Change ${changedFields(args, 'order_id')} of the order ${quote(args.order_id)}`,
      preview: ({ order_id: place, note: body }) =>
        body === undefined ? undefined : { kind: 'document', place, body },
      async handler({ order_id: id, ...changes }, { graphql }) {
        if (Object.keys(changes).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const variables = { input: { id: gid('Order', id), ...changes } }
        const { saved } = await graphql(mutations.updateOrder, variables, answers.savedOrderAnswer)
        const order = answers.present(answers.successful(saved).order, 'order')
        return compact({ id: order.id, name: order.name, note: order.note, tags: order.tags })
      },
    },
    {
      name: 'shopify_add_tags',
      description: 'Add tags to what has that id; others stay. Safe to repeat.',
      parameters: z.object({
        id: z.string().describe('Of an order, product, customer or draft order: gid://…'),
        tags: z.array(z.string()).min(1).describe('To add'),
      }),
      summary: (args) => `Add the tags ${args.tags.map(quote).join(', ')} to ${quote(args.id)}`,
      async handler(variables, { graphql }) {
        const { saved } = await graphql(mutations.addTags, variables, answers.savedTagsAnswer)
        answers.successful(saved)
        return { id: variables.id, added: variables.tags }
      },
    },
    {
      name: 'shopify_create_draft_order',
      description:
        'Draft an order, to be sent or paid in Shopify. Each call makes a new one; nobody is told.',
      parameters: z.object({
        items: z
          .array(lineItem)
          .min(1)
          .describe('variant_id; or title, price (19.99) and currency of something else'),
        customer_id: z.string().optional(),
        email: z.string().optional().describe('Of the buyer'),
        note: z.string().optional().describe('Text'),
        tags: z.array(z.string()).optional().describe('To find it by'),
      }),
      summary: ({ items, email }) =>
        `Draft an order of ${quote(items.map(lineText).join(', '))}${email === undefined ? '' : ` for ${quote(email)}`}`,
      preview: ({ items, customer_id, email, note }) => ({
        kind: 'document',
        place: email ?? customer_id,
        title: 'Draft order',
        body: [...items.map(lineText), ...(note === undefined ? [] : ['', note])].join('\n'),
      }),
      async handler({ items, customer_id, ...fields }, { graphql }) {
        const purchasingEntity =
          customer_id === undefined ? undefined : { customerId: gid('Customer', customer_id) }
        const input = { ...fields, lineItems: items.map(lineItemInput), purchasingEntity }
        const { saved } = await graphql(mutations.createDraftOrder, { input }, answers.savedDraftOrderAnswer)
        return answers.draftOrderRow(answers.present(answers.successful(saved).draftOrder, 'draft order'))
      },
    },
    {
      name: 'shopify_set_inventory',
      description: 'Set how many of a variant are available at a location. Safe to repeat.',
      parameters: z.object({
        inventory_item_id: z.string(),
        location_id: z.string(),
        quantity: z.int().describe('From now on'),
        expected: z.int().optional().describe('What is there now; refused if it is not'),
      }),
      summary: ({ inventory_item_id, location_id, quantity }) =>
        `Set the stock of ${quote(inventory_item_id)} at ${quote(location_id)} to ${quote(quantity)}`,
      async handler({ inventory_item_id, location_id, quantity, expected = null }, { graphql }) {
        const item = gid('InventoryItem', inventory_item_id)
        const place = { inventoryItemId: item, locationId: gid('Location', location_id) }
        // The expected quantity has to be sent, and null leaves it unchecked; the key makes a call one of its own.
        const quantities = [{ ...place, quantity, changeFromQuantity: expected }]
        const variables = {
          input: { name: 'available', reason: 'correction', quantities },
          key: crypto.randomUUID(),
        }
        const { saved } = await graphql(mutations.setInventory, variables, answers.savedInventoryAnswer)
        const change = answers.successful(saved).inventoryAdjustmentGroup?.changes?.[0]?.delta
        return compact({ inventory_item_id, location_id, available: quantity, change })
      },
    },
  ],
})
