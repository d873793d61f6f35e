import { useEffect, useState } from 'react'
import { useCatalog } from '../state/catalog.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { MaskIcon } from '../ui/mask-icon.tsx'
import { Switch } from '../ui/switch.tsx'
import styles from './pairing.module.css'

interface PairingToolkitsProps {
  /** What the program would like; what it may have is the person's choice. */
  readonly wanted: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Which integrations the program may use: what it asks for and what is connected, and on demand all others. */
export function PairingToolkits({ wanted, chosen, onChange }: PairingToolkitsProps) {
  const catalog = useCatalog(({ value }) => value) ?? []
  const [all, setAll] = useState(false)
  useEffect(() => {
    if (useCatalog.getState().value === null) void useCatalog.getState().load()
  }, [])
  const asked = catalog.filter(({ id }) => wanted.includes(id))
  const others = catalog.filter(({ id }) => !wanted.includes(id))
  const connected = others.filter(({ accounts }) => accounts.length > 0)
  const rest = others.filter(({ accounts }) => accounts.length === 0)
  const change = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className={styles['toolkits']}>
      <legend>{text.pairing.toolkits}</legend>
      <p className={styles['note']} aria-live="polite">
        {catalog.length === 0 ? text.pairing.noToolkits : text.pairing.chosen(chosen.size)}
      </p>
      <div>
        {[...asked, ...connected, ...(all ? rest : [])].map((entry) => (
          <Switch key={entry.id} on={chosen.has(entry.id)} onChange={(on) => change(entry.id, on)}>
            <MaskIcon file={entry.icon} size="small" />
            <span className={styles['name']}>{entry.name}</span>
            {entry.accounts.length === 0 && <span className={styles['aside']}>{text.apps.notConnected}</span>}
          </Switch>
        ))}
      </div>
      {rest.length > 0 && !all && (
        <Button tone="quiet" size="small" onClick={() => setAll(true)}>
          {text.apps.showAll(rest.length)}
        </Button>
      )}
    </fieldset>
  )
}
