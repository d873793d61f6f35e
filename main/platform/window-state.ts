import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { LanguageChoice, Theme } from '../../preload/contract/preferences.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the window must know before the database is open. */
export interface WindowState {
  readonly theme: Theme
  readonly language: LanguageChoice
  /** Null until the window has been somewhere. */
  readonly bounds: Bounds | null
  readonly isMaximised: boolean
  /** Whether the person was told that closing the window does not end Gatehouse. */
  readonly wasToldOfClosing: boolean
}

/** Outlives a restart in a small file of its own; a damaged one counts as none. */
export interface WindowMemory {
  read(): WindowState
  change(part: Partial<WindowState>): void
}

const THEMES: readonly unknown[] = ['system', 'light', 'dark', 'contrast'] satisfies Theme[]
const LANGUAGES: readonly unknown[] = ['system', 'en', 'de'] satisfies LanguageChoice[]
/** So much of the window must be on a screen that a hand can take hold of it. */
const GRIP = { width: 120, height: 40 }

export function createWindowMemory(path: string): WindowMemory {
  let state = parseWindowState(read(path))
  return {
    read: () => state,
    change(part) {
      state = { ...state, ...part }
      try {
        const temporary = `${path}.${process.pid}.tmp`
        writeFileSync(temporary, JSON.stringify(state), { mode: 0o600 })
        renameSync(temporary, path)
      } catch {
        // A window that opens where it did before is not worth an error.
      }
    },
  }
}

/** @param text whatever stood in the file */
export function parseWindowState(text: string): WindowState {
  const { theme, language, bounds, isMaximised, wasToldOfClosing } = members(text)
  return {
    theme: isTheme(theme) ? theme : 'system',
    language: isLanguage(language) ? language : 'system',
    bounds: isBounds(bounds) ? bounds : null,
    isMaximised: isMaximised === true,
    wasToldOfClosing: wasToldOfClosing === true,
  }
}

/**
 * Where a window may open again.
 *
 * @param areas the screens there are now, without their bars
 * @returns the bounds, cut to the screen they are on; undefined when that screen is gone
 */
export function fitToScreens(bounds: Bounds | null, areas: readonly Bounds[]): Bounds | undefined {
  if (bounds === null) return undefined
  const area = areas.find((candidate) => hasGrip(bounds, candidate))
  if (area === undefined) return undefined
  return {
    ...bounds,
    width: Math.min(bounds.width, area.width),
    height: Math.min(bounds.height, area.height),
  }
}

/** Whether enough of the title bar, which is at the top, can be reached. */
function hasGrip(bounds: Bounds, area: Bounds): boolean {
  const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const below = area.y + area.height - bounds.y
  return visible >= GRIP.width && below >= GRIP.height && bounds.y >= area.y - 1
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function members(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

const isTheme = (value: unknown): value is Theme => THEMES.includes(value)
const isLanguage = (value: unknown): value is LanguageChoice => LANGUAGES.includes(value)

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Partial<Record<keyof Bounds, unknown>>
  const isWhole = [x, y, width, height].every((part) => Number.isInteger(part))
  return isWhole && Number(width) >= 200 && Number(height) >= 200
}
