import { useEffect, useState } from 'react'
import type { App, CatalogEntry } from '../../../preload/contract/shapes.ts'
import { restoreToolkit, setToolkit } from '../../state/apps.ts'
import { useCatalog } from '../../state/catalog.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import { Switch } from '../../ui/switch.tsx'
import styles from './apps.module.css'

/** Which integrations the app may use: the connected ones, and on demand all others. */
export function Toolkits({ app }: { readonly app: App }) {
  const catalog = useCatalog(({ value }) => value) ?? []
  const [all, setAll] = useState(false)
  useEffect(() => {
    if (useCatalog.getState().value === null) void useCatalog.getState().load()
  }, [])
  // What was on when the list appeared stays in the list, so that a switch does not vanish when it is turned off.
  const [atFirst] = useState(app.toolkits)
  const matters = (entry: CatalogEntry): boolean =>
    entry.accounts.length > 0 || atFirst.includes(entry.id) || app.toolkits.includes(entry.id)
  const first = catalog.filter(matters)
  const rest = catalog.filter((entry) => !matters(entry))
  const foldable = first.length > 0 && rest.length > 0 && !all
  return (
    <fieldset>
      <legend className={styles['legend']}>{text.apps.toolkits}</legend>
      {catalog.length === 0 && <p className={styles['faint']}>{text.apps.toolkitsNone}</p>}
      <div className={styles['toolkits']}>
        {[...first, ...(foldable ? [] : rest)].map((entry) => (
          <Toolkit key={entry.id} app={app} entry={entry} />
        ))}
      </div>
      {foldable && (
        <Button tone="quiet" size="small" onClick={() => setAll(true)}>
          {text.apps.showAll(rest.length)}
        </Button>
      )}
    </fieldset>
  )
}

function Toolkit({ app, entry }: { readonly app: App; readonly entry: CatalogEntry }) {
  const [busy, setBusy] = useState(false)
  const change = async (enabled: boolean): Promise<void> => {
    setBusy(true)
    const words = text.program.undoDone
    const place = { appId: app.id, integrationId: entry.id }
    await attempt(
      () => setToolkit({ ...place, enabled }),
      (enabled ? words.toolkitOn : words.toolkitOff)(app.name, entry.name),
      () => (enabled ? setToolkit({ ...place, enabled: false }) : restoreToolkit(place)),
    )
    setBusy(false)
  }
  return (
    <Switch
      on={app.toolkits.includes(entry.id)}
      onChange={(enabled) => {
        if (!busy) void change(enabled)
      }}
    >
      <MaskIcon file={entry.icon} size="small" />
      <span className={styles['toolkitName']}>{entry.name}</span>
      {entry.accounts.length === 0 && <span className={styles['faint']}>{text.apps.notConnected}</span>}
    </Switch>
  )
}
