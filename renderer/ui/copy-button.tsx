import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { request } from '../hub.ts'
import { attempt } from '../state/toasts.ts'
import { text } from '../text.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

const CONFIRMED_MS = 1600

interface CopyProps {
  readonly value: string
  readonly label: string
  /** Shows the label beside the picture. */
  readonly wide?: boolean
}

/** Puts the value on the clipboard and says so. */
export function CopyButton({ value, label, wide = false }: CopyProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (): Promise<void> =>
    setCopied(await attempt(() => request('clipboard.copy', { text: value })))
  const icon = copied ? Check : Copy
  return (
    <>
      {wide ? (
        <Button icon={icon} onClick={() => void copy()}>
          {label}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} onClick={() => void copy()} />
      )}
      <span role="status" className="visually-hidden">
        {copied ? text.ui.copied : ''}
      </span>
    </>
  )
}
