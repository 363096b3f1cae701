import { listLayouts, MOST_LAYOUTS, removeLayout, saveLayout } from '#shared/contract/layouts.ts'
import { refuse } from '#shared/errors.ts'
import type { Actor } from '#shared/world/event.ts'
import { type Layout, layoutId, layoutRemoved, layoutSaved } from '#shared/world/layouts.ts'
import type { World } from '#shared/world/world.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'

export function layoutCalls(log: EventLog, root: string): Served[] {
  return [
    answer(listLayouts, ({ screen }, { by }) => ({
      layouts: layoutsOf(log.told, personOf(by))
        .filter((layout) => layout.screen === screen)
        .map(({ name, arrangement, changedAt }) => ({ name, arrangement, changedAt })),
    })),
    answer(saveLayout, async (entry, { by }) => {
      const account = personOf(by)
      await log.append((world) => {
        // The one in use has no name, and always has room.
        const others = layoutsOf(world, account).filter(
          ({ screen, name }) => screen === entry.screen && name !== entry.name && name !== '',
        )
        if (entry.name !== '' && others.length >= MOST_LAYOUTS)
          refuse('layout.too-many', { most: MOST_LAYOUTS }, 'remove one first')
        return [layoutSaved(root, { account, ...entry })]
      }, by)
      return {}
    }),
    answer(removeLayout, async (key, { by }) => {
      const own = { account: personOf(by), ...key }
      await log.append((world) => {
        if (!world.layouts.has(layoutId(own))) refuse('layout.unknown', { name: key.name }, 'no such arrangement')
        return [layoutRemoved(root, own)]
      }, by)
      return {}
    }),
  ]
}

/** What goes with an account that is removed. */
export function forgottenLayouts(world: World, account: string, root: string) {
  return layoutsOf(world, account).map(({ screen, name }) => layoutRemoved(root, { account, screen, name }))
}

function layoutsOf(world: World, account: string): Layout[] {
  return [...world.layouts.where('account', account)].flatMap((id) => world.layouts.get(id) ?? [])
}

/** Devices sign in too, and have no screens. */
function personOf({ kind, id }: Actor): string {
  return kind === 'user' ? id : refuse('access.denied', {}, 'a person arranges screens')
}
