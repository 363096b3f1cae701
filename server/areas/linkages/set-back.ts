import { toAnkanError } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Draft } from '#shared/world/event.ts'
import { isOpen, type LinkageRun, linkageSetBack, type RunStep, type StepBack } from '#shared/world/linkage-runs.ts'
import type { World } from '#shared/world/world.ts'
import { askOrder, newOrder, type OrderDeps } from '../orders/ask-order.ts'

export interface SetBack {
  drafts: Draft[]
  told: number
  waiting: number
  refused: number
}

/** Sets back what linkages did for an alarm, the last first. What is dangerous waits for a second person, as ever. */
export function setBack(world: World, alarm: string, duty: string, deps: OrderDeps, note?: string): SetBack {
  const result: SetBack = { drafts: [], told: 0, waiting: 0, refused: 0 }
  const orders: Draft[] = []
  const seen = new Set<string>()
  const parts = [...world.linkageRuns.where('alarm', alarm)]
    .flatMap((id) => world.linkageRuns.get(id) ?? [])
    .filter(({ place }) => isWithin(place, duty))
  for (const part of parts.reverse()) {
    const steps: { step: number; back: StepBack }[] = []
    for (const [step, one] of [...part.steps.entries()].reverse()) {
      const command = counterpart(world, one, deps)
      if (command === undefined || seen.has(`${one.device} ${command}`)) continue
      seen.add(`${one.device} ${command}`)
      const { back, draft } = backOf(world, one, command, deps, note)
      if (draft) orders.push(draft)
      result[back.state === 'given' ? 'told' : back.state === 'asked' ? 'waiting' : 'refused']++
      steps.push({ step, back })
    }
    if (steps.length > 0) result.drafts.push(linkageSetBack(part.place, { part: part.part, steps }))
  }
  result.drafts.push(...orders)
  return result
}

/** The command that sets a step back, where there is one and it is not set back already. */
function counterpart(world: World, step: RunStep, { kinds }: OrderDeps): string | undefined {
  if (step.state !== 'done' && step.state !== 'unanswered') return undefined
  if (step.back && (isOpen(step.back) || step.back.state === 'done')) return undefined
  const kind = kinds.get(world.devices.get(step.device ?? '')?.kind ?? '')
  return kind?.commands[step.command]?.undo
}

function backOf(
  world: World,
  { device: id }: LinkageRun['steps'][number],
  command: string,
  deps: OrderDeps,
  note: string | undefined,
): { back: StepBack; draft?: Draft } {
  const device = world.devices.get(id ?? '')
  if (!device) return { back: { command, state: 'refused', why: 'device.unknown' } }
  const order = newOrder()
  try {
    const { draft, needsAnother } = askOrder(world, { order, device, command, input: {}, note }, deps)
    return { back: { command, order, state: needsAnother ? 'asked' : 'given' }, draft }
  } catch (error) {
    return { back: { command, state: 'refused', why: toAnkanError(error).code } }
  }
}
