import { locale } from '../language.ts'

const NUMBER = new Intl.NumberFormat(locale.words)
const TENTHS = new Intl.NumberFormat(locale.words, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** “1,200” */
export const formatNumber = (value: number): string => NUMBER.format(value)

/** “1.2” */
export const formatTenths = (value: number): string => TENTHS.format(value)
