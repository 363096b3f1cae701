import { expect, test } from 'vitest'
import { lightOf } from './ambience.ts'
import { backdropOf, cssOf, glowOnScreen } from './backdrop.ts'
import { CLEAR } from './weather.ts'

const HEIGHT = 900
const light = lightOf({ azimuth: 270, elevation: 5 }, 17.5, CLEAR)
const rows = (pitch: number) => backdropOf(light, { pitch }, HEIGHT).sky.map(([, row]) => row + 0)
const horizonAt = (pitch: number) => rows(pitch)[2] as number
const pose = (heading: number, pitch: number) => ({ target: { east: 0, north: 0, up: 0 }, heading, pitch, range: 500 })

test('the horizon is where the pitch puts it', () => {
  expect(horizonAt(0)).toBe(450)
  // Half the angle of the lens.
  expect(horizonAt(-20)).toBe(0)
  expect(horizonAt(20)).toBe(900)
  expect(horizonAt(-38)).toBeLessThan(0)
  expect(horizonAt(-90)).toBeLessThan(-5000)
})

test('colours follow one another from top to bottom at every pitch', () => {
  for (let pitch = -90; pitch <= 60; pitch += 2.5) {
    const found = rows(pitch)
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(found.every(Number.isFinite)).toBe(true)
  }
})

test('its colours are those of the light, and the fog meets them', () => {
  const { top, middle, horizon, below } = light.backdrop
  expect(cssOf(backdropOf(light, { pitch: -12 }, HEIGHT))).toMatch(
    `linear-gradient(${top} -830px, ${middle} -25px, ${horizon} 187px, ${below} 342px)`,
  )
})

test('the sun shines where it stands, and only when one looks its way', () => {
  const seen = glowOnScreen(light, pose(270, 0), 1600, HEIGHT)
  expect(seen?.x).toBeCloseTo(800, 0)
  expect(seen?.y).toBeCloseTo(450 - (450 / Math.tan((20 * Math.PI) / 180)) * Math.tan((5 * Math.PI) / 180), 0)
  expect(glowOnScreen(light, pose(90, 0), 1600, HEIGHT)).toBeUndefined()
  expect(glowOnScreen(light, pose(270, -80), 1600, HEIGHT)).toBeUndefined()
  expect(cssOf(backdropOf(light, pose(270, 0), HEIGHT, seen))).toMatch(
    /^radial-gradient\(circle \d+px at 800px 342px, rgb\(/,
  )
})
