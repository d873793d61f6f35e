import type { Random } from './random.ts'

const TEXTS: readonly [string, ...string[]] = [
  '',
  ' ',
  '\0',
  '\u{202e}gpj.exe',
  '\ud800',
  '\udfff\ud800',
  '👩‍👩‍👧',
  '../../etc/passwd',
  '%00',
  "'; DROP TABLE apps; --",
  '__proto__',
  'constructor',
  'toString',
  'notes_list_notes',
  'mischief_get_throw',
  '2026-07-28',
  '2025-11-25',
  'é'.repeat(300),
  'x'.repeat(5_000),
]

const NUMBERS: readonly [string, ...string[]] = [
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  '99999999999999999999999999',
  '5e-324',
]

/** @returns JSON, or nearly so, of a value that nobody expects */
export function hostileJson(random: Random, depth = 0): string {
  const kind = random.upTo(depth > 4 ? 5 : 9)
  if (kind === 0) return random.pick(['null', 'true', 'false'])
  if (kind === 1) return random.pick(NUMBERS)
  if (kind <= 3) return JSON.stringify(random.pick(TEXTS))
  if (kind === 4) return random.pick(['{}', '[]', '[[]]', '{"":{}}'])
  if (kind === 5) return deep(random)
  const parts = Array.from({ length: random.upTo(4) }, () => hostileJson(random, depth + 1))
  if (kind === 6) return `[${parts.join(',')}]`
  return `{${parts.map((part) => `${JSON.stringify(random.pick(TEXTS))}:${part}`).join(',')}}`
}

/** Levels of lists or objects, some of them past every limit. */
function deep(random: Random): string {
  const levels = random.pick([10, 63, 65, 500, 20_000])
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const)
  return `${open.repeat(levels)}1${close.repeat(random.chance(90) ? levels : levels - 1)}`
}

/** Puts a hostile value where one field of an object was, or adds one, or takes one away. */
export function withHostileField(random: Random, fields: Readonly<Record<string, string>>): string {
  const entries = Object.entries(fields)
  const at = random.upTo(entries.length + 1)
  const name = entries[at]?.[0] ?? random.pick(TEXTS)
  const changed = random.chance(15) ? [] : [[name, hostileJson(random)] as const]
  const all = [...entries.slice(0, at), ...changed, ...entries.slice(at + 1)]
  return `{${all.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`
}
