import { Color } from 'three'
import type { Room } from '#tiles/cim/interior.ts'

/** What one walks on tells what a room is for: homes warm, ways light, what goes up and down blue, machines dark. */
const FLOORS: Record<Room['use'], string> = {
  home: '#aea496',
  corridor: '#d3d1cb',
  lobby: '#cdc9c0',
  stairs: '#7f95a8',
  elevator: '#6d8498',
  ramp: '#808d98',
  shaft: '#4e565f',
  machine: '#5f6870',
  store: '#8a857c',
  parking: '#74797e',
  shop: '#bcae97',
  class: '#bfb397',
  office: '#b2b3ae',
  hall: '#bfb6a4',
  ward: '#b1c3bd',
  toilet: '#93a9ae',
}
const PLAIN = '#8b8983'

/** Red, green, blue of a floor, linear. */
export function floorColor(use: string): Color {
  return new Color(FLOORS[use as Room['use']] ?? PLAIN)
}

export const WALL = new Color('#d9d4ca')
export const INNER_WALL = new Color('#e3dfd7')
/** The cut through a wall, as a drawing has it. */
export const CUT_FACE = new Color('#2b323a')
export const SLAB = new Color('#aba69c')
export const GLASS = new Color('#9fb9c6')
export const EXIT = new Color('#5fae86')
export const SIGN = new Color('#35506b')
export const NEIGHBOUR = new Color('#2c343d')
