import type { Draft, Event } from '#shared/world/event.ts'
import { isOpen, type LinkageRun, linkageAnswered, type RunStep, type StepState } from '#shared/world/linkage-runs.ts'
import { type Order, orderAgreed, orderEnded } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'

/** Which step of which run an order belongs to. */
interface Belongs {
  part: string
  step: number
  back?: true
}

type Outcome = Belongs & { state: StepState; reason?: string }

/** What came of the orders that linkages gave. */
export class Outcomes {
  private readonly byOrder = new Map<string, Belongs>()

  /** A run as it is now: its orders are listened to. */
  learn(run: LinkageRun): void {
    for (const [step, { order, back }] of run.steps.entries()) {
      if (order !== undefined) this.byOrder.set(order, { part: run.part, step })
      if (back?.order !== undefined) this.byOrder.set(back.order, { part: run.part, step, back: true })
    }
  }

  forget(world: World): void {
    for (const [order, { part }] of this.byOrder) if (!world.linkageRuns.has(part)) this.byOrder.delete(order)
  }

  /** What an event says of an order of a linkage. */
  of({ type, data }: Event): Outcome | undefined {
    if (type !== orderEnded.type && type !== orderAgreed.type) return undefined
    const { order, as, reason } = data as { order: string; as?: StepState; reason?: string }
    const belongs = this.byOrder.get(order)
    return belongs && { ...belongs, state: as ?? 'given', ...(reason === undefined ? {} : { reason }) }
  }
}

/** What is not known yet of runs, by what is known of their orders: after a restart, or when the disk is back. */
export function overdue(world: World): Outcome[] {
  const found: Outcome[] = []
  const look = (step: Pick<RunStep, 'state' | 'order'>, belongs: Belongs) => {
    if (!isOpen(step)) return
    const order: Order | undefined = world.orders.get(step.order ?? '')
    // Another one of its sort has taken its place: nobody will say any more what came of it.
    const state = order?.state ?? 'unanswered'
    const { reason } = order ?? {}
    if (state !== step.state) found.push({ ...belongs, state, ...(reason === undefined ? {} : { reason }) })
  }
  for (const { part, steps } of world.linkageRuns.values())
    for (const [step, one] of steps.entries()) {
      look(one, { part, step })
      if (one.back) look(one.back, { part, step, back: true })
    }
  return found
}

/** Said once for each part, however many answered together. */
export function answers(world: World, outcomes: readonly Outcome[]): Draft[] {
  const byPart = new Map<string, Omit<Outcome, 'part'>[]>()
  for (const { part, ...outcome } of outcomes) {
    const all = byPart.get(part)
    if (all) all.push(outcome)
    else byPart.set(part, [outcome])
  }
  return [...byPart].flatMap(([part, all]) => {
    const place = world.linkageRuns.get(part)?.place
    return place === undefined ? [] : [linkageAnswered(place, { part, outcomes: all })]
  })
}
