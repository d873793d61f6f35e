import type { ChainHead } from './audit-log.ts'
import type { EndMark, EndMarks, FoundMark } from './end-mark.ts'

/** Sees to it that the mark of the log's end is never much older than the log. */
export interface MarkKeeper {
  /** Lines were written. */
  touched(): void
  /** What an earlier run had left when this one first looked. */
  found(): Promise<FoundMark>
  /** Marks the end as it is now. Never rejects: an older mark stays, which shows less but nothing wrong. */
  save(): Promise<void>
  close(): Promise<void>
}

interface MarkDependencies {
  readonly marks: EndMarks
  /** Whether the vault can seal without asking the person and without making a key. */
  readonly canSeal: () => boolean
  readonly head: () => ChainHead
  /** @returns the hash of a line on the disk */
  readonly hashAt: (seq: number) => Buffer | undefined
}

/** After a crash, lines of so long a time have no mark behind them. */
const MARK_EVERY_MS = 60_000

export function createMarkKeeper({ marks, canSeal, head, hashAt }: MarkDependencies): MarkKeeper {
  const before = head().seq
  let known: EndMark | 'missing' | undefined
  let marked = before
  let timer: ReturnType<typeof setTimeout> | undefined

  const found = async (): Promise<FoundMark> => {
    if (known !== undefined) return known
    if (!canSeal() && marks.exists()) return 'locked'
    const mark = await marks.read()
    if (mark !== 'locked') known = mark
    return mark
  }
  const save = async (): Promise<void> => {
    if (!canSeal()) return
    const mark = await found()
    const now = head()
    if (mark === 'locked' || (mark !== 'missing' && !fits(mark.head))) return
    if (mark !== 'missing' && now.seq === marked) return
    // Without a mark nobody knows what was there before this run.
    await marks.write({ head: now, since: mark === 'missing' ? before : mark.since })
    marked = now.seq
    if (mark === 'missing') known = { head: now, since: before }
  }
  // A mark that does not fit is evidence: it stays.
  const fits = ({ seq, hash }: ChainHead): boolean => seq === 0 || hashAt(seq)?.equals(hash) === true
  const saveQuietly = async (): Promise<void> => {
    await save().catch(() => undefined)
  }
  return {
    found,
    save: saveQuietly,
    touched() {
      timer ??= setTimeout(() => {
        timer = undefined
        void saveQuietly()
      }, MARK_EVERY_MS).unref()
    },
    async close() {
      clearTimeout(timer)
      await saveQuietly()
    },
  }
}
