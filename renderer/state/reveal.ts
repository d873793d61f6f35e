/** A screen that takes longer than this to draw something does not have it. */
const LONGEST_MS = 3_000

/**
 * Waits until a screen has drawn something, scrolls to it and gives it the focus.
 *
 * @param find looks for it in the page
 * @param then what else to do with it
 */
export function reveal(
  find: () => HTMLElement | null | undefined,
  then: (it: HTMLElement) => void = focus,
): void {
  const look = (): boolean => {
    const found = find()
    if (found === null || found === undefined) return false
    stop()
    found.scrollIntoView({ block: 'center' })
    then(found)
    return true
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(() => observer.disconnect(), LONGEST_MS)
  const stop = (): void => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  // The screen that is being left is still there.
  requestAnimationFrame(look)
}

/** Finds a titled part of the screen. */
export function findSection(title: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('main section[aria-label]')].find(
    (section) => section.getAttribute('aria-label') === title,
  )
}

/** Finds an element by all of its words. */
export function findByWords(selector: string, words: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`main ${selector}`)].find(
    (element) => element.textContent?.trim() === words || element.getAttribute('aria-label') === words,
  )
}

function focus(element: HTMLElement): void {
  const inside = element.matches('button, a, input')
    ? element
    : element.querySelector<HTMLElement>('button, a, input')
  inside?.focus()
}
