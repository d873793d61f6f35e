import { useEffect } from 'react'
import { goTo } from '../../state/navigation.ts'
import { showPalette, showShortcuts } from '../../state/palette.ts'
import { undoLatest } from '../../state/toasts.ts'
import { SECTIONS } from './sections.ts'

/**
 * Ctrl or Cmd with 1 to 5 goes to a section, with K opens the palette, with Z takes back the last change; “/” goes to
 * the search field, “?” lists the keys. None acts behind an open dialog.
 */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.repeat || document.querySelector('dialog[open]') !== null) return
  if (event.ctrlKey || event.metaKey) {
    if (onControlKey(event)) event.preventDefault()
  } else if (event.key === '?' && !isTyping(event.target)) {
    event.preventDefault()
    showShortcuts()
  } else if (event.key === '/' && !isTyping(event.target)) {
    const search = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (search === null) return
    event.preventDefault()
    search.select()
  }
}

/** @returns whether the key meant something */
function onControlKey({ key, shiftKey, target }: KeyboardEvent): boolean {
  if (shiftKey) return false
  if (key.toLowerCase() === 'k') {
    showPalette()
    return true
  }
  // In a field it takes back what was typed.
  if (key.toLowerCase() === 'z') return !isTyping(target) && undoLatest()
  const screen = SECTIONS[Number(key) - 1]
  if (screen !== undefined) goTo({ screen })
  return screen !== undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
