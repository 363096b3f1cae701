import type { Storey } from './storeys.ts'

/** How the storeys of an opened building are laid out. */
export interface Arrangement {
  /** As built; pulled apart so that each is seen; or one alone. */
  mode: 'closed' | 'apart' | 'alone'
  /** The one that is alone. */
  floor?: number | undefined
  /** Walls of glass: what is inside is seen through them. */
  seeThrough: boolean
}

/** All that an arrangement decides, as numbers that can be moved from one to another. */
export interface Layout {
  /** Of each storey, metres above its true height. */
  lifts: number[]
  /** Of each storey, 0 to 1: what of it is there for who looks and points. */
  shown: number[]
  /** Of each storey, 0 to 1: what of it is drawn. The ground hides cellars, as it does outside. */
  drawn: number[]
  /** How high walls stand: 1 as built, less where one looks down upon rooms. */
  walls: number
  /** How far walls let through: 0 to 1. */
  clear: number
  /** How strongly what is around is seen: 0 to 1. */
  around: number
}

/** A cut at the height of a table shows doors and windows, and hides no room. */
const CUT = 0.42
/** Storeys come so many of their heights farther apart: few of them farther, many less far. */
const [WIDE, TIGHT] = [2.6, 2]
const [FEW, MANY] = [4, 18]
const CLEAR_OF_GROUND = 0.4

export function layoutOf({ mode, floor, seeThrough }: Arrangement, storeys: readonly Storey[]): Layout {
  const alone = mode === 'alone' && storeys.some((storey) => storey.floor === floor)
  const cellar = alone && floor !== undefined && floor < 0
  return {
    lifts: mode === 'apart' ? spread(storeys) : storeys.map(() => 0),
    shown: storeys.map((storey) => (alone && storey.floor !== floor ? 0 : 1)),
    drawn: storeys.map((storey) =>
      alone ? Number(storey.floor === floor) : Number(mode === 'apart' || seeThrough || storey.floor > 0),
    ),
    walls: mode === 'closed' || seeThrough ? 1 : CUT,
    clear: seeThrough ? 1 : 0,
    around: cellar ? 0.3 : alone ? 0.75 : 1,
  }
}

/** The lowest comes to stand on the ground, so no storey is under it. */
function spread(storeys: readonly Storey[]): number[] {
  const share = Math.min(1, Math.max(0, (storeys.length - FEW) / (MANY - FEW)))
  const gap = WIDE + (TIGHT - WIDE) * share
  const sunk = storeys[0]?.level ?? 0
  let raised = sunk < 0 ? CLEAR_OF_GROUND - sunk : 0
  return storeys.map((_, i) => {
    if (i > 0) raised += (storeys[i - 1] as Storey).height * gap
    return raised
  })
}
