import type { Preview } from '../../../preload/contract/preview.ts'

/** One kind of picture. */
export type PreviewOf<K extends Preview['kind']> = Extract<Preview, { kind: K }>
