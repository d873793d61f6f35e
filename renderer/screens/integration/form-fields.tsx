import type { ReactNode } from 'react'
import type { FormField } from '../../../preload/contract/shapes.ts'
import type { Problem } from '../../hub.ts'
import { fieldAtFault, type Entered } from '../../state/entered.ts'
import { TextField } from '../../ui/field.tsx'
import { SecretField } from '../../ui/secret-field.tsx'

interface FormFieldsProps {
  readonly fields: readonly FormField[]
  readonly entered: Entered
  readonly problem: Problem | null
  /** Stands beside the label of the last field: where its value is found. */
  readonly aside?: ReactNode
  readonly onChange: (entered: Entered) => void
}

/** What is wrong with an entry says by itself what to do. */
const sentenceOf = ({ code, message, remedy }: Problem): string =>
  code === 'INVALID_PARAMS' ? message : `${message} ${remedy}`

/** The fields that a definition asks for. What is wrong stands at its field, else at the last one. */
export function FormFields({ fields, entered, problem, aside, onChange }: FormFieldsProps) {
  const last = fields.at(-1)?.name
  const faulty = fieldAtFault(fields, problem) ?? last
  return fields.map((field) => {
    const { name, label, placeholder, hint, suffix, isSecret } = field
    const shared = {
      label,
      placeholder: `${placeholder}${placeholder === '' ? '' : suffix}`,
      value: entered[name] ?? '',
      maxLength: 10_000,
      error: problem !== null && name === faulty ? sentenceOf(problem) : null,
      aside: name === last ? aside : undefined,
      ...(hint !== '' && { hint }),
      onChange: (event: { target: { value: string } }) =>
        onChange({ ...entered, [name]: event.target.value }),
    }
    return isSecret ? <SecretField key={name} {...shared} /> : <TextField key={name} {...shared} />
  })
}
