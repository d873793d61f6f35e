import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { PAGE_ROWS, pagesOf, rowAt, withPage, type Pages } from './activity-pages.ts'

const row = (id: number): ActivityEntry => ({
  id,
  seq: id,
  callId: `call_${id}`,
  outcome: 'succeeded',
  at: new Date(id).toISOString(),
  appName: 'App',
  integrationId: 'acme',
  tool: 'acme_list_notes',
  accountName: 'ada',
  reason: 'auto',
  errorCode: null,
  durationMs: null,
  details: '',
})

it('finds a row on its page, and nothing on a page that has not come', () => {
  const pages: Pages = new Map([[1, [row(7), row(8)]]])
  expect(rowAt(pages, PAGE_ROWS + 1)?.id).toBe(8)
  expect(rowAt(pages, 1)).toBeUndefined()
})

describe('pagesOf', () => {
  it('asks for both pages when the view lies over their border', () => {
    expect(pagesOf(PAGE_ROWS - 1, PAGE_ROWS)).toEqual([0, 1])
  })

  it('asks for nothing before the first row', () => {
    expect(pagesOf(-20, 5)).toEqual([0])
  })
})

describe('withPage', () => {
  it('forgets what is farthest away, never what is near: scrolling on would show holes', () => {
    let pages: Pages = new Map()
    for (let page = 0; page < 100; page += 1) pages = withPage(pages, page, [row(page)])
    expect(pages.has(99)).toBe(true)
    expect(pages.has(98)).toBe(true)
    expect(pages.has(0)).toBe(false)
    expect(pages.size).toBeLessThanOrEqual(30)
  })

  it('replaces a page that was read again', () => {
    const pages = withPage(new Map([[0, [row(1)]]]), 0, [row(2)])
    expect(pages.get(0)?.map(({ id }) => id)).toEqual([2])
  })
})
