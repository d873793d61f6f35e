import { useLayoutEffect, useRef, useState, type ComponentProps } from 'react'

/** An area that scrolls: while something of it is out of sight, Tab reaches it and the keys move it. */
export function ScrollArea(props: ComponentProps<'div'>) {
  const element = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  // After every drawing: what it holds may be other elements, each with a size of its own.
  useLayoutEffect(() => {
    const area = element.current
    if (area === null) return undefined
    const look = (): void => setScrolls(area.scrollHeight > area.clientHeight)
    look()
    const observer = new ResizeObserver(look)
    for (const sized of [area, ...area.children]) observer.observe(sized)
    return () => observer.disconnect()
  })
  return <div {...props} ref={element} tabIndex={scrolls ? 0 : undefined} />
}
