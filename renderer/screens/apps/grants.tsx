import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Grant } from '../../../preload/contract/grant.ts'
import { useGrants } from '../../state/apps.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { RuleDialog } from '../rules/rule-dialog.tsx'
import styles from '../rules/rules.module.css'
import appStyles from './apps.module.css'
import { GrantRow } from './grants-row.tsx'
import { RevokeAll } from './grants-revoke-all.tsx'

const PAGE = 20

/** The ledger: every answer that holds without asking again, each to be changed or taken back. */
export function Grants() {
  const { value: grants, problem, load } = useGrants()
  const [adding, setAdding] = useState(false)
  return (
    <div className={appStyles['grants']}>
      <Section title={text.ledger.title} note={text.ledger.note}>
        {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
        {grants?.length === 0 && <p className={styles['faint']}>{text.ledger.empty}</p>}
        {grants !== null && <Ledger grants={grants} onAdd={() => setAdding(true)} />}
        {adding && <RuleDialog onClose={() => setAdding(false)} />}
      </Section>
    </div>
  )
}

interface LedgerProps {
  readonly grants: readonly Grant[]
  readonly onAdd: () => void
}

function Ledger({ grants, onAdd }: LedgerProps) {
  const [wanted, setWanted] = useState('')
  const [length, setLength] = useState(PAGE)
  const apps = new Map(grants.map(({ appId, appName }) => [appId, appName]))
  // The app whose answers are shown may have none left.
  const appId = apps.has(wanted) ? wanted : ''
  const shown = grants.filter((grant) => appId === '' || grant.appId === appId)
  return (
    <>
      <div className={styles['bar']}>
        <Button icon={Plus} onClick={onAdd}>
          {text.ledger.add}
        </Button>
        {apps.size > 1 && (
          <SelectField
            label={text.ledger.ofApp}
            value={appId}
            choices={[
              { value: '', label: text.ledger.allApps },
              ...[...apps].map(([value, label]) => ({ value, label })),
            ]}
            onChange={setWanted}
          />
        )}
        {shown.length > 0 && (
          <RevokeAll
            appId={appId === '' ? null : appId}
            appName={apps.get(appId) ?? null}
            count={shown.length}
          />
        )}
      </div>
      {shown.length > 0 && (
        <Rows label={text.ledger.title}>
          {shown.slice(0, length).map((grant) => (
            <Row key={grant.id}>
              <GrantRow grant={grant} />
            </Row>
          ))}
        </Rows>
      )}
      {shown.length > length && (
        <Button
          className={styles['more']}
          tone="quiet"
          size="small"
          onClick={() => setLength(length + PAGE * 5)}
        >
          {text.ledger.showMore(shown.length - length)}
        </Button>
      )}
    </>
  )
}
