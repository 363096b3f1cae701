import type { Grade } from '#shared/world/alarm-record.ts'

/** One language of severity everywhere: each grade has its colour, its shape and its word. */
export interface GradeLook {
  color: string
  shape: 'triangle' | 'diamond' | 'square' | 'circle'
  /** The shape's outline in a box of 24 by 24. */
  path: string
}

export const gradeLooks: Record<Grade, GradeLook> = {
  1: { color: '#ff5d55', shape: 'triangle', path: 'M12 2 L23 21 L1 21 Z' },
  2: { color: '#ff9a3d', shape: 'diamond', path: 'M12 1 L23 12 L12 23 L1 12 Z' },
  3: { color: '#f2cf45', shape: 'square', path: 'M3 3 H21 V21 H3 Z' },
  4: { color: '#62aeff', shape: 'circle', path: 'M12 2 A10 10 0 1 1 11.99 2 Z' },
}
