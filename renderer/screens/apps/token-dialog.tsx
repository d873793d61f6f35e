import { useApps, type NewToken } from '../../state/apps.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import styles from './apps.module.css'
import { snippetsFor } from './snippets.ts'
import { Toolkits } from './toolkits.tsx'

interface TokenDialogProps {
  readonly made: NewToken
  readonly onClose: () => void
}

/** The token, for the only time, with what to paste where. Escape does not close it: the token would be lost. */
export function TokenDialog({ made, onClose }: TokenDialogProps) {
  const app = useApps(({ value }) => value?.find(({ id }) => id === made.app.id)) ?? made.app
  const tabs = snippetsFor(made.url, made.token).map(({ id, label, code }) => ({
    id,
    label,
    content: <CodeBlock code={code} copyLabel={text.apps.copyConfig} />,
  }))
  return (
    <Dialog
      title={text.apps.tokenTitle(made.app.name)}
      size="large"
      footer={
        <Button tone="primary" onClick={onClose}>
          {text.ui.done}
        </Button>
      }
    >
      <Notice tone="amber" title={text.apps.tokenOnce} />
      <div className={styles['token']}>
        <code data-testid="app-token">{made.token}</code>
        <CopyButton value={made.token} label={text.apps.copyToken} wide />
      </div>
      <div>
        <h3 className={styles['legend']}>{text.apps.paste}</h3>
        <Tabs label={text.apps.clients} tabs={tabs} />
      </div>
      <Toolkits app={app} />
    </Dialog>
  )
}
