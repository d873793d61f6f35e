import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export type AxeOptions = Parameters<AxeBuilder['options']>[0]
type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

/**
 * Asks axe about what a window shows. Its builder for Playwright would open a page of its own, which the window does
 * not allow, and bring the program anew each time; here it stays in the page.
 *
 * @returns a line for each element with a fault
 */
export const findWithAxe = async (page: Page, options: AxeOptions): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source())
  const { violations } = await page.evaluate(runAxe, { ...options, resultTypes: ['violations'] as const })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Runs in the page. */
const runAxe = (options: object): Promise<Pick<Results, 'violations'>> => {
  const { axe } = globalThis as unknown as {
    axe: { run(context: Document, options: object): Promise<Pick<Results, 'violations'>> }
  }
  return axe.run(document, options)
}

/** The very program that the builder brings. */
const source = async (): Promise<string> => {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright')
  return await readFile(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8')
}
