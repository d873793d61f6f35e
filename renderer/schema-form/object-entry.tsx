import { Plus } from 'lucide-react'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import type { EntryProps, NodeOf } from './entry-props.ts'
import { isValues } from './entered-value.ts'
import { Group } from './group.tsx'
import { Members } from './members.tsx'

/** Named values within a named value. */
export function ObjectEntry(props: EntryProps<NodeOf<'object'>>) {
  const { node, name, path, value, isRequired, problems, onChange } = props
  if (value === undefined && !isRequired) {
    return (
      <Group {...props}>
        <Button size="small" icon={Plus} aria-label={text.form.addNamed(name)} onClick={() => onChange({})}>
          {text.form.add}
        </Button>
      </Group>
    )
  }
  return (
    <Group {...props}>
      <Members
        members={node.members}
        path={path}
        Entry={props.Entry}
        values={isValues(value) ? value : {}}
        asked={null}
        problems={problems}
        onChange={onChange}
      />
    </Group>
  )
}
