import type { Roof } from '../../cim/buildings.ts'
import { asNumber, type Fields } from './fields.ts'

/** OpenStreetMap's words, CityGML's codes, the Dutch register's. */
const kinds: Record<string, Roof['kind']> = {
  flat: 'flat',
  horizontal: 'flat',
  1000: 'flat',
  gabled: 'gable',
  gable: 'gable',
  saltbox: 'gable',
  gambrel: 'gable',
  1030: 'gable',
  hipped: 'hip',
  hip: 'hip',
  'half-hipped': 'hip',
  pyramidal: 'hip',
  mansard: 'hip',
  1040: 'hip',
  1050: 'hip',
  1070: 'hip',
  平屋顶: 'flat',
  平顶: 'flat',
  坡屋顶: 'gable',
  坡顶: 'gable',
}

const kindKeys = ['roofshape', 'rooftype', 'b3daktype', 'daktype', '屋顶形式']
const heightKeys = ['roofheight']

/** Nobody measured it: as high as most are. */
const USUAL = 2.5

export function roofOf(fields: Fields): Roof | undefined {
  const kind = kinds[fields.text(40, kindKeys)?.toLowerCase() ?? '']
  if (kind === undefined) return undefined
  if (kind === 'flat') return { kind, height: 0 }
  const height = asNumber(fields.get(heightKeys))
  return { kind, height: height !== undefined && height > 0 && height <= 20 ? height : USUAL }
}
