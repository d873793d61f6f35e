import { invoiceLine } from '../../finance-ecommerce/stripe-invoice-line.ts'
import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

const UNIT = ' (in der kleinsten Währungseinheit)'

interface Refund {
  readonly payment_id: string
  readonly amount: number | undefined
}

function refundSentence({ payment_id, amount }: Refund): string {
  if (amount === undefined) return `Zahlung ${quote(payment_id)} vollständig erstatten`
  return `Von der Zahlung ${quote(payment_id)} ${quote(amount)}${UNIT} erstatten`
}

export const stripe: Translation = {
  description: 'Kunden, Zahlungen, Rechnungen und Abonnements.',
  words: { 'Restricted API key': 'Eingeschränkter API-Schlüssel' },
  tools: {
    stripe_get_balance: {
      description: 'Verfügbares und ausstehendes Guthaben, in der kleinsten Währungseinheit.',
      summary: 'Guthaben abrufen',
    },
    stripe_search_customers: {
      description: 'Sucht Kunden. Neue erscheinen nach etwa einer Minute.',
      summary: 'Kunden suchen',
    },
    stripe_list_customers: {
      description: 'Die Kunden, die neuesten zuerst.',
      summary: 'Kunden auflisten',
    },
    stripe_list_payments: {
      description: 'Die Zahlungen, die neuesten zuerst. Beträge stehen in der kleinsten Währungseinheit.',
      summary: 'Zahlungen auflisten',
    },
    stripe_list_invoices: {
      description: 'Die Rechnungen, die neuesten zuerst. Beträge stehen in der kleinsten Währungseinheit.',
      summary: 'Rechnungen auflisten',
    },
    stripe_list_subscriptions: {
      description: 'Die Abonnements, die neuesten zuerst. Beendete nur auf Wunsch.',
      summary: 'Abonnements auflisten',
    },
    stripe_list_prices: {
      description: 'Die aktiven Preise mit ihren Produkten. Beträge stehen in der kleinsten Währungseinheit.',
      summary: 'Preise auflisten',
    },
    stripe_create_customer: {
      description: 'Legt einen Kunden an, auch wenn es schon einen mit dieser E-Mail-Adresse gibt.',
      summary: ({ name }) => `Kunden ${quote(name)} anlegen`,
    },
    stripe_create_invoice: {
      description: 'Erstellt einen leeren Rechnungsentwurf.',
      summary: ({ customer_id }) => `Rechnung für den Kunden ${quote(customer_id)} entwerfen`,
    },
    stripe_add_invoice_item: {
      description: 'Fügt einem Rechnungsentwurf einen Posten hinzu.',
      summary: ({ invoice_id, ...line }) =>
        `Der Rechnung ${quote(invoice_id)} den Posten ${quote(invoiceLine(line))}${line.price_id === undefined ? UNIT : ''} hinzufügen`,
    },
    stripe_mark_invoice_final: {
      description:
        'Finalisiert einen Rechnungsentwurf, ohne ihn zu senden. Die Beträge lassen sich danach nicht mehr ändern.',
      summary: ({ invoice_id }) => `Rechnung ${quote(invoice_id)} finalisieren`,
    },
    stripe_send_invoice: {
      description: 'Sendet dem Kunden eine Rechnung per E-Mail. Ein Entwurf wird vorher finalisiert.',
      summary: ({ invoice_id }) => `Rechnung ${quote(invoice_id)} finalisieren und an den Kunden senden`,
    },
    stripe_create_refund: {
      description: 'Erstattet eine Zahlung ganz oder zum Teil. Jeder Aufruf erstattet erneut.',
      summary: ({ payment_id, amount }) => refundSentence({ payment_id, amount }),
    },
    stripe_cancel_subscription: {
      description: 'Kündigt ein Abonnement zum Ende des Abrechnungszeitraums oder sofort.',
      summary: ({ subscription_id, now }) =>
        `Abonnement ${quote(subscription_id)} ${now ? 'sofort' : 'zum Ende des Abrechnungszeitraums'} kündigen`,
    },
  },
}
