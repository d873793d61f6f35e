import type { IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { ToolRow } from './tool-row.tsx'

export function Tools({ detail }: { readonly detail: IntegrationDetail }) {
  const asking = detail.tools.filter(({ policy }) => policy === 'ask').length
  return (
    <Section title={text.integration.tools} note={text.integration.toolSummary(detail.tools.length, asking)}>
      <Rows label={text.integration.tools}>
        {detail.tools.map((tool) => (
          <Row key={tool.name}>
            <ToolRow integrationId={detail.id} tool={tool} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
