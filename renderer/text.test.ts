import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Explanation, Grant } from '../preload/contract/grant.ts'
import type { VaultStatus } from '../preload/contract/vault.ts'
import { explanation as sample, grant, inDays, NOW } from './rule-samples.ts'

async function textIn(language: string) {
  vi.resetModules()
  vi.stubGlobal('location', { search: `?theme=dark&language=${language}` })
  const { text } = await import('./text.ts')
  const time = await import('./ui/time.ts')
  const rules = await import('./text-rule-words.ts')
  return { text, ...time, ...rules }
}

const explanation: Explanation = {
  ...sample,
  tool: 'notes_delete_note',
  effect: 'destructive',
  verb: 'delete',
  object: 'note',
}

beforeEach(() => vi.resetModules())
afterEach(() => {
  vi.unstubAllGlobals()
  // Other tests of this process read English.
  vi.resetModules()
})

describe('the window in German', () => {
  it('asks exactly what an answer means', async () => {
    const { text } = await textIn('de')
    const { approval, answers } = text
    expect([approval.title('Cursor'), approval.allowOnce, approval.deny, approval.block]).toEqual([
      'Cursor bittet um Erlaubnis',
      'Diesmal erlauben',
      'Ablehnen',
      'Dieses Tool sperren',
    ])
    expect([approval.allowSession, answers.untils.forever, answers.someUses(1), answers.someUses(5)]).toEqual(
      ['Für diese Sitzung erlauben', 'Unbefristet', 'Der nächste Aufruf', 'Die nächsten 5 Aufrufe'],
    )
  })

  it('counts, lists and names codes in German, and shows a code it does not know', async () => {
    const { text } = await textIn('de')
    expect(text.catalog.tools(1)).toBe('1 Tool')
    expect(text.activity.found(1200, false)).toBe('1.200 Aufrufe')
    expect(text.integration.notAllowed(['a', 'b', 'c'])).toContain('Nicht erlaubt: a, b und c.')
    expect(text.catalog.category('ai-ml')).toBe('KI')
    expect(text.catalog.category('constructor')).toBe('constructor')
    expect(text.activity.reasons('approved')).toBe('Auf Nachfrage erlaubt')
    expect(text.remedies.RECONNECT_REQUIRED).toBe('In Gatehouse dieses Konto neu verbinden.')
  })

  it('tells days, times and durations in German', async () => {
    const { formatAgo, formatDate, formatDuration, untilWords } = await textIn('de')
    expect(formatAgo(inDays(-1), NOW)).toBe('gestern')
    expect(formatDate(inDays(0))).toBe('22. Nov. 2026')
    expect(formatDuration(1250)).toBe('1,3 s')
    expect(untilWords(inDays(5), NOW)).toBe('bis Freitag, 27. Nov.')
  })

  it('puts the sentence of a rule together in German, with the tool’s own words as they are', async () => {
    const { text, policySentence } = await textIn('de')
    const exceptions: Grant[] = [
      { ...grant, conditions: [{ path: 'to', operator: 'every_ends_with', value: '@me.com' }], usesLeft: 3 },
    ]
    expect(policySentence({ ...explanation, exceptions }, NOW)).toBe(
      'Fragt vorher, weil es etwas ändert („delete note“), was sich vielleicht nicht rückgängig machen lässt;' +
        ' Cursor darf es als ada@example.com ohne Rückfrage, wenn gilt: jeder Eintrag von to endet mit „@me.com“,' +
        ' höchstens noch 3-mal.',
    )
    expect(text.ledger.ends('bis Freitag, 27. Nov.')).toBe('Endet: Freitag, 27. Nov.')
  })

  it('says where the vault stands, how often, and how much, by what it is', async () => {
    const { text } = await textIn('de')
    const place = { where: 'keychain', keptBy: 'keychain' } as const
    const vault: VaultStatus = { ...place, state: 'ready', isEmpty: false, sentence: '', can: [] }
    expect(text.settings.stateOf(vault)).toBe('Durch den Schlüsselbund geschützt')
    expect(text.settings.stateOf({ ...vault, state: 'no_keychain' })).toBe(
      'Der Schlüsselbund ist nicht erreichbar',
    )
    expect([text.forgetting.idles(null), text.forgetting.idles(15), text.forgetting.idles(60)]).toEqual([
      'Nie',
      'Nach 15 Minuten',
      'Nach 1 Stunde',
    ])
    expect(text.rule.trial({ of: 9, matched: 4, unknown: 1, examples: [] })).toBe(
      'Hätte 4 von den letzten 9 Aufrufen erlaubt. 1 ließ sich nicht beurteilen, weil das Protokoll lange und geheime Werte gekürzt aufbewahrt.',
    )
  })
})

it('a language that nobody translated is English', async () => {
  const { text, formatDate } = await textIn('fr')
  expect(text.approval.allowOnce).toBe('Allow once')
  expect(text.integration.toolSummary(3, 1)).toBe('3 tools, 1 asks first')
  expect(formatDate(inDays(0))).toBe('22 Nov 2026')
})
