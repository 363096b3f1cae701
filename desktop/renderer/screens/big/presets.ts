import type { ArrangedScreen } from '#shared/world/layouts.ts'
import type { Arrangement, Part } from '../dock/arrangement.ts'
import type { Wall } from '../dock/wall.ts'

const stack = (share: number, ...panels: string[]): Part => ({ share, panels })
const column = (share: number, ...parts: Part[]): Part => ({ share, parts })
const row = (...parts: Part[]): Arrangement => ({ share: 1, parts })

const HOW_IT_STANDS = (share: number) => column(share, stack(68, 'maps'), stack(32, 'attention'))
const WHAT_HAPPENS = (share: number) =>
  column(share, stack(54, 'board'), stack(20, 'alarm-trend'), stack(26, 'helpers'))
const THE_PLACE = (share: number) => column(share, stack(78, 'scene'), stack(22, 'cameras'))

export const bigPresets = {
  wide: row(HOW_IT_STANDS(23), THE_PLACE(53), WHAT_HAPPENS(24)),
  ultra: row(
    stack(15, 'maps'),
    column(12, stack(50, 'attention'), stack(50, 'alarm-trend')),
    stack(46, 'scene'),
    stack(14, 'board'),
    column(13, stack(50, 'helpers'), stack(50, 'cameras')),
  ),
  tall: row(
    column(
      1,
      stack(50, 'scene'),
      column(28, stack(58, 'board'), column(42, stack(50, 'alarm-trend'), stack(50, 'helpers'))),
      column(22, stack(60, 'maps'), stack(40, 'attention')),
    ),
  ),
} satisfies Record<string, Arrangement>

export type BigPreset = keyof typeof bigPresets

/** Each form of a wall is arranged for itself. */
export const keptAs = { wide: 'big', ultra: 'big-ultra', tall: 'big-tall' } satisfies Record<BigPreset, ArrangedScreen>

/** What fits a window of this shape. */
export function presetFor({ width, height }: { width: number; height: number }): BigPreset {
  const shape = width / Math.max(1, height)
  if (shape > 2.6) return 'ultra'
  return shape < 1 ? 'tall' : 'wide'
}

/** The place on the outputs in the middle, and beside it, each on outputs of its own, how it stands and what happens. */
export function presetOf(wall: Wall): Arrangement {
  const { columns } = wall
  if (columns >= 5)
    return {
      ...row(
        stack(1, 'maps'),
        column(1, stack(50, 'attention'), stack(50, 'alarm-trend')),
        stack(columns - 4, 'scene'),
        stack(1, 'board'),
        column(1, stack(50, 'helpers'), stack(50, 'cameras')),
      ),
      wall,
    }
  // What is read stands on whole outputs, one over the other too.
  if (columns >= 3 && wall.rows > 1)
    return {
      ...row(
        column(1, stack(50, 'maps'), stack(50, 'attention')),
        stack(columns - 2, 'scene'),
        column(1, stack(50, 'board'), { share: 50, parts: [stack(50, 'alarm-trend'), stack(50, 'helpers')] }),
      ),
      wall,
    }
  if (columns >= 3) return { ...row(HOW_IT_STANDS(1), THE_PLACE(columns - 2), WHAT_HAPPENS(1)), wall }
  if (columns === 2) return { ...row(stack(1, 'scene'), column(1, stack(50, 'board'), stack(50, 'maps'))), wall }
  const below = row(stack(1, 'board'), stack(1, 'maps'), stack(1, 'helpers'))
  return { ...row(column(1, stack(Math.max(1, wall.rows - 1), 'scene'), { ...below, share: 1 })), wall }
}
