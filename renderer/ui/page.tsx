import { useEffect, useRef, type ReactNode } from 'react'
import { useNavigation } from '../state/navigation.ts'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** Under the title, in one sentence. */
  readonly lead?: string
  /** Left of the title. */
  readonly icon?: ReactNode
  /** Above the title: the way back. */
  readonly before?: ReactNode
  /** Right of the title. */
  readonly actions?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Frame of a screen. After a move the title takes the focus, so that a screen reader starts there. */
export function Page({ title, lead, icon, before, actions, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (useNavigation.getState().moved) heading.current?.focus()
  }, [])
  return (
    <div className={styles['page']} data-wide={wide}>
      {before}
      <header className={styles['header']}>
        {icon}
        <div className={styles['title']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}

interface SectionProps {
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a screen. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-label={title}>
      <div className={styles['sectionTop']}>
        <h2>{title}</h2>
        {note !== undefined && <span>{note}</span>}
      </div>
      {children}
    </section>
  )
}
