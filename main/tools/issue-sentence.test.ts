import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sayIn } from '../../preload/messages/sentences.ts'
import { issueSentence } from './issue-sentence.ts'

const cases: readonly (readonly [z.ZodType, unknown, string])[] = [
  [z.string(), 7, 'Ungültige Eingabe: erwartet Text, erhalten Zahl'],
  [z.int(), 'x', 'Ungültige Eingabe: erwartet Zahl, erhalten Text'],
  [z.int(), 1.5, 'Ungültige Eingabe: erwartet ganze Zahl, erhalten Zahl'],
  [z.object({}), undefined, 'Ungültige Eingabe: erwartet Objekt, erhalten nichts'],
  [z.literal('a'), 'b', 'Ungültige Eingabe: erwartet "a"'],
  [z.enum(['a', 'b']), 'c', 'Ungültige Auswahl: erwartet eines von "a"|"b"'],
  [z.strictObject({}), { one: 1 }, 'Unbekannter Name: "one"'],
  [z.strictObject({}), { one: 1, two: 2 }, 'Unbekannte Namen: "one", "two"'],
  [z.number().max(5), 6, 'Zu groß: erwartet Zahl <=5'],
  [z.number().positive(), 0, 'Zu klein: erwartet Zahl >0'],
  [z.string().max(2), 'abc', 'Zu lang: erwartet Text mit <=2 Zeichen'],
  [z.string().length(2), 'abc', 'Zu lang: erwartet Text mit genau 2 Zeichen'],
  [z.array(z.string()).min(1), [], 'Zu kurz: erwartet Liste mit >=1 Einträgen'],
  [z.string().startsWith('a"'), 'x', 'Ungültiger Text: muss mit "a"" beginnen'],
  [z.string().endsWith('a'), 'x', 'Ungültiger Text: muss mit "a" enden'],
  [z.string().includes('a'), 'x', 'Ungültiger Text: muss "a" enthalten'],
  [z.string().regex(/^a+$/), 'x', 'Ungültiger Text: muss dem Muster /^a+$/ entsprechen'],
  [z.email(), 'x', 'Ungültig: E-Mail-Adresse'],
  [z.iso.date(), 'x', 'Ungültig: Datum nach ISO'],
  [z.url(), 'x', 'Ungültig: URL'],
  [z.number().multipleOf(5), 6, 'Ungültige Zahl: muss ein Vielfaches von 5 sein'],
  [z.union([z.string(), z.number()]), true, 'Ungültige Eingabe'],
]

describe('what zod finds wrong', () => {
  it.each(cases)('is said in German, and to apps as ever: %#', (schema, value, german) => {
    const [issue] = schema.safeParse(value).error?.issues ?? []
    if (issue === undefined) throw new Error('was expected to be wrong')
    const sentence = issueSentence(issue)
    expect(String(sentence)).toBe(issue.message)
    expect(sayIn('de', sentence)).toBe(german)
  })

  it('stays as a definition itself has put it', () => {
    const schema = z.string().refine(() => false, 'Give {0} as #1 or as "b".')
    const [issue] = schema.safeParse('x').error?.issues ?? []
    if (issue === undefined) throw new Error('was expected to be wrong')
    expect(sayIn('de', issueSentence(issue))).toBe('Give {0} as #1 or as "b".')
  })
})
