import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Opens a dialog element as modal. The platform keeps the focus inside and gives it back at the end;
 * where what had it is gone, the title of the screen takes it.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null)
  // Before the effects of what is inside, which may then choose where the focus starts.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
    }
  }, [])
  return element
}
