import type { Ground } from '../../cim/ground.ts'

/**
 * The ground is drawn in sheets, each some centimetres above the one below: far enough apart that nothing flickers
 * from a flight's height, too near together to be seen as steps.
 */
export const sheets = {
  plain: { y: -0.6, color: '#7f7d76' },
  plaza: { y: 0, color: '#a29b8e' },
  farmland: { y: 0.04, color: '#7f8266' },
  grass: { y: 0.08, color: '#757f66' },
  pavement: { y: 0.12, color: '#a8a196' },
  path: { y: 0.16, color: '#b0a48f' },
  water: { y: 0.18, color: '#5a727c' },
  parking: { y: 0.18, color: '#7d7f80' },
  playground: { y: 0.2, color: '#b08a6a' },
  sport: { y: 0.2, color: '#96675a' },
  lane: { y: 0.22, color: '#86868a' },
  road: { y: 0.26, color: '#66696d' },
  hill: { y: 0, color: '#6a725c' },
  marking: { y: 0.32, color: '#d4d2c8' },
} as const satisfies Record<Ground['kind'] | string, { y: number; color: string }>

export type Sheet = keyof typeof sheets

export const WATER = 'water'
