import type { Page } from '@playwright/test'

/** What the page notes while Tab goes through it. */
type Walk = { readonly expected: Element[]; readonly seen: Set<Element>; readonly unmarked: Set<Element> }

/** Scrolling areas take the focus too, and so does the page between its end and its beginning. */
const MORE_PRESSES = 6
/** What was reached only in a second round has moved on the way. */
const ROUNDS = 2

/**
 * Presses Tab through everything, as somebody without a mouse would.
 * @returns the controls that were not reached, and those that nobody would see have the focus
 */
export const walkByKeyboard = async (page: Page): Promise<readonly string[]> => {
  const count = await page.evaluate(beginWalk)
  let left = count
  for (let round = 0; round < ROUNDS && left > 0; round += 1) {
    for (let presses = 0; presses < count + MORE_PRESSES; presses += 1) await page.keyboard.press('Tab')
    left = await page.evaluate(countUnseen)
  }
  return await page.evaluate(endWalk)
}

/** Runs in the page. @returns how many controls Tab should reach */
const beginWalk = (): number => {
  const isReachable = (node: HTMLElement): boolean =>
    node.tabIndex >= 0 &&
    !node.matches(':disabled') &&
    node.checkVisibility({ visibilityProperty: true }) &&
    !isOtherOfGroup(node)
  /** One radio of a group has the focus: the chosen one, else either end. */
  const isOtherOfGroup = (node: HTMLElement): boolean => {
    if (!(node instanceof HTMLInputElement) || node.type !== 'radio' || node.checked) return false
    const group = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      ({ name, form }) => name === node.name && form === node.form,
    )
    return group.some(({ checked }) => checked) || group[0] !== node
  }
  /** The mark may be drawn by what stands for the control. */
  const isMarked = (node: Element): boolean =>
    [node, node.nextElementSibling, node.previousElementSibling, node.parentElement]
      .concat(node.parentElement?.parentElement ?? null)
      .some((drawn) => drawn !== null && hasOutline(drawn))
  const hasOutline = (node: Element): boolean => {
    const { outlineStyle, outlineWidth, clipPath, opacity } = getComputedStyle(node)
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      clipPath === 'none' &&
      opacity !== '0'
    )
  }
  const dialogs = [...document.querySelectorAll('dialog:modal')]
  const root = dialogs.find((dialog) => dialog.contains(document.activeElement)) ?? dialogs.at(-1) ?? document
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const walk: Walk = {
    expected: [...root.querySelectorAll<HTMLElement>(controls)].filter(isReachable),
    seen: new Set(),
    unmarked: new Set(),
  }
  const note = (): void => {
    const focused = document.activeElement
    if (focused === null) return
    walk.seen.add(focused)
    if (focused.matches(controls) && !isMarked(focused)) walk.unmarked.add(focused)
  }
  document.addEventListener('focusin', note)
  Object.assign(globalThis, {
    walk: { ...walk, end: () => document.removeEventListener('focusin', note) },
  })
  return walk.expected.length
}

/** Runs in the page. */
const countUnseen = (): number => {
  const { walk } = globalThis as unknown as { walk: Walk }
  return walk.expected.filter((node) => !walk.seen.has(node)).length
}

/** Runs in the page. @returns a line for each control with a fault */
const endWalk = (): string[] => {
  const { walk } = globalThis as unknown as { walk: Walk & { end(): void } }
  walk.end()
  const nameOf = (node: Element): string =>
    `${node.tagName.toLowerCase()} “${node.getAttribute('aria-label') ?? node.textContent?.slice(0, 40) ?? ''}” .${node.className}`
  const isThere = (node: Element): boolean => node.isConnected && !node.matches(':disabled')
  return [
    ...walk.expected
      .filter((node) => isThere(node) && !walk.seen.has(node) && !isPeer(node))
      .map((node) => `Tab does not reach ${nameOf(node)}`),
    ...[...walk.unmarked].map((node) => `The focus cannot be seen on ${nameOf(node)}`),
  ]
  /** Another radio of the group was reached: Tab came from the other end. */
  function isPeer(node: Element): boolean {
    return (
      node instanceof HTMLInputElement &&
      node.type === 'radio' &&
      [...walk.seen].some((seen) => seen instanceof HTMLInputElement && seen.name === node.name)
    )
  }
}
