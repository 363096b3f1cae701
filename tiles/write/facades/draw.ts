import { seededRandom } from '#shared/random.ts'
import { type Picture, picture } from '../png.ts'
import { type Look, REPEAT } from './looks.ts'

const CELL = 64
const SIZE = CELL * REPEAT

type Rgb = readonly [number, number, number]
const FRAME: Rgb = [196, 198, 198]
const SILL: Rgb = [226, 224, 218]
const GRILLE: Rgb = [176, 176, 172]
const CURTAINS: readonly Rgb[] = [
  [164, 152, 132],
  [148, 150, 152],
  [172, 166, 156],
  [128, 118, 108],
]
const LAMPS: readonly Rgb[] = [
  [255, 205, 138],
  [255, 220, 168],
  [255, 193, 118],
  [255, 232, 198],
  [216, 228, 250],
]

export interface FacadePictures {
  /** Multiplied by the wall's own colour, so walls are near white in it. */
  color: Picture
  /** What shines at night. */
  light: Picture
}

/** Draws a wall of REPEAT by REPEAT windows. The same look is the same to the last pixel. */
export function drawFacade(look: Look): FacadePictures {
  const random = seededRandom([...look.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const color = picture(SIZE)
  const light = picture(SIZE)
  drawWall(color, look, random)
  for (let row = 0; row < REPEAT; row++)
    for (let column = 0; column < REPEAT; column++) drawWindow(color, light, look, column * CELL, row * CELL, random)
  return { color, light }
}

function drawWall({ rgb }: Picture, { surface }: Look, random: () => number): void {
  // Rain leaves faint streaks: one value a column of pixels, fading downwards in each storey.
  const streaks = Array.from({ length: SIZE }, () => (random() - 0.5) * 7)
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const inStorey = y % CELL
      let tone = 240 + (streaks[x] as number) * (inStorey / CELL) + (random() - 0.5) * 5
      if (surface === 'brick') {
        const course = Math.floor(y / 4)
        const joint = y % 4 === 0 || (x + (course % 2) * 6) % 12 === 0
        tone = joint ? 214 : 236 + (((course * 7 + Math.floor((x + (course % 2) * 6) / 12) * 13) % 9) - 4) * 2.6
      }
      if (surface === 'tile' && (x % 8 === 0 || y % 8 === 0)) tone -= 9
      if (surface === 'panel' && (x % 32 === 0 || y % 32 === 0)) tone -= 26
      if (surface === 'metal' && x % 16 === 0) tone -= 18
      if (inStorey >= CELL - 2) tone -= 22
      else if (inStorey === CELL - 3) tone += 8
      rgb.fill(Math.max(0, Math.min(255, Math.round(tone))), (y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3)
    }
}

function drawWindow(color: Picture, light: Picture, look: Look, x0: number, y0: number, random: () => number): void {
  const { left, right, top, bottom } = look.window
  const lit = random() < look.light
  const lamp = LAMPS[Math.floor(random() * LAMPS.length)] as Rgb
  const strength = 0.45 + random() * 0.55
  const curtain = CURTAINS[Math.floor(random() * CURTAINS.length)] as Rgb
  // How far the curtain is drawn, and how bright the sky is in the glass.
  const drawn = random() < 0.55 ? 0.15 + random() * 0.85 : 0
  const sky = 0.8 + random() * 0.4
  const glazed = look.surface === 'metal'
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const edge = x < left + 2 || x >= right - 2 || y < top + 2 || y >= bottom - 2
      const pane = ((x - left) * look.panes) / (right - left)
      const bar = !edge && (pane % 1) * (right - left) < look.panes * 1.2 && pane >= 0.5
      const down = (y - top) / (bottom - top)
      if (edge || bar) paint(color, x0 + x, y0 + y, glazed ? [118, 124, 130] : FRAME)
      else {
        const shade = y < top + 6 ? 0.62 : 1
        const curtained = drawn > 0 && Math.abs((x - left) / (right - left) - 0.5) > 0.5 - drawn / 2
        const glass: Rgb = [(58 + 34 * down) * sky, (72 + 38 * down) * sky, (82 + 40 * down) * sky]
        paint(color, x0 + x, y0 + y, scale(curtained ? mix(glass, curtain, 0.5) : glass, shade))
        if (lit) {
          const ceiling = 1.08 - 0.45 * down
          paint(light, x0 + x, y0 + y, scale(lamp, strength * ceiling * (curtained ? 0.5 : 1)))
        }
      }
    }
  if (glazed) return
  for (let x = left - 2; x < right + 2; x++) {
    paint(color, x0 + x, y0 + bottom, SILL)
    paint(color, x0 + x, y0 + bottom + 1, [150, 148, 144])
    paint(color, x0 + x, y0 + top - 1, [170, 168, 164])
  }
  if (look.units && random() < 0.5 && bottom < 50)
    for (let y = 51; y < 60; y++)
      for (let x = right - 14; x < right; x++) paint(color, x0 + x, y0 + y, y % 2 === 0 ? GRILLE : scale(GRILLE, 0.78))
}

function paint({ rgb }: Picture, x: number, y: number, [r, g, b]: Rgb): void {
  if (x < 0 || y < 0 || x >= SIZE || y >= SIZE) return
  const at = (y * SIZE + x) * 3
  rgb[at] = Math.min(255, Math.round(r))
  rgb[at + 1] = Math.min(255, Math.round(g))
  rgb[at + 2] = Math.min(255, Math.round(b))
}

const scale = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by]
const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]
