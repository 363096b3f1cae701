import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBeidou } from './beidou.ts'
import { decodeBeidouHeight, encodeBeidouHeight, joinBeidou, splitBeidou } from './beidou-height.ts'

const level = fc.integer({ min: 1, max: 10 })
const height = fc.oneof(
  fc.double({ min: -12_000, max: 60_000, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
)

test('known heights', () => {
  expect(encodeBeidouHeight(8848.86, 10)).toBe('000004801646')
  expect(encodeBeidouHeight(50, 10)).toBe('000000006414')
  expect(encodeBeidouHeight(0, 10)).toBe('000000000000')
  expect(encodeBeidouHeight(-0.001, 10)).toBe('100000000001')
  expect(encodeBeidouHeight(50, 7)).toBe('000000006')
})

test('the digits are the sign and 31 bits of the shell number', () => {
  const shell = Math.floor((7_372_800 * Math.log(1 + 8848.86 / 6_378_137)) / Math.log(1 + Math.PI / 180))
  const bits = shell.toString(2).padStart(31, '0')
  const cuts = [6, 3, 1, 4, 4, 1, 3, 3, 3, 3]
  const from = cuts.map((_, i) => cuts.slice(0, i).reduce((sum, size) => sum + size, 0))
  const parts = cuts.map((size, i) => Number.parseInt(bits.slice(from[i], (from[i] ?? 0) + size), 2))
  const digits = parts.map((part, i) => (i === 0 ? String(part).padStart(2, '0') : part.toString(16).toUpperCase()))
  expect(encodeBeidouHeight(8848.86, 10)).toBe(`0${digits.join('')}`)
})

test('shells grow with the height; the smallest are 1.5 cm at the ground', () => {
  const thickness = (at: number, n: number) => {
    const { bottom, top } = decodeBeidouHeight(encodeBeidouHeight(at, n))
    return top - bottom
  }
  expect(thickness(0, 10)).toBeCloseTo(0.014968, 5)
  expect(thickness(0, 7)).toBeCloseTo(7.664, 3)
  expect(thickness(6_378_137, 10) / thickness(0, 10)).toBeCloseTo(2, 3)
})

test('a shell holds its height, at every level, and shells nest', () => {
  fc.assert(
    fc.property(height, level, level, (h, a, b) => {
      const [large, small] = [Math.min(a, b), Math.max(a, b)]
      const [outer, inner] = [encodeBeidouHeight(h, large), encodeBeidouHeight(h, small)]
      expect(inner.startsWith(outer)).toBe(true)
      const [shell, part] = [decodeBeidouHeight(outer), decodeBeidouHeight(inner)]
      expect([shell.level, part.level]).toEqual([large, small])
      const hair = 1e-7
      expect(h >= part.bottom - hair && h < part.top + hair).toBe(true)
      expect(part.bottom >= shell.bottom && part.top <= shell.top).toBe(true)
      // From the ground up, a shell owns its bottom; no gap is left below.
      expect(encodeBeidouHeight(part.bottom, small)).toBe(inner)
      expect(decodeBeidouHeight(encodeBeidouHeight(part.bottom - 1e-4, small)).top).toBeCloseTo(part.bottom, 6)
    }),
    { numRuns: 3000, seed: 5 },
  )
})

test('interleaved with the plane code, 32 characters, and apart again', () => {
  const code = encodeBeidou({ lon: 86.9, lat: 27.9 }, 10)
  const joined = joinBeidou(code, encodeBeidouHeight(8848.86, 10))
  expect(code).toBe('N45G5759400000000000')
  expect(joined).toBe('N045G005705094400800001006004006')
  expect(splitBeidou(joined)).toEqual({ code, height: '000004801646' })
  fc.assert(
    fc.property(height, level, (h, n) => {
      const parts = { code: encodeBeidou({ lon: -70.5, lat: -33.4 }, n), height: encodeBeidouHeight(h, n) }
      expect(splitBeidou(joinBeidou(parts.code, parts.height))).toEqual(parts)
    }),
    { seed: 6 },
  )
  expect(() => joinBeidou('N45G', '000004801646')).toThrow('same level')
  expect(() => splitBeidou('N45G')).toThrow('three dimensions')
})

test('what is no height code is refused', () => {
  for (const wrong of ['', '0', '2000', '064', '0008', '00002', '1000000000000', '100000000000', '00000000x'])
    expect(() => decodeBeidouHeight(wrong), wrong).toThrow('no Beidou height code')
  for (const h of [Number.NaN, -6_378_137, Number.POSITIVE_INFINITY]) expect(() => encodeBeidouHeight(h, 3)).toThrow()
  expect(() => encodeBeidouHeight(0, 11)).toThrow('level')
})
