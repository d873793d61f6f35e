import type { Page } from '@playwright/test'

/**
 * What a window holds: its page as text and as markup, its storages, and every string of its memory after unused
 * ones were thrown away. Of strings over 1,024 characters V8's snapshot has the beginning only.
 */
export const windowContents = async (window: Page): Promise<Readonly<Record<string, string>>> => ({
  'the page': await window.evaluate(() => document.documentElement.outerHTML),
  'the page’s fields': await window.evaluate(() =>
    [...document.querySelectorAll('input, textarea')].map((node) => Reflect.get(node, 'value')).join('\n'),
  ),
  'the page’s storages': await window.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  ),
  'the window’s memory': await memoryOf(window),
})

const memoryOf = async (window: Page): Promise<string> => {
  const session = await window.context().newCDPSession(window)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  // What an animation or an answer still holds is let go of by the second time.
  await session.send('HeapProfiler.collectGarbage')
  await window.waitForTimeout(300)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] }
  return strings.join('\n')
}
