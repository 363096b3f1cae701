import type { PlaceLevel } from '#shared/place/path.ts'
import type { CalledCamera } from '#shared/world/linkage-runs.ts'
import type { CallCameras, GiveOrders, Linkage, LinkageAction } from '#shared/world/linkages.ts'
import { around, bestCameras, type Spot } from '../near.ts'
import type { Neighbour, Surroundings } from './surroundings.ts'

/** Where an alarm is, and on which device it hangs. */
export interface Occasion extends Spot {
  /** Absent: it is only tried for a place. */
  device?: string | undefined
}

export interface PlannedStep {
  action: number
  /** Absent: there is none of these kinds there. */
  device?: string
  /** What it would have been. */
  kind?: string
  command: string
  input: Record<string, number>
  authorised?: boolean
}

export interface Plan {
  steps: PlannedStep[]
  cameras: CalledCamera[]
}

export interface PlanDeps {
  devices: Surroundings
  /** The kinds of cameras. */
  looking: readonly string[]
  /** Whether a place is on a way out of its building. */
  isWayOut(place: string): boolean
}

/** What a linkage does for an alarm: which cameras, and which devices are told what, in order. Nobody is told yet. */
export function planFor({ actions }: Pick<Linkage, 'actions'>, occasion: Occasion, deps: PlanDeps): Plan {
  const plan: Plan = { steps: [], cameras: [] }
  for (const [n, action] of actions.entries()) doing[action.do](action as never, n, occasion, deps, plan)
  return plan
}

type Doing<A> = (action: A, n: number, occasion: Occasion, deps: PlanDeps, plan: Plan) => void

/** What each form of action comes to. */
const doing: { [D in LinkageAction['do']]: Doing<Extract<LinkageAction, { do: D }>> } = {
  cameras: (action, _, occasion, deps, plan) => {
    const known = new Set(plan.cameras.map(({ device }) => device))
    plan.cameras.push(...callCameras(action, occasion, deps).filter(({ device }) => !known.has(device)))
  },
  order: (action, n, occasion, deps, plan) => {
    const { command, input, authorised } = action
    const told = { action: n, command, input, ...(authorised && { authorised }) }
    const targets = targetsOf(action, occasion, deps)
    if (targets.length === 0) plan.steps.push({ ...told, kind: action.kinds[0] as string })
    // What an action before tells it already need not be told twice.
    const isTold = (device: string) => plan.steps.some((step) => step.device === device && step.command === command)
    for (const device of targets) if (!isTold(device)) plan.steps.push({ ...told, device })
  },
}

function callCameras({ most, metres }: CallCameras, spot: Spot, { devices, looking }: PlanDeps): CalledCamera[] {
  const cameras = looking.flatMap((kind) => [...devices.near(kind, spot.position, metres)])
  return bestCameras(spot, cameras, most, metres).map(({ one, metres: away, sees }) => ({
    device: one.device,
    metres: Math.round(away),
    sees,
  }))
}

const LEVELS: Partial<Record<GiveOrders['where'], PlaceLevel>> = {
  room: 'room',
  floor: 'floor',
  building: 'building',
  escape: 'building',
  zone: 'zone',
  community: 'community',
}

/** The devices that are told, the nearest first. */
function targetsOf({ kinds, where, metres = 0, most }: GiveOrders, occasion: Occasion, deps: PlanDeps): string[] {
  const found = new Map<string, Neighbour>()
  for (const kind of new Set(kinds))
    for (const one of ofKind(kind, where, metres, occasion, deps)) found.set(one.device, one)
  return around(occasion, found.values(), (one) => one, where === 'near' ? metres : undefined)
    .sort((a, b) => a.metres - b.metres || height(a.one, occasion) - height(b.one, occasion) || byId(a.one, b.one))
    .slice(0, most)
    .map(({ one }) => one.device)
}

function* ofKind(
  kind: string,
  where: GiveOrders['where'],
  metres: number,
  { place, position, device }: Occasion,
  { devices, isWayOut }: PlanDeps,
): Iterable<Neighbour> {
  const level = LEVELS[where]
  if (where === 'near') yield* devices.near(kind, position, metres)
  else if (level === undefined) {
    const own = device === undefined ? undefined : devices.get(device)
    if (own?.kind === kind) yield own
  } else for (const one of devices.within(kind, place, level)) if (where !== 'escape' || isWayOut(one.place)) yield one
}

const height = (one: Neighbour, { position }: Spot) => Math.abs(one.position.height - position.height)
const byId = (a: Neighbour, b: Neighbour) => (a.device < b.device ? -1 : 1)
