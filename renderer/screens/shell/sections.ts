/** The sections of the window, in the order of the sidebar and of the keys Ctrl+1 to Ctrl+5. */
export const SECTIONS = ['catalog', 'apps', 'inbox', 'activity', 'settings'] as const

export type SectionName = (typeof SECTIONS)[number]
