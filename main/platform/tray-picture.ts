/** A picture as rows of pixels, four bytes each: blue, green, red, alpha. */
export interface Picture {
  readonly pixels: Buffer
  readonly size: number
}

interface TrayState {
  /** How many questions wait. */
  readonly waiting: number
  readonly isPaused: boolean
}

type Color = readonly [blue: number, green: number, red: number]

const AMBER: Color = [0x1f, 0x8a, 0xe0]
const INK: Color = [0x1a, 0x1d, 0x1f]
const WHITE: Color = [0xff, 0xff, 0xff]
/** Of 255: the sign of the app stands back while nothing runs. */
const PAUSED_ALPHA = 110

/** Three columns, five rows, a bit each. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 1, 1],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
}
const GLYPH = { width: 3, height: 5 }

/**
 * The app's sign with what matters on it: a number that waits, two bars while all apps are paused.
 *
 * @param icon is left as it is
 */
export function trayPicture(icon: Picture, { waiting, isPaused }: TrayState): Picture {
  const picture = { size: icon.size, pixels: Buffer.from(icon.pixels) }
  const radius = Math.round(icon.size * 0.3)
  if (isPaused) {
    fade(picture)
    drawPause(picture, radius)
  }
  if (waiting > 0) drawNumber(picture, radius, waiting > 9 ? '9+' : String(waiting))
  return picture
}

function fade({ pixels }: Picture): void {
  for (let index = 0; index < pixels.length; index += 1) {
    // Premultiplied: all four parts are less together.
    pixels[index] = Math.round(((pixels[index] ?? 0) * PAUSED_ALPHA) / 255)
  }
}

function drawNumber(picture: Picture, radius: number, digits: string): void {
  const center = { x: picture.size - radius, y: radius }
  disc(picture, center, radius, AMBER)
  const columns = digits.length * (GLYPH.width + 1) - 1
  const scale = Math.max(1, Math.floor((radius * 1.5) / Math.max(columns, GLYPH.height)))
  const left = Math.round(center.x - (columns * scale) / 2)
  const top = Math.round(center.y - (GLYPH.height * scale) / 2)
  Array.from(digits).forEach((digit, place) => {
    drawGlyph(picture, GLYPHS[digit] ?? [], { x: left + place * (GLYPH.width + 1) * scale, y: top }, scale)
  })
}

function drawGlyph(picture: Picture, rows: readonly number[], at: Point, scale: number): void {
  rows.forEach((bits, row) => {
    for (let column = 0; column < GLYPH.width; column += 1) {
      if ((bits & (4 >> column)) === 0) continue
      rectangle(picture, { x: at.x + column * scale, y: at.y + row * scale }, { x: scale, y: scale }, INK)
    }
  })
}

function drawPause(picture: Picture, radius: number): void {
  const center = { x: picture.size - radius, y: picture.size - radius }
  disc(picture, center, radius, INK)
  const bar = { x: Math.max(1, Math.round(radius * 0.3)), y: Math.round(radius * 1.1) }
  const top = Math.round(center.y - bar.y / 2)
  rectangle(picture, { x: center.x - Math.round(bar.x * 1.5), y: top }, bar, WHITE)
  rectangle(picture, { x: center.x + Math.round(bar.x * 0.5), y: top }, bar, WHITE)
}

interface Point {
  readonly x: number
  readonly y: number
}

function disc(picture: Picture, center: Point, radius: number, color: Color): void {
  for (let y = center.y - radius; y < center.y + radius; y += 1) {
    for (let x = center.x - radius; x < center.x + radius; x += 1) {
      if (Math.hypot(x + 0.5 - center.x, y + 0.5 - center.y) <= radius) paint(picture, x, y, color)
    }
  }
}

function rectangle(picture: Picture, from: Point, size: Point, color: Color): void {
  for (let y = from.y; y < from.y + size.y; y += 1) {
    for (let x = from.x; x < from.x + size.x; x += 1) paint(picture, x, y, color)
  }
}

function paint({ pixels, size }: Picture, x: number, y: number, [blue, green, red]: Color): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return
  pixels.set([blue, green, red, 255], (y * size + x) * 4)
}
