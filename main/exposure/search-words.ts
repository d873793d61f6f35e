/** A question may be as long as it likes; what decides stands in so many words. */
export const MOST_WORDS = 40
const LONGEST_WORD = 40

/** Words that stand in any question and say nothing of what it is about. */
const EMPTY_WORDS = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from had has have he her hers him his ' +
    'how i if in into is it its just like ll m may me mine my of off on or our out please re s say she should so some ' +
    'someone something t than that the their them then there these they this those to up us ve was we were what when ' +
    'where which who whom whose why will with would you your'
  ).split(' '),
)

/**
 * The words of a question that a search goes by, in lower case; whatever is no letter or digit parts them.
 *
 * @returns at most 40, each once; empty when nothing is left
 */
export function searchWords(question: string): string[] {
  const words =
    question
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => word.length <= LONGEST_WORD && !EMPTY_WORDS.has(word))
  return [...new Set(telling)].slice(0, MOST_WORDS)
}

const ASKING =
  /^\W*(?:what|which|who|whose|where|when|why|how|is|are|was|were|do|does|did|has|have|show|find|look|list|read|search|get|see|tell me)\b/i

/** Whether something is to be found out, not done. */
export function isAsking(question: string): boolean {
  return ASKING.test(question)
}
