import type { Grant } from '../../../preload/contract/shapes.ts'
import { revokeGrant, useGrants } from '../../state/apps.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { formatDate } from '../../ui/time.ts'
import styles from './apps.module.css'

/** Answers that hold without asking again, each to be taken back. */
export function Grants() {
  const { value: grants, problem, load } = useGrants()
  return (
    <div className={styles['grants']}>
      <Section title={text.grants.title}>
        {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
        {grants?.length === 0 && <p className={styles['faint']}>{text.grants.empty}</p>}
        {grants !== null && grants.length > 0 && (
          <Rows label={text.grants.title}>
            {grants.map((grant) => (
              <Row key={grant.id}>
                <GrantLine grant={grant} />
              </Row>
            ))}
          </Rows>
        )}
      </Section>
    </div>
  )
}

function GrantLine({ grant }: { readonly grant: Grant }) {
  const revoke = (): void => void attempt(() => revokeGrant(grant.id), text.grants.revoked)
  return (
    <div className={styles['grant']}>
      <div className={styles['grantWords']}>
        <code>{grant.tool}</code>
        <p className={styles['faint']}>{text.grants.line(grant.appName, grant.accountName)}</p>
      </div>
      <Badge tone={grant.scope === 'always' ? 'accent' : 'neutral'}>{text.grants.scope[grant.scope]}</Badge>
      <time className={styles['faint']} dateTime={grant.createdAt}>
        {formatDate(grant.createdAt)}
      </time>
      <Button size="small" aria-label={text.grants.revokeNamed(grant.tool, grant.appName)} onClick={revoke}>
        {text.grants.revoke}
      </Button>
    </div>
  )
}
