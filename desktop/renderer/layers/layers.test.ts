import { expect, test } from 'vitest'
import { thematicMaps } from '../store/maps/index.ts'
import { layers } from './index.ts'

test('every layer that a thematic map brings along is there', () => {
  for (const { id, layers: wanted } of thematicMaps.all)
    for (const layer of wanted) expect(layers.has(layer), `${id}: ${layer}`).toBe(true)
})
