import { BooleanEntry, ChoiceEntry, NullEntry } from './choice-entry.tsx'
import { EitherEntry } from './either-entry.tsx'
import { canShow } from './entered-value.ts'
import type { EntryProps } from './entry-props.ts'
import { ListEntry } from './list-entry.tsx'
import { ObjectEntry } from './object-entry.tsx'
import { TypedEntry } from './typed-entry.tsx'

/** The control for one node; a value that its control could not show is shown as JSON. */
export function NodeEntry({ node, ...rest }: EntryProps) {
  if (!canShow(node, rest.value)) return <TypedEntry {...rest} node={{ ...node, kind: 'json' }} />
  switch (node.kind) {
    case 'boolean':
      return <BooleanEntry {...rest} node={node} />
    case 'choice':
      return <ChoiceEntry {...rest} node={node} />
    case 'null':
      return <NullEntry {...rest} node={node} />
    case 'list':
      return <ListEntry {...rest} node={node} />
    case 'object':
      return <ObjectEntry {...rest} node={node} />
    case 'either':
      return <EitherEntry {...rest} node={node} />
    default:
      return <TypedEntry {...rest} node={node} />
  }
}
