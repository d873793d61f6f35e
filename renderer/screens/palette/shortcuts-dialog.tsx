import { closePalette } from '../../state/palette.ts'
import { SECTIONS } from '../shell/sections.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { controlKey } from './keys.ts'
import styles from './palette.module.css'

type Shortcut = readonly [words: string, keys: readonly string[]]

/** Every key there is. */
export function ShortcutsDialog() {
  const { title, keys } = text.program.shortcuts
  const shortcuts: readonly Shortcut[] = [
    [keys.palette, [controlKey('K')]],
    [keys.sections, SECTIONS.map((_, index) => controlKey(String(index + 1)))],
    [keys.search, ['/']],
    [keys.undo, [controlKey('Z')]],
    [keys.move, ['↑', '↓', '←', '→']],
    [keys.close, [text.program.shortcuts.escape]],
    [keys.list, ['?']],
  ]
  return (
    <Dialog
      title={title}
      onDismiss={closePalette}
      footer={<Button onClick={closePalette}>{text.ui.done}</Button>}
    >
      <dl className={styles['keys']}>
        {shortcuts.map(([words, pressed]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
