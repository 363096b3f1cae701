import { z } from 'zod'
import { ArrangedScreen, Arrangement, LayoutName } from '../world/layouts.ts'
import { command, query } from './call.ts'

/** So many of one screen one account may keep by name. */
export const MOST_LAYOUTS = 20

export const listLayouts = query('layout:list', {
  input: z.strictObject({ screen: ArrangedScreen }),
  output: z.object({
    layouts: z.array(
      z.object({ name: z.string(), arrangement: z.record(z.string(), z.unknown()), changedAt: z.number() }),
    ),
  }),
  may: 'signed-in',
  byItself: true,
  help: 'How the own account has arranged a screen: the arrangement in use, which has no name, and those kept by name.',
})

export const saveLayout = command('layout:save', {
  input: z.strictObject({ screen: ArrangedScreen, name: LayoutName, arrangement: Arrangement }),
  may: 'signed-in',
  help: 'Keep how a screen is arranged, under a name, or with an empty one as the arrangement in use.',
})

export const removeLayout = command('layout:remove', {
  input: z.strictObject({ screen: ArrangedScreen, name: LayoutName }),
  may: 'signed-in',
  help: 'Forget an arrangement.',
})
