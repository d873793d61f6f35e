import { describe, expect, it } from 'vitest'
import { countedPage, nextPageOf, pageNumber, pageOfAll, rowsBefore } from './paging.ts'

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

  it('reads another parameter where a provider has its own', () => {
    const link = linkHeader('<https://x.test/a?max_id=7&limit=2>; rel="next"')
    expect([nextPageOf(link, 'max_id'), nextPageOf(link)]).toEqual(['7', undefined])
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

describe('a provider that counts rows', () => {
  const page = { cursor: '3', limit: 2 }

  it('goes on behind the rows of this page, also when there are fewer than were asked for', () => {
    expect(countedPage('rows', ['d'], page, (end) => end < 9)).toEqual({ rows: ['d'], next_cursor: '4' })
  })

  it('ends where it says so, and where a page is empty: a cursor there would make a model loop', () => {
    expect(countedPage('rows', ['d', 'e'], page, (end) => end < 5)).toEqual({ rows: ['d', 'e'] })
    expect(countedPage('rows', [], page, () => true)).toEqual({ rows: [] })
  })

  it('refuses a cursor that is none of its own', () => {
    expect([rowsBefore({}), rowsBefore(page)]).toEqual([0, 3])
    expect(() => rowsBefore({ cursor: 'd' })).toThrow('next_cursor')
  })
})

describe('a provider that hands out everything at once', () => {
  it('is cut into pages that leave out nothing, whatever their size', () => {
    const rows = ['a', 'b', 'c', 'd', 'e']
    const first = pageOfAll('rows', rows, { limit: 2 })
    expect(first).toEqual({ rows: ['a', 'b'], next_cursor: '2' })
    expect(pageOfAll('rows', rows, { cursor: '2', limit: 2 })).toEqual({ rows: ['c', 'd'], next_cursor: '4' })
    expect(pageOfAll('rows', rows, { cursor: '2', limit: 3 })).toEqual({ rows: ['c', 'd', 'e'] })
  })
})
