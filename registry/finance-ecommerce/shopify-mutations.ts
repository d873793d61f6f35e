import { gql } from '../tool-context.ts'

// Checked against the schema of the Admin API that Shopify publishes: https://shopify.dev/docs/api/admin-graphql/2026-07

export const updateProduct = gql`
  mutation ($product: ProductUpdateInput!) {
    saved: productUpdate(product: $product) {
      product {
        id
        title
        status
        tags
      }
      userErrors {
        field
        message
      }
    }
  }
`

export const updateOrder = gql`
  mutation ($input: OrderInput!) {
    saved: orderUpdate(input: $input) {
      order {
        id
        name
        note
        tags
      }
      userErrors {
        field
        message
      }
    }
  }
`

export const addTags = gql`
  mutation ($id: ID!, $tags: [String!]!) {
    saved: tagsAdd(id: $id, tags: $tags) {
      node {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`

export const createDraftOrder = gql`
  mutation ($input: DraftOrderInput!) {
    saved: draftOrderCreate(input: $input) {
      draftOrder {
        id
        name
        status
        invoiceUrl
        totalPriceSet {
          shopMoney {
            amount
            currencyCode
          }
        }
      }
      userErrors {
        field
        message
      }
    }
  }
`

export const setInventory = gql`
  mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
    saved: inventorySetQuantities(input: $input) @idempotent(key: $key) {
      inventoryAdjustmentGroup {
        changes {
          delta
        }
      }
      userErrors {
        field
        message
      }
    }
  }
`
