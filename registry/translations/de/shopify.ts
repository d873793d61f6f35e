import { lineText } from '../../finance-ecommerce/shopify-inputs.ts'
import type { Translation } from '../../translation.ts'
import { changedFields, quote } from './sentences.ts'

interface DraftOrder {
  readonly items: readonly Parameters<typeof lineText>[0][]
  readonly email: string | undefined
}

function draftOrderSentence({ items, email }: DraftOrder): string {
  const buyer = email === undefined ? '' : ` für ${quote(email)}`
  return `Bestellung über ${quote(items.map(lineText).join(', '))}${buyer} entwerfen`
}

function tagsSentence(id: string, tags: readonly string[]): string {
  return `Tags ${tags.map((tag) => quote(tag)).join(', ')} zu ${quote(id)} hinzufügen`
}

export const shopify: Translation = {
  description: 'Produkte, Lagerbestand, Bestellungen und Kunden eines Shops.',
  words: {
    'App from the Dev Dashboard': 'App aus dem Dev Dashboard',
    Shop: 'Shop',
    'Client ID': 'Client-ID',
    'Client secret': 'Client-Secret',
    'Admin API access token': 'Admin-API-Zugriffstoken',
  },
  tools: {
    shopify_get_shop: {
      description: 'Der Shop: Name, Währung, Zeitzone, Tarif.',
      summary: 'Shop abrufen',
    },
    shopify_list_products: {
      description: 'Alle Produkte oder die gesuchten, die zuletzt geänderten zuerst.',
      summary: 'Produkte auflisten',
    },
    shopify_get_product: {
      description: 'Ein Produkt mit Beschreibung und bis zu 100 Varianten.',
      summary: 'Produkt abrufen',
    },
    shopify_get_inventory: {
      description: 'Der Lagerbestand einer Variante, nach Standort.',
      summary: 'Lagerbestand abrufen',
    },
    shopify_list_orders: {
      description: 'Alle Bestellungen oder die gesuchten, die neuesten zuerst.',
      summary: 'Bestellungen auflisten',
    },
    shopify_get_order: {
      description: 'Eine Bestellung: Artikel, Anmerkung, Kunde, Adresse, Lieferungen mit Sendungsverfolgung.',
      summary: 'Bestellung abrufen',
    },
    shopify_list_customers: {
      description: 'Alle Kunden oder die gesuchten mit ihren Ausgaben, die zuletzt geänderten zuerst.',
      summary: 'Kunden auflisten',
    },
    shopify_update_product: {
      description: 'Ändert einzelne Angaben eines Produkts. Neue Tags ersetzen alle bisherigen.',
      summary: (args) => `Produkt ${quote(args.product_id)} ändern: ${changedFields(args, 'product_id')}`,
    },
    shopify_update_order: {
      description: 'Ändert Anmerkung oder Tags einer Bestellung. Neue Tags ersetzen alle bisherigen.',
      summary: (args) => `Bestellung ${quote(args.order_id)} ändern: ${changedFields(args, 'order_id')}`,
    },
    shopify_add_tags: {
      description:
        'Fügt einer Bestellung, einem Produkt, einem Kunden oder einem Bestellentwurf Tags hinzu. Andere bleiben.',
      summary: ({ id, tags }) => tagsSentence(id, tags),
    },
    shopify_create_draft_order: {
      description:
        'Entwirft eine Bestellung, die in Shopify gesendet oder bezahlt wird. Niemand erfährt davon.',
      summary: ({ items, email }) => draftOrderSentence({ items, email }),
      previewWords: () => 'Bestellentwurf',
    },
    shopify_set_inventory: {
      description: 'Legt fest, wie viele Stück einer Variante an einem Standort verfügbar sind.',
      summary: ({ inventory_item_id, location_id, quantity }) =>
        `Bestand von ${quote(inventory_item_id)} am Standort ${quote(location_id)} auf ${quote(quantity)} setzen`,
    },
  },
}
