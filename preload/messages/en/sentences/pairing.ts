/** What is said to and of programs that ask to be let in. */
export const pairing = {
  over: 'This request is over.',
  nothing: 'There is nothing to fetch.',
  closed: 'This question is no longer open.',
  tooMany: 'Too many programs have asked to be let in. Answer in Gatehouse, or try again later.',
  body: 'The body is {0}.',
} as const
