import styles from './mask-icon.module.css'

interface MaskIconProps {
  /** File name of a one-colour svg served beside the page. */
  readonly file: string
  readonly size?: 'small' | 'medium' | 'large'
}

/** A one-colour picture in the colour of the text, on a tile. */
export function MaskIcon({ file, size = 'medium' }: MaskIconProps) {
  return (
    <span className={styles['tile']} data-size={size} aria-hidden>
      <i style={{ maskImage: `url("/${encodeURIComponent(file)}")` }} />
    </span>
  )
}
