import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWindowMemory, fitToScreens, parseWindowState } from './window-state.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 }
const FRESH = {
  theme: 'system',
  language: 'system',
  bounds: null,
  isMaximised: false,
  wasToldOfClosing: false,
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

describe('a window opens again', () => {
  it('where it was', () => {
    const bounds = { x: 2000, y: 40, width: 900, height: 700 }
    expect(fitToScreens(bounds, [SCREEN, SECOND])).toEqual(bounds)
  })

  it.each([
    ['on a screen that is gone', { x: 2000, y: 40, width: 900, height: 700 }],
    ['with all but its edge beside the screen', { x: 1900, y: 40, width: 900, height: 700 }],
    ['with its title bar above the screen', { x: 100, y: -300, width: 900, height: 700 }],
    ['below the screen', { x: 100, y: 1030, width: 900, height: 700 }],
  ])('not %s, where nobody could reach it', (_, bounds) => {
    expect(fitToScreens(bounds, [SCREEN])).toBeUndefined()
  })

  it('no larger than a screen that has become smaller', () => {
    expect(fitToScreens({ x: 0, y: 0, width: 3000, height: 2000 }, [SCREEN])).toEqual(SCREEN)
  })
})

describe('what is remembered of the window', () => {
  it('outlives a restart, is nobody else’s to read, and leaves no half-written file', () => {
    const place = folder()
    const path = join(place, 'window.json')
    const bounds = { x: 10, y: 20, width: 900, height: 700 }
    createWindowMemory(path).change({ theme: 'contrast', bounds })
    createWindowMemory(path).change({ wasToldOfClosing: true })
    expect(createWindowMemory(path).read()).toEqual({
      theme: 'contrast',
      language: 'system',
      bounds,
      isMaximised: false,
      wasToldOfClosing: true,
    })
    expect(readdirSync(place)).toEqual(['window.json'])
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  })

  it.each([
    '',
    '{',
    'null',
    '7',
    '[]',
    '{"theme":"pink","bounds":{"x":"1"},"isMaximised":"yes"}',
    '{"bounds":[]}',
  ])('is forgotten when the file is damaged: %s', (content) => {
    const path = join(folder(), 'window.json')
    writeFileSync(path, content)
    expect(createWindowMemory(path).read()).toEqual(FRESH)
  })

  it('lets no window become too small to be found', () => {
    expect(parseWindowState('{"bounds":{"x":0,"y":0,"width":1,"height":1}}').bounds).toBeNull()
    expect(parseWindowState('{"bounds":{"x":0.5,"y":0,"width":800,"height":800}}').bounds).toBeNull()
  })

  it('does not stop the app where the file cannot be written', () => {
    const memory = createWindowMemory(join(folder(), 'missing', 'window.json'))
    memory.change({ theme: 'dark' })
    expect(memory.read().theme).toBe('dark')
  })
})
