import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

export const lemonSqueezy: Translation = {
  description: 'Bestellungen, Kunden und Abonnements digitaler Produkte.',
  words: { 'API key': 'API-Schlüssel' },
  tools: {
    lemon_squeezy_list_stores: {
      description: 'Die Shops mit Verkäufen und Umsatz.',
      summary: 'Shops auflisten',
    },
    lemon_squeezy_list_products: {
      description: 'Die Produkte, alphabetisch.',
      summary: 'Produkte auflisten',
    },
    lemon_squeezy_get_product: {
      description: 'Ein Produkt mit seiner Beschreibung.',
      summary: 'Produkt abrufen',
    },
    lemon_squeezy_list_orders: {
      description: 'Die Bestellungen, die neuesten zuerst.',
      summary: 'Bestellungen auflisten',
    },
    lemon_squeezy_get_order: {
      description: 'Eine Bestellung: Beträge, Erstattung, Beleg.',
      summary: 'Bestellung abrufen',
    },
    lemon_squeezy_list_customers: {
      description: 'Die Kunden mit ihrem Umsatz, die neuesten zuerst.',
      summary: 'Kunden auflisten',
    },
    lemon_squeezy_list_subscriptions: {
      description: 'Die Abonnements, die neuesten zuerst.',
      summary: 'Abonnements auflisten',
    },
    lemon_squeezy_get_subscription: {
      description: 'Ein Abonnement: Testzeitraum, Pause, Verlängerung, Ende.',
      summary: 'Abonnement abrufen',
    },
    lemon_squeezy_cancel_subscription: {
      description:
        'Kündigt ein Abonnement. Es gilt bis zum Ende des bezahlten Zeitraums und wird nicht verlängert.',
      summary: ({ subscription_id }) => `Abonnement ${quote(subscription_id)} kündigen`,
    },
  },
}
