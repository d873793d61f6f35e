interface InvoiceLine {
  readonly description?: string | undefined
  readonly amount?: number | undefined
  readonly currency?: string | undefined
  readonly price_id?: string | undefined
  readonly quantity?: number | undefined
}

/** `1 × 1050 eur, Tea` */
export function invoiceLine({ description, amount, currency, price_id, quantity }: InvoiceLine): string {
  const what = price_id ?? `${amount ?? ''} ${currency ?? ''}`.trim()
  return `${quantity ?? 1} × ${what}${description ? `, ${description}` : ''}`
}
