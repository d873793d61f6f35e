import { Play } from 'lucide-react'
import { useState } from 'react'
import type { ToolEntry } from '../../../preload/contract/shapes.ts'
import { useIntegrations } from '../../state/integration.ts'
import { text } from '../../text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TryIt } from './try-it.tsx'

interface TryItButtonProps {
  readonly integrationId: string
  readonly tool: ToolEntry
}

/** Opens the form that calls a tool by hand; there is none for a blocked tool. */
export function TryItButton({ integrationId, tool }: TryItButtonProps) {
  const [open, setOpen] = useState(false)
  const connections = useIntegrations(({ details }) => details[integrationId]?.connections)
  return (
    <>
      <IconButton
        label={text.tryIt.tryNamed(tool.name)}
        icon={Play}
        disabled={tool.policy === 'block'}
        onClick={() => setOpen(true)}
      />
      {open && <TryIt tool={tool} connections={connections ?? []} onClose={() => setOpen(false)} />}
    </>
  )
}
