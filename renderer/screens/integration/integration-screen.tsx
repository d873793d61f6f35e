import { ChevronLeft } from 'lucide-react'
import { useEffect } from 'react'
import type { IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { useCatalog } from '../../state/catalog.ts'
import { loadIntegration, useIntegrations } from '../../state/integration.ts'
import { formatPlace } from '../../state/place.ts'
import { text } from '../../text.ts'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Accounts } from './accounts.tsx'
import { Connect } from './connect.tsx'
import { CheckConnection } from './doctor.tsx'
import styles from './integration.module.css'
import { RecentCalls } from './recent-calls.tsx'
import { Tools } from './tools.tsx'

/** All about one integration: who is connected, how to connect, what its tools may do. */
export function IntegrationScreen({ integrationId }: { readonly integrationId: string }) {
  const detail = useIntegrations(({ details }) => details[integrationId])
  const entry = useCatalog(({ value }) => value?.find(({ id }) => id === integrationId))
  const known = detail ?? entry
  const problem = useIntegrations(({ problems }) => problems[integrationId]) ?? null
  useEffect(() => void loadIntegration(integrationId), [integrationId])
  return (
    <Page
      title={known?.name ?? integrationId}
      lead={known?.description ?? ''}
      before={<Back />}
      icon={known && <MaskIcon file={known.icon} size="large" />}
      actions={detail && <CheckConnection detail={detail} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={() => void loadIntegration(integrationId)} />}
      {detail === undefined ? problem === null && <Skeleton rows={5} /> : <Sections detail={detail} />}
    </Page>
  )
}

function Back() {
  return (
    <a className={styles['back']} href={formatPlace({ screen: 'catalog' })}>
      <ChevronLeft size={15} aria-hidden />
      {text.integration.back}
    </a>
  )
}

function Sections({ detail }: { readonly detail: IntegrationDetail }) {
  return (
    <>
      {detail.connections.length > 0 && <Accounts detail={detail} />}
      <Connect detail={detail} />
      <Tools detail={detail} />
      <RecentCalls integrationId={detail.id} />
      <Section title={text.integration.hosts}>
        <p className={styles['hosts']}>
          {text.integration.hostsBody}{' '}
          {detail.hosts.map((host) => (
            <code key={host} className={styles['chip']}>
              {host}
            </code>
          ))}
        </p>
      </Section>
    </>
  )
}
