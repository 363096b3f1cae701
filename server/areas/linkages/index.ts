import { defaultLinkages } from '#models/linkage/defaults.ts'
import type { KnownLinkage } from '#models/linkage/in-force.ts'
import {
  listLinkages,
  resetLinkage,
  reviewLinkage,
  saveLinkage,
  setLinkageBack,
  setLinkageMode,
  tryLinkage,
} from '#shared/contract/linkages.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { isOpen, type LinkageRun } from '#shared/world/linkage-runs.ts'
import { linkageModeSet, linkageSet, linkageUnset } from '#shared/world/linkages.ts'
import type { World } from '#shared/world/world.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'
import { checkLinkage } from './check-linkage.ts'
import type { LinkagesAtWork } from './linkages-at-work.ts'
import { setBack } from './set-back.ts'
import { occasionAt, preview, review } from './trying.ts'

/** Each alarm is held against all of them, and somebody has to keep them in mind. */
const MOST = 100

interface Deps {
  log: EventLog
  storage: Storage
  atWork: LinkagesAtWork
  rules(): ReadonlyMap<string, unknown>
  root: string
}

export function linkageCalls({ log, storage, atWork, rules, root }: Deps): Served[] {
  const { kinds, clock, listens, plan } = atWork.run
  const known = (world: World) => ({ kinds, rules: rules(), world })
  return [
    answer(listLinkages, (_, { duty }) => ({
      linkages: [...atWork.linkages.values()].map((linkage) => {
        const last = lastRun(log.told, linkage.linkage, duty)
        return { ...linkage, isDefault: defaultLinkages.has(linkage.linkage), ...(last && { last }) }
      }),
    })),
    decide(saveLinkage, (world, { linkage, seen, note }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      checkSeen(world, linkage.linkage, seen)
      const before = nowOf(world, linkage.linkage)
      if (!before && world.linkages.size >= MOST) refuse('linkage.too-many', { most: MOST }, 'remove one first')
      checkLinkage(linkage, known(world))
      // Somebody answers for what is armed as it was then: what is changed is tried out first.
      const mode = before?.mode === 'off' ? 'off' : 'dry'
      return { drafts: [linkageSet(root, { ...linkage, mode, ...(note ? { note } : {}) })], output: { mode } }
    }),
    decide(setLinkageMode, (world, { linkage: id, mode, seen, note }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      checkSeen(world, id, seen)
      const { linkage, name, when, actions } =
        nowOf(world, id) ?? refuse('linkage.unknown', { linkage: id }, 'no such one')
      if (mode === 'armed') checkLinkage({ linkage, name, when, actions: withTargets(world, actions) }, known(world))
      return [linkageModeSet(root, { linkage, name, when, actions, mode, ...(note ? { note } : {}) })]
    }),
    decide(resetLinkage, (world, { linkage, seen, note }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      if (!world.linkages.has(linkage)) refuse('linkage.unknown', { linkage }, 'nobody has set it')
      checkSeen(world, linkage, seen)
      return [linkageUnset(root, { linkage, ...(note ? { note } : {}) })]
    }),
    decide(setLinkageBack, (world, { alarm, note }, { duty }) => {
      const { drafts, ...output } = setBack(world, alarm, duty, atWork.run, note)
      if (drafts.length === 0) refuse('linkage.nothing-back', { alarm }, 'nothing to set back')
      return { drafts, output }
    }),
    answer(tryLinkage, ({ linkage, at }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      checkLinkage({ ...linkage, actions: withTargets(log.told, linkage.actions) }, known(log.told))
      return preview(log.told, linkage, occasionAt(log.told, at), { plan, kinds, listens })
    }),
    answer(reviewLinkage, ({ linkage, from, to }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      return review({ log, storage, clock, linkage, from, to, duty, plan })
    }),
  ]
}

function nowOf(world: World, id: string): KnownLinkage | undefined {
  const fresh = defaultLinkages.get(id)
  return world.linkages.get(id) ?? (fresh && { ...fresh, mode: 'dry' })
}

/** A community without elevators has no use for one action of a linkage, and can arm it for the others. */
function withTargets<A extends { do: string; kinds?: string[] }>(world: World, actions: A[]): A[] {
  const there = new Set([...world.devices.values()].map(({ kind }) => kind))
  const useful = actions.filter(({ kinds }) => !kinds || kinds.some((kind) => there.has(kind)))
  return useful.length > 0 ? useful : actions
}

/** Two people at one linkage: the second is told, and does not undo the first without knowing. */
function checkSeen(world: World, linkage: string, seen: number): void {
  const { changedAt = 0, changedBy } = world.linkages.get(linkage) ?? {}
  if (seen !== changedAt)
    refuse(
      'linkage.changed',
      { by: changedBy?.name ?? changedBy?.id, at: changedAt },
      'somebody has changed it meanwhile',
    )
}

/** What came of it when it was called last, as far as the asker may see. */
function lastRun(world: World, linkage: string, duty: string) {
  const parts: LinkageRun[] = []
  for (const id of world.linkageRuns.where('linkage', linkage)) {
    const part = world.linkageRuns.get(id)
    if (part && isWithin(part.place, duty)) parts.push(part)
  }
  const last = parts.reduce<LinkageRun | undefined>(
    (newest, one) => (one.at >= (newest?.at ?? 0) ? one : newest),
    undefined,
  )
  if (!last) return undefined
  const steps = parts
    .filter(({ run }) => run === last.run)
    .flatMap((part) => part.steps.filter(({ device }) => device !== undefined))
  const count = (is: (step: (typeof steps)[number]) => boolean) => steps.filter(is).length
  const [done, open, wouldDo] = [count((s) => s.state === 'done'), count(isOpen), count((s) => s.state === 'would-do')]
  const { at, alarm, mode } = last
  return { at, alarm, mode, done, open, wouldDo, failed: steps.length - done - open - wouldDo }
}
