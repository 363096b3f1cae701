import { expect, test } from 'vitest'
import { isPosition, Position } from './position.ts'

test('it is told as the schema tells it', () => {
  const here = { lon: 114, lat: 22, height: 3 }
  const said = [
    here,
    { ...here, lon: -180 },
    { ...here, lon: 180.1 },
    { ...here, lat: Number.NaN },
    { ...here, lat: '22' },
    { ...here, height: 1e6 },
    { lon: 114, lat: 22 },
    {},
    null,
    undefined,
  ]
  for (const one of said) expect(isPosition(one as Position)).toBe(Position.safeParse(one).success)
})
