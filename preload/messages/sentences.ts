import type { Language } from '../contract/preferences.ts'
import { formatMessage, Sentence, verbatim, type SentenceValue } from '../contract/sentence.ts'
import { sentences as german } from './de/sentences/index.ts'
import { sentences as english } from './en/sentences/index.ts'
import { LOCALES } from './languages.ts'
import type { Messages } from './speak.ts'

type Argument<
  M extends string,
  I extends string,
> = M extends `${string}{${I}, ${'number' | 'plural'}${string}` ? number : SentenceValue

type Arguments<M extends string> = M extends `${string}{3${'}' | ','}${string}`
  ? readonly [Argument<M, '0'>, Argument<M, '1'>, Argument<M, '2'>, Argument<M, '3'>]
  : M extends `${string}{2${'}' | ','}${string}`
    ? readonly [Argument<M, '0'>, Argument<M, '1'>, Argument<M, '2'>]
    : M extends `${string}{1${'}' | ','}${string}`
      ? readonly [Argument<M, '0'>, Argument<M, '1'>]
      : readonly [Argument<M, '0'>]

type Said<M extends string> = M extends `${string}{${0 | 1 | 2 | 3}${'}' | ','}${string}`
  ? (...values: Arguments<M>) => Sentence
  : Sentence

type SaidTree<T> = { readonly [K in keyof T]: T[K] extends string ? Said<T[K]> : SaidTree<T[K]> }

const PLACE = /\{\d[},]/
const messages = new Map<string, string>()

/** Every sentence of main: a `Sentence`, or a function of as many values as it has places. */
// Sound: `sentenceTree` makes of every message what its places ask for, as the type says.
export const sentences = sentenceTree(english, '') as SaidTree<typeof english>

function sentenceTree(tree: Messages, path: string): object {
  const made = Object.entries(tree).map(([name, message]) => {
    const key = `${path}${name}`
    if (typeof message !== 'string') return [name, sentenceTree(message, `${key}.`)]
    messages.set(key, message)
    const said = (...values: readonly SentenceValue[]) => new Sentence(key, message, values)
    return [name, PLACE.test(message) ? said : said()]
  })
  return Object.fromEntries(made) as object
}

const TRANSLATIONS: Readonly<Record<Language, Messages>> = { en: english, de: german }

/** The words of a sentence in one language; English where its translation cannot be read. */
export function sayIn(language: Language, sentence: Sentence): string {
  const translated = language === 'en' ? undefined : messageAt(TRANSLATIONS[language], sentence.key)
  if (translated === undefined && sentence.key !== 'verbatim') return String(sentence)
  const values = sentence.values.map((value) => (value instanceof Sentence ? sayIn(language, value) : value))
  try {
    return formatMessage(translated ?? sentence.message, LOCALES[language].words, values)
  } catch {
    return String(sentence)
  }
}

function messageAt(tree: Messages, key: string): string | undefined {
  let found: string | Messages | undefined = tree
  for (const name of key.split('.')) {
    if (found === undefined || typeof found === 'string' || !Object.hasOwn(found, name)) return undefined
    found = found[name]
  }
  return typeof found === 'string' ? found : undefined
}

/** A sentence as it is stored, to be said later in whatever language. */
export const storeSentence = (sentence: Sentence): string =>
  JSON.stringify({ ...stored(sentence), english: String(sentence) })

type Stored = { readonly key: string; readonly values: readonly (string | number | Stored)[] }

const stored = ({ key, values }: Sentence): Stored => ({
  key,
  values: values.map((value) => (value instanceof Sentence ? stored(value) : value)),
})

/** What `storeSentence` made; any other text stands for itself. */
export function storedSentence(text: string): Sentence {
  if (!text.startsWith('{"key":')) return verbatim(text)
  try {
    const written = JSON.parse(text) as Stored & { readonly english?: unknown }
    const { english } = written
    return revived(written) ?? verbatim(typeof english === 'string' ? english : text)
  } catch {
    return verbatim(text)
  }
}

const placesOf = (message: string): number => new Set(message.match(/\{\d(?=[},])/g)).size

/** @returns undefined for a sentence that this version does not know, or has another number of places for */
function revived({ key, values }: Stored): Sentence | undefined {
  const message = key === 'verbatim' ? '{0}' : messages.get(key)
  if (message === undefined || placesOf(message) > values.length) return undefined
  const inner = values.map((value) => (typeof value === 'object' ? revived(value) : value))
  return inner.includes(undefined) ? undefined : new Sentence(key, message, inner as SentenceValue[])
}
