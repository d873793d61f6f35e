import { text } from '../../text.ts'

const isMac = navigator.userAgent.includes('Macintosh')

/** A key together with the one that stands for commands on this system. */
export const controlKey = (key: string): string => (isMac ? `⌘${key}` : text.program.shortcuts.control(key))
