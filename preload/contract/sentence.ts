import { IntlMessageFormat } from 'intl-messageformat'

export type SentenceValue = string | number | Sentence

/**
 * What main has to say, before it is known to whom: apps and the log get English, the person their own language.
 * Sentences are made by `preload/messages/sentences.ts` and turned into words where they leave main.
 */
export class Sentence {
  /**
   * @param key where its message stands in the catalogue, `vault.locked`
   * @param message ICU, in English
   * @param values for its places, from 0; put in as they are
   */
  constructor(
    readonly key: string,
    readonly message: string,
    readonly values: readonly SentenceValue[] = [],
  ) {}

  /** In English. */
  toString(): string {
    return formatMessage(this.message, 'en', this.values.map(plain))
  }
}

const plain = (value: SentenceValue): string | number => (value instanceof Sentence ? String(value) : value)

/** A text that stands in no catalogue: what a service said, or what was written before there was one. */
export const verbatim = (text: string): Sentence => new Sentence('verbatim', '{0}', [text])

const NEEDS_FORMATTER = /\{\d,/

/**
 * Puts values into an ICU message whose places are numbered.
 *
 * @param locale BCP 47, for plurals and numbers
 * @throws SyntaxError for a message that cannot be read
 */
export function formatMessage(message: string, locale: string, values: readonly (string | number)[]): string {
  if (!NEEDS_FORMATTER.test(message)) {
    return message.replaceAll(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place))
  }
  const named = Object.fromEntries(values.map((value, index) => [String(index), value]))
  return String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(named))
}
