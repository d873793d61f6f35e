import { create } from 'zustand'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** What lies over the window: the palette, or the list of keys. */
export const usePalette = create<{ readonly open: 'nothing' | 'palette' | 'shortcuts' }>(() => ({
  open: 'nothing',
}))

/** Every tool there is, by name; read when the palette is opened first. */
export const useToolNames = createResource(() => request('palette.listTools', {}))

export function showPalette(): void {
  usePalette.setState({ open: 'palette' })
}

export function showShortcuts(): void {
  usePalette.setState({ open: 'shortcuts' })
}

export function closePalette(): void {
  usePalette.setState({ open: 'nothing' })
}
