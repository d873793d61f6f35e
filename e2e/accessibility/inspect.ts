import { expect, type Page } from '@playwright/test'
import { findWithAxe, type AxeOptions } from './axe.ts'
import { walkByKeyboard } from './keyboard-walk.ts'
import { keepPicture } from './keep-picture.ts'

/** The window's own smallest size, and what is left of it and of a usual window at 200 % zoom, in CSS pixels. */
const SIZES = [
  { width: 800, height: 600 },
  { width: 550, height: 380 },
  { width: 320, height: 240 },
]
const USUAL = { width: 1100, height: 760 }

type InspectOptions = {
  /** Whether the notes in the corner are looked at too, and not taken away. */
  readonly areNotesKept?: boolean
  /** Whether a picture in dark is kept too, as `<name>-dark`. */
  readonly isKeptDark?: boolean
  /** Of the picture, where the window is not the main one. */
  readonly size?: { readonly width: number; readonly height: number }
}

/**
 * Everything that is asked of what a window shows at the moment: nothing for axe to find in any colours, no
 * sideways scrolling in a small window or at 200 % zoom, every control reached by Tab and seen when it is. Keeps a
 * picture of it.
 *
 * @param name of the picture; no two may be the same
 */
export const inspect = async (
  page: Page,
  name: string,
  { areNotesKept = false, isKeptDark = false, size = USUAL }: InspectOptions = {},
): Promise<void> => {
  await page.setViewportSize(size)
  await page.mouse.move(0, 0)
  if (!areNotesKept) await dismissNotes(page)
  const found: string[] = []
  for (const look of LOOKS) found.push(...(await findInLook(page, look)))
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' })
  if (isKeptDark) await keepPicture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await keepPicture(page, name)
  found.push(...(await walkByKeyboard(page)), ...(await findSideways(page)))
  await page.setViewportSize(size)
  expect.soft(found, name).toEqual([])
}

/** Below a dialog they can be neither pressed nor reached. */
const dismissNotes = async (page: Page): Promise<void> => {
  const isCovered = await page.evaluate(() => document.querySelector('dialog:modal') !== null)
  if (isCovered) return
  // All at once: each goes by itself too, maybe before it is pressed.
  await page
    .getByRole('button', { name: /^(?:Dismiss|Ausblenden)$/ })
    .evaluateAll((buttons: HTMLElement[]) => {
      for (const button of buttons) button.click()
    })
}

type Look = { readonly colors: 'light' | 'dark'; readonly isContrast: boolean; readonly options: AxeOptions }

/** Only colours change from one look to the next, so that everything else is looked at once. */
const colorRules = (...values: string[]): AxeOptions => ({ runOnly: { type: 'rule', values } })
const LOOKS: readonly Look[] = [
  { colors: 'light', isContrast: false, options: { rules: { 'target-size': { enabled: true } } } },
  { colors: 'dark', isContrast: false, options: colorRules('color-contrast', 'link-in-text-block') },
  { colors: 'light', isContrast: true, options: colorRules('color-contrast-enhanced') },
  { colors: 'dark', isContrast: true, options: colorRules('color-contrast-enhanced') },
]

const findInLook = async (page: Page, { colors, isContrast, options }: Look): Promise<readonly string[]> => {
  const contrast = isContrast ? 'more' : 'no-preference'
  await page.emulateMedia({ colorScheme: colors, contrast, reducedMotion: 'reduce' })
  const found = await findWithAxe(page, options)
  return found.map((line) => `${isContrast ? `${colors}, high contrast` : colors}: ${line}`)
}

const findSideways = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const wide of await page.evaluate(sidewaysScrollers)) found.push(`${size.width} px: ${wide}`)
  }
  return found
}

/** Runs in the page: what is wider than its frame and would scroll, or is cut off by the window. */
const sidewaysScrollers = (): string[] => {
  const nameOf = (node: Element): string => `${node.tagName.toLowerCase()}.${node.getAttribute('class')}`
  const widestIn = (node: Element): string => {
    const { right } = node.getBoundingClientRect()
    const wide = [...node.querySelectorAll('*')].find(
      (part) => part.getBoundingClientRect().right > right + 1,
    )
    return wide === undefined ? '' : ` by ${nameOf(wide)}`
  }
  return [...document.querySelectorAll('html, body, body *')]
    .filter((node) => {
      const { overflowX } = getComputedStyle(node)
      const scrolls = ['auto', 'scroll'].includes(overflowX) || node.matches('html, body, dialog, main')
      return scrolls && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
    })
    .map((node) => nameOf(node) + widestIn(node))
}
