import { gql } from '../tool-context.ts'

// Checked against the schema of the Admin API that Shopify publishes: https://shopify.dev/docs/api/admin-graphql/2026-07

export const getShop = gql`
  query {
    shop {
      id
      name
      email
      myshopifyDomain
      url
      currencyCode
      ianaTimezone
      plan {
        publicDisplayName
      }
    }
  }
`

export const listProducts = gql`
  query ($query: String, $first: Int!, $after: String) {
    products(query: $query, first: $first, after: $after, sortKey: UPDATED_AT, reverse: true) {
      nodes {
        id
        title
        status
        vendor
        productType
        totalInventory
        updatedAt
        onlineStoreUrl
        priceRangeV2 {
          minVariantPrice {
            amount
            currencyCode
          }
          maxVariantPrice {
            amount
            currencyCode
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const getProduct = gql`
  query ($id: ID!) {
    product(id: $id) {
      id
      title
      status
      vendor
      productType
      totalInventory
      updatedAt
      onlineStoreUrl
      description
      tags
      variantsCount {
        count
      }
      variants(first: 100) {
        nodes {
          id
          title
          sku
          price
          inventoryQuantity
          inventoryItem {
            id
          }
        }
      }
    }
  }
`

export const getInventory = gql`
  query ($id: ID!) {
    inventoryItem(id: $id) {
      id
      sku
      tracked
      inventoryLevels(first: 50) {
        nodes {
          location {
            id
            name
          }
          quantities(names: ["available", "on_hand", "committed", "incoming"]) {
            name
            quantity
          }
        }
      }
    }
  }
`

export const listOrders = gql`
  query ($query: String, $first: Int!, $after: String, $people: Boolean!) {
    orders(query: $query, first: $first, after: $after, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        name
        createdAt
        cancelledAt
        displayFinancialStatus
        displayFulfillmentStatus
        totalPriceSet {
          shopMoney {
            amount
            currencyCode
          }
        }
        customer @include(if: $people) {
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const getOrder = gql`
  query ($id: ID!, $people: Boolean!) {
    order(id: $id) {
      id
      name
      createdAt
      cancelledAt
      displayFinancialStatus
      displayFulfillmentStatus
      note
      tags
      totalPriceSet {
        shopMoney {
          amount
          currencyCode
        }
      }
      totalRefundedSet {
        shopMoney {
          amount
          currencyCode
        }
      }
      lineItems(first: 100) {
        nodes {
          title
          variantTitle
          sku
          quantity
          unfulfilledQuantity
          discountedTotalSet {
            shopMoney {
              amount
              currencyCode
            }
          }
        }
      }
      fulfillments(first: 10) {
        displayStatus
        trackingInfo(first: 5) {
          company
          number
          url
        }
      }
      email @include(if: $people)
      customer @include(if: $people) {
        id
        displayName
      }
      shippingAddress @include(if: $people) {
        formatted
      }
    }
  }
`

export const listCustomers = gql`
  query ($query: String, $first: Int!, $after: String) {
    customers(query: $query, first: $first, after: $after, sortKey: UPDATED_AT, reverse: true) {
      nodes {
        id
        displayName
        defaultEmailAddress {
          emailAddress
        }
        defaultPhoneNumber {
          phoneNumber
        }
        numberOfOrders
        amountSpent {
          amount
          currencyCode
        }
        tags
        note
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
