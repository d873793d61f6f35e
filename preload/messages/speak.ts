import { IntlMessageFormat } from 'intl-messageformat'

/** A tree of ICU messages; placeholders are numbered from 0 in the order in which they are given. */
export interface Messages {
  readonly [key: string]: string | Messages
}

/** The same keys with whatever words: how a translation that leaves one out does not compile. */
export type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> }

type Argument<
  M extends string,
  I extends string,
> = M extends `${string}{${I}, ${'number' | 'plural'}${string}` ? number : string | number

type Arguments<M extends string> = M extends `${string}{2${'}' | ','}${string}`
  ? readonly [Argument<M, '0'>, Argument<M, '1'>, Argument<M, '2'>]
  : M extends `${string}{1${'}' | ','}${string}`
    ? readonly [Argument<M, '0'>, Argument<M, '1'>]
    : readonly [Argument<M, '0'>]

type SpokenMessage<M extends string> = M extends `${string}{${0 | 1 | 2}${'}' | ','}${string}`
  ? (...values: Arguments<M>) => string
  : string

/** The tree as it is used: a string, or a function of as many values as the message has places. */
export type Spoken<T> = {
  readonly [K in keyof T]: T[K] extends string ? SpokenMessage<T[K]> : Spoken<T[K]>
}

type Value = string | number
interface Phrase {
  readonly message: string
  readonly locale: string
}

const PLACE = /\{\d[},]/

/**
 * The messages of one language, ready to be said. Values are put in as they are, whatever they hold.
 *
 * @param english the messages that say which places each has, and that stand in for one that cannot be read
 * @param locale BCP 47, for plurals and numbers
 * @param translation the same messages in that language
 */
export function speak<const T extends Messages>(
  english: T,
  locale: string,
  translation: SameShape<T>,
): Spoken<T> {
  // Sound: `speakAll` makes of every message what its places ask for, as the type says.
  return speakAll(english, locale, translation as Messages) as Spoken<T>
}

function speakAll(english: Messages, locale: string, translation: Messages): object {
  const spoken = Object.entries(english).map(([key, message]) => {
    const translated = translation[key]
    if (typeof message !== 'string') {
      return [key, speakAll(message, locale, typeof translated === 'object' ? translated : message)]
    }
    const own = { message: typeof translated === 'string' ? translated : message, locale }
    return [key, PLACE.test(message) ? saying([own, { message, locale: 'en' }]) : own.message]
  })
  return Object.fromEntries(spoken) as object
}

/** Reads a message when it is first said, and keeps what it read. */
function saying(phrases: readonly Phrase[]): (...values: readonly Value[]) => string {
  let kept: IntlMessageFormat | undefined
  return (...values) => {
    const named = Object.fromEntries(values.map((value, index) => [String(index), value]))
    for (const phrase of phrases) {
      try {
        kept ??= new IntlMessageFormat(phrase.message, phrase.locale, undefined, { ignoreTag: true })
        return String(kept.format(named))
      } catch {
        // A broken message costs its language, not the window.
        kept = undefined
      }
    }
    return phrases[0]?.message ?? ''
  }
}
