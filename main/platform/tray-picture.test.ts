import { describe, expect, it } from 'vitest'
import { trayPicture, type Picture } from './tray-picture.ts'

const SIZE = 44

const icon = (): Picture => ({ size: SIZE, pixels: Buffer.alloc(SIZE * SIZE * 4, 200) })

const differs = (one: Picture, other: Picture): boolean => !one.pixels.equals(other.pixels)

describe('the picture in the tray', () => {
  it('is the bare icon while nothing waits', () => {
    expect(differs(trayPicture(icon(), { waiting: 0, isPaused: false }), icon())).toBe(false)
  })

  it('shows other numbers differently, and keeps its size', () => {
    const pictures = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((waiting) =>
      trayPicture(icon(), { waiting, isPaused: false }),
    )
    expect(new Set(pictures.map(({ pixels }) => pixels.toString('hex'))).size).toBe(11)
    expect(pictures.every(({ pixels }) => pixels.length === SIZE * SIZE * 4)).toBe(true)
  })

  it('shows the pause with and without a number', () => {
    const paused = trayPicture(icon(), { waiting: 0, isPaused: true })
    const both = trayPicture(icon(), { waiting: 2, isPaused: true })
    expect(differs(paused, icon())).toBe(true)
    expect(differs(both, paused)).toBe(true)
  })

  it('does not paint on the icon it was given: the next number would lie on top of the last', () => {
    const given = icon()
    trayPicture(given, { waiting: 7, isPaused: true })
    expect(differs(given, icon())).toBe(false)
  })

  it.each([1, 2, 16, 22])('fits on an icon of %i pixels', (size) => {
    const small = { size, pixels: Buffer.alloc(size * size * 4) }
    expect(trayPicture(small, { waiting: 12, isPaused: true }).pixels.length).toBe(size * size * 4)
  })
})
