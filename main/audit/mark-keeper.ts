import type { ChainHead } from './audit-log.ts'
import type { EndMark, EndMarks, FoundMark, MarkGap } from './end-mark.ts'

/**
 * What is known of the end from before this start: a mark, or why there is none. `begun`: there was no earlier start;
 * `keyless`: until then there was no key to seal one with; `unmarked`: it was not made, or it is gone.
 */
export type FoundEnd = EndMark | 'begun' | 'keyless' | 'locked' | 'unmarked'

/** Sees to it that the mark of the log's end is never much older than the log. */
export interface MarkKeeper {
  /** Lines were written. */
  touched(): void
  /** The vault has just been opened: what could not be marked until now is marked at once. */
  opened(): void
  /** What an earlier run had left when this one first looked. */
  found(): Promise<FoundEnd>
  /** Marks the end as it is now. Never rejects: an older mark stays, which shows less but nothing wrong. */
  save(): Promise<void>
  close(): Promise<void>
}

interface MarkDependencies {
  readonly marks: EndMarks
  /** Whether the vault can seal without asking the person and without making a key. */
  readonly canSeal: () => boolean
  /** Whether the vault had a key before this start. */
  readonly hadKey: boolean
  readonly head: () => ChainHead
  /** @returns the hash of a line on the disk */
  readonly hashAt: (seq: number) => Buffer | undefined
  /** @returns the line that was written when a backup was restored, right behind the backup's own end */
  readonly restoredAt: () => number | undefined
}

/** After a crash, lines of so long a time have no mark behind them. */
const MARK_EVERY_MS = 60_000

export function createMarkKeeper(dependencies: MarkDependencies): MarkKeeper {
  const { marks, canSeal, hadKey, head, hashAt, restoredAt } = dependencies
  const before = head().seq
  let known: Exclude<FoundEnd, 'locked'> | undefined
  let marked: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const withGap = (mark: EndMark): EndMark => {
    const end = mark.head.seq
    // The line about a restore is written where the key of the backup may not be.
    const noted = restoredAt() === end + 1 ? end + 1 : end
    const gap: MarkGap | null = noted < before ? { after: noted, upTo: before } : mark.gap
    return { ...mark, gap }
  }
  const found = async (): Promise<FoundEnd> => {
    if (known !== undefined) return known
    if (!canSeal() && marks.exists()) return 'locked'
    const mark: FoundMark = await marks.read()
    if (mark === 'locked') return mark
    if (mark === 'missing') known = withoutMark(before, hadKey)
    else {
      known = withGap(mark)
      marked = mark.head.seq
    }
    return known
  }
  const save = async (): Promise<void> => {
    if (!canSeal()) return
    const end = await found()
    const mark = typeof end === 'string' ? undefined : end
    const now = head()
    if (end === 'locked' || (mark !== undefined && !fits(mark.head))) return
    if (now.seq === marked && marks.exists()) return
    // Without a mark nobody knows what was there before this run.
    await marks.write({ head: now, since: mark?.since ?? before, gap: mark?.gap ?? null })
    marked = now.seq
  }
  // A mark that does not fit is evidence: it stays.
  const fits = ({ seq, hash }: ChainHead): boolean => seq === 0 || hashAt(seq)?.equals(hash) === true
  const saveQuietly = async (): Promise<void> => {
    await save().catch(() => undefined)
  }
  const saveIn = (delay: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void saveQuietly()
    }, delay).unref()
  }
  return {
    found,
    save: saveQuietly,
    touched: () => saveIn(canSeal() && !marks.exists() ? 0 : MARK_EVERY_MS),
    opened() {
      clearTimeout(timer)
      timer = undefined
      saveIn(0)
    },
    async close() {
      clearTimeout(timer)
      await saveQuietly()
    },
  }
}

function withoutMark(before: number, hadKey: boolean): 'begun' | 'keyless' | 'unmarked' {
  if (hadKey) return 'unmarked'
  return before === 0 ? 'begun' : 'keyless'
}
