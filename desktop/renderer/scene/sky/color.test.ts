import { expect, test } from 'vitest'
import { beforeToneMapping, css, linear } from './color.ts'
import type { Rgb } from './light.ts'

/** As in the specification, up to where it begins to compress. */
function neutral(color: Rgb): Rgb {
  const x = Math.min(...color)
  const offset = x < 0.08 ? x - 6.25 * x * x : 0.04
  return [color[0] - offset, color[1] - offset, color[2] - offset]
}

test('a colour comes back from its linear parts', () => {
  expect(css(linear('#1e2937'))).toBe('rgb(30 41 55)')
  expect(css(linear('#ffffff'), 0.5)).toBe('rgb(255 255 255 / 0.5)')
})

test('what is mixed in before the tone mapping comes out as what is painted', () => {
  for (const hex of ['#05070a', '#1e2937', '#8f9ca6', '#bda58e']) {
    const shown = linear(hex)
    const out = neutral(beforeToneMapping(shown))
    for (const i of [0, 1, 2] as const) expect(out[i]).toBeCloseTo(shown[i], 6)
  }
})
