import { describe, expect, it } from 'vitest'
import type { Explanation } from '../preload/contract/grant.ts'
import type { Condition } from '../preload/contract/rule.ts'
import { explanation, grant, inDays, NOW } from './rule-samples.ts'
import { conditionWords, policySentence, untilWords } from './text-rule-words.ts'

const sentence = (part: Partial<Explanation>): string => policySentence({ ...explanation, ...part }, NOW)

describe('the sentence', () => {
  it.each<[Partial<Explanation>, string]>([
    [{}, 'Asks, because it sends mail.'],
    [{ verb: 'reply', object: 'to thread' }, 'Asks, because it replies to a thread.'],
    [{ verb: 'create', object: 'issue' }, 'Asks, because it creates an issue.'],
    [
      { verb: 'search', object: 'notes', effect: 'read', policy: 'auto' },
      'Runs without asking, because it only reads.',
    ],
    [
      { verb: 'delete', object: 'note', effect: 'destructive' },
      'Asks, because it deletes a note, which may not be undone.',
    ],
    [{ policy: 'block', because: 'tool' }, 'Never runs, because you set it so.'],
    [{ because: 'app_tool', appName: 'Cursor' }, 'Asks, because you set it so for Cursor.'],
    [
      { because: 'app', policy: 'auto', appName: 'Cursor' },
      'Runs without asking, because you set all tools of Cursor so.',
    ],
  ])('names the source that decides: %j', (part, words) => {
    expect(sentence(part)).toBe(words)
  })

  it('tells exceptions with their conditions, uses and end', () => {
    const conditions: Condition[] = [{ path: 'channel', operator: 'equals', value: '#bots' }]
    expect(sentence({ exceptions: [{ ...grant, conditions, usesLeft: 3, expiresAt: inDays(5) }] })).toBe(
      'Asks, because it sends mail; Cursor may do so as ada@example.com without asking when channel is “#bots”,' +
        ' at most 3 more times, until Friday 27 Nov.',
    )
  })

  it('promises no exception to an app for which the tool is blocked', () => {
    const apps: Explanation['apps'] = [{ appId: 'app_1', appName: 'Cursor', policy: 'block', because: 'app' }]
    expect(sentence({ apps, exceptions: [grant] })).toBe(
      'Asks, because it sends mail; for Cursor it is blocked, as you set all its tools.',
    )
  })

  it('promises none while the tool is blocked for all', () => {
    expect(sentence({ policy: 'block', because: 'tool', exceptions: [grant] })).not.toContain('may')
  })

  it('stays short beside many exceptions', () => {
    expect(sentence({ exceptions: Array.from({ length: 9 }, () => grant) })).toContain(
      'and 6 more exceptions',
    )
  })
})

it.each<[Condition, string]>([
  [{ path: 'to', operator: 'every_ends_with', value: '@me.com' }, 'every to ends with “@me.com”'],
  [{ path: 'a.b', operator: 'one_of', value: ['x', 'y'] }, 'a.b is “x” or “y”'],
  [{ path: 'amount', operator: 'at_most', value: 50 }, 'amount is at most 50'],
  [{ path: 'draft', operator: 'equals', value: true }, 'draft is true'],
])('a condition in words: %j', (condition, words) => {
  expect(conditionWords(condition)).toBe(words)
})

it.each([
  [0.1, 'until 14:24'],
  [5, 'until Friday 27 Nov'],
  [400, 'until 27 Dec 2027'],
])('an end in %d days', (days, words) => {
  expect(untilWords(inDays(days), NOW)).toBe(words)
})
