import { useEffect } from 'react'
import { goTo } from '../../state/navigation.ts'
import { SECTIONS } from './sections.ts'

/** Ctrl or Cmd with 1 to 4 goes to a section, “/” to the search field. Neither acts behind an open dialog. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.repeat || document.querySelector('dialog[open]') !== null) return
  if (event.ctrlKey || event.metaKey) {
    const screen = SECTIONS[Number(event.key) - 1]
    if (screen === undefined) return
    event.preventDefault()
    goTo({ screen })
  } else if (event.key === '/' && !isTyping(event.target)) {
    const search = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (search === null) return
    event.preventDefault()
    search.select()
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
