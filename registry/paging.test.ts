import { describe, expect, it } from 'vitest'
import { nextPageOf, pageNumber } from './paging.ts'

function linkHeader(link: string): Headers {
  return new Headers({ link })
}

describe('nextPageOf', () => {
  it('takes the page of rel="next", wherever it stands among the links', () => {
    const link =
      '<https://x.test/a?page=1>; rel="prev", <https://x.test/a?q=a,b&page=3&per_page=5>; rel="next"'
    expect(nextPageOf(linkHeader(link))).toBe('3')
  })

  it('ends on the last page: a cursor there would make a model loop', () => {
    expect(nextPageOf(linkHeader('<https://x.test/a?page=1>; rel="first"'))).toBeUndefined()
    expect(nextPageOf(new Headers())).toBeUndefined()
  })

  it('does not take “nextish” for next', () => {
    expect(nextPageOf(linkHeader('<https://x.test/a?page=4>; rel="nextish"'))).toBeUndefined()
  })
})

describe('pageNumber', () => {
  it.each([undefined, '1', '37'])('takes %j', (cursor) => {
    expect(pageNumber(cursor)).toBe(cursor)
  })

  it.each(['', '0', '-1', '1.5', 'abc', '1&q=x'])('refuses %j', (cursor) => {
    expect(() => pageNumber(cursor)).toThrow('next_cursor')
  })
})
