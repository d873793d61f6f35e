import type { z } from 'zod'
import { verbatim, type Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'

const said = sentences.issue

/** What zod says of a value: in English word for word as zod has it, in other languages where there are words. */
export function issueSentence(issue: z.core.$ZodIssue): Sentence {
  const translatable = ofCatalogue(issue)
  return String(translatable) === issue.message ? translatable : verbatim(issue.message)
}

function ofCatalogue(issue: z.core.$ZodIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return said.type(typeOf(issue.expected), typeOf(receivedIn(issue)))
    case 'invalid_value':
      return issue.values.length === 1
        ? said.literal(inWords(issue.values))
        : said.option(inWords(issue.values, '|'))
    case 'unrecognized_keys':
      return said.unknownKeys(issue.keys.length, inWords(issue.keys, ', '))
    case 'too_big':
      return limit(issue, issue.maximum, '<', [said.tooBig, said.tooLong])
    case 'too_small':
      return limit(issue, issue.minimum, '>', [said.tooSmall, said.tooShort])
    case 'not_multiple_of':
      return said.multiple(issue.divisor)
    case 'invalid_format':
      return formatSentence(issue)
    default:
      return said.input
  }
}

type Limit = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall

function limit(
  { origin, inclusive = false, exact = false }: Limit,
  bound: number | bigint,
  sign: '<' | '>',
  [ofNumber, ofLength]: readonly [typeof said.tooBig, typeof said.tooLong],
): Sentence {
  const adverb = exact ? said.exactly : `${sign}${inclusive ? '=' : ''}`
  const unit = wordIn(said.units, origin)
  return unit === undefined
    ? ofNumber(typeOf(origin), adverb, String(bound))
    : ofLength(typeOf(origin), adverb, String(bound), unit)
}

function formatSentence(issue: z.core.$ZodIssueInvalidStringFormat): Sentence {
  const sought = /"(.*)"$/s.exec(issue.message)?.[0] ?? ''
  if (issue.format === 'starts_with') return said.start(sought)
  if (issue.format === 'ends_with') return said.end(sought)
  if (issue.format === 'includes') return said.part(sought)
  if (issue.format === 'regex') return said.pattern(issue.pattern ?? '')
  return said.format(wordIn(said.formats, issue.format) ?? issue.message.replace(/^Invalid /, ''))
}

/** An issue does not hold the value itself, only its message says of what type that was. */
function receivedIn({ message }: z.core.$ZodIssueInvalidType): string {
  return /, received (\w+)$/.exec(message)?.[1] ?? ''
}

const typeOf = (type: string): Sentence | string => wordIn(said.types, type) ?? type

function wordIn(words: Readonly<Record<string, Sentence>>, name: string): Sentence | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

/** Texts in quotes, as zod writes them. */
function inWords(values: readonly unknown[], between = ''): string {
  return values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(between)
}
