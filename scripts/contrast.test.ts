import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gradeLooks } from '../desktop/renderer/theme/grades.ts'

const css = readFileSync(join(import.meta.dirname, '../desktop/renderer/theme/tokens.css'), 'utf8')
const [dark = '', light = ''] = css.split(':root[data-theme="light"]')
const colorsOf = (text: string) =>
  [...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color] as const)
const themes = { dark: new Map(colorsOf(dark)), light: new Map([...colorsOf(dark), ...colorsOf(light)]) }
type Theme = keyof typeof themes
const THEMES: readonly Theme[] = ['dark', 'light']

const GROUNDS = ['ground', 'surface', 'raised'] as const
const TEXTS = ['text', 'text-dim', 'text-faint'] as const
const SIGNS = ['grade-1', 'grade-2', 'grade-3', 'grade-4', 'ok', 'lost', 'catching', 'focus'] as const

function token(theme: Theme, name: string): string {
  const color = themes[theme].get(name)
  if (!color) throw new Error(`tokens.css has no --${name}`)
  return color
}

/** WCAG 2: how much brighter one is than the other. */
function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    return linear(Number.parseInt(color.slice(at, at + 2), 16) / 255)
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(part: number): number {
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

const pairs = (names: readonly string[]) =>
  THEMES.flatMap((theme) => GROUNDS.flatMap((ground) => names.map((name) => [name, ground, theme] as const)))

test.each(pairs(TEXTS))('text is read by everybody: %s on %s, %s', (text, ground, theme) =>
  expect(contrast(token(theme, text), token(theme, ground))).toBeGreaterThanOrEqual(4.5),
)

test.each(pairs(SIGNS))('signs stand out, and may be words: %s on %s, %s', (sign, ground, theme) =>
  expect(contrast(token(theme, sign), token(theme, ground))).toBeGreaterThanOrEqual(4.5),
)

const CURVES = Array.from({ length: 8 }, (_, i) => `curve-${i + 1}`)

test.each(pairs(CURVES))('a curve and its name stand out: %s on %s, %s', (curve, ground, theme) =>
  expect(contrast(token(theme, curve), token(theme, ground))).toBeGreaterThanOrEqual(4.5),
)

/** How the three kinds of colour blindness see light (Machado, Oliveira and Fernandes 2009, complete). */
type Blindness = 'none' | 'red' | 'green' | 'blue'
const BLINDNESS: Record<Blindness, readonly (readonly number[])[]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  red: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  green: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  blue: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIELAB of a colour as it is seen. */
function lab(color: string, blindness: Blindness): number[] {
  const light = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  const seen = BLINDNESS[blindness].map((row) => row.reduce((sum, part, i) => sum + part * (light[i] as number), 0))
  const [r = 0, g = 0, b = 0] = seen.map((part) => Math.min(1, Math.max(0, part)))
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116)) as [number, number, number]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Of those drawn with the same stroke, which are too much alike. */
function alike(theme: Theme, blindness: Blindness): string[] {
  return [CURVES.slice(0, 4), CURVES.slice(4)].flatMap((group) =>
    group.flatMap((one, i) =>
      group.slice(i + 1).flatMap((other) => {
        const [a, b] = [lab(token(theme, one), blindness), lab(token(theme, other), blindness)]
        const apart = Math.hypot(...a.map((part, n) => part - (b[n] as number)))
        return apart < 12 ? [`${one} ${other} ${apart.toFixed(1)}`] : []
      }),
    ),
  )
}

test.each(THEMES.flatMap((theme) => (Object.keys(BLINDNESS) as Blindness[]).map((one) => [theme, one] as const)))(
  'curves of one stroke are told apart: %s, blind to %s',
  (theme, blindness) => expect(alike(theme, blindness)).toEqual([]),
)

test('each theme has its own grounds', () => {
  expect(token('light', 'ground')).not.toBe(token('dark', 'ground'))
})

test('a grade has one colour, in style sheets and in pictures', () => {
  for (const [grade, { color }] of Object.entries(gradeLooks)) expect(token('dark', `grade-${grade}`)).toBe(color)
})
