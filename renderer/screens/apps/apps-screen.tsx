import { AppWindow, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { addApp, useApps, useGrants, type NewToken } from '../../state/apps.ts'
import { useTokenUse } from '../../state/token-use.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AddTo } from './add-to/add-to.tsx'
import { AppCard } from './app-card.tsx'
import { AllTokenUse } from './app-token-use.tsx'
import styles from './apps.module.css'
import { Grants } from './grants.tsx'
import { NameDialog } from './name-dialog.tsx'
import { TokenDialog } from './token-dialog.tsx'

/** The paired programs, what each may use, and the answers remembered for them. */
export function AppsScreen() {
  const [adding, setAdding] = useState(false)
  const [token, setToken] = useState<NewToken | null>(null)
  useEffect(() => {
    void useApps.getState().load()
    void useGrants.getState().load()
    void useTokenUse.getState().load()
  }, [])
  const open = (
    <Button tone="primary" icon={Plus} onClick={() => setAdding(true)}>
      {text.apps.addOpen}
    </Button>
  )
  return (
    <Page title={text.apps.title} lead={text.apps.lead} actions={open}>
      <AppList onToken={setToken} />
      <AllTokenUse />
      <AddTo />
      <Grants />
      {adding && (
        <NameDialog
          title={text.apps.addTitle}
          lead={text.apps.addBody}
          confirm={text.apps.add}
          onConfirm={async (name) => setToken(await addApp(name))}
          onClose={() => setAdding(false)}
        />
      )}
      {token && <TokenDialog made={token} onClose={() => setToken(null)} />}
    </Page>
  )
}

function AppList({ onToken }: { readonly onToken: (made: NewToken) => void }) {
  const { value: apps, problem, load } = useApps()
  if (problem && apps === null) return <ProblemNotice problem={problem} onRetry={() => void load()} />
  if (apps === null) return <Skeleton rows={3} />
  if (apps.length === 0) {
    return (
      <EmptyState icon={AppWindow} title={text.apps.empty}>
        {text.apps.emptyBody}
      </EmptyState>
    )
  }
  return (
    <ul className={styles['list']} aria-label={text.apps.title}>
      {apps.map((app) => (
        <li key={app.id}>
          <AppCard app={app} startOpen={apps.length === 1} onToken={onToken} />
        </li>
      ))}
    </ul>
  )
}
