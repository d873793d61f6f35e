import type { apps as english } from '../../en/sentences/apps.ts'
import type { SameShape } from '../../speak.ts'

export const apps: SameShape<typeof english> = { none: 'Diese App gibt es nicht.' }
