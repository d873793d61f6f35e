import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { EntryProps, NodeOf } from './entry-props.ts'
import { firstValue } from './entered-value.ts'
import { joined } from './find-problems.ts'
import { Group } from './group.tsx'
import styles from './schema-form.module.css'

/** A list: each item with its own control, a way to remove it, and one to add another. */
export function ListEntry(props: EntryProps<NodeOf<'list'>>) {
  const { node, name, path, value, problems, Entry, onChange } = props
  const adding = useRef<HTMLButtonElement>(null)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const remove = (index: number): void => {
    onChange(items.filter((_, other) => other !== index))
    // The button that had the focus is gone.
    adding.current?.focus()
  }
  return (
    <Group {...props}>
      {value !== undefined && items.length === 0 && <p className={styles['soft']}>{text.form.emptyList}</p>}
      {items.map((item, index) => (
        <div key={index} className={styles['item']}>
          <Entry
            node={node.item}
            Entry={Entry}
            name={`${name} ${index + 1}`}
            path={joined(path, String(index))}
            value={item}
            isRequired
            isItem
            problems={problems}
            onChange={(next) => onChange(items.map((other, place) => (place === index ? next : other)))}
          />
          <IconButton label={text.form.remove(name, index + 1)} icon={X} onClick={() => remove(index)} />
        </div>
      ))}
      <Button
        ref={adding}
        size="small"
        icon={Plus}
        aria-label={text.form.addNamed(name)}
        disabled={items.length >= node.most}
        onClick={() => onChange([...items, firstValue(node.item)])}
      >
        {text.form.add}
      </Button>
    </Group>
  )
}
