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
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
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

test('each theme has its own grounds', () => {
  expect(token('light', 'ground')).not.toBe(token('dark', 'ground'))
})

test('a grade has one colour, in style sheets and in pictures', () => {
  for (const [grade, { color }] of Object.entries(gradeLooks)) expect(token('dark', `grade-${grade}`)).toBe(color)
})
