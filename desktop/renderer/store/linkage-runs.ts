import { type CalledCamera, isOpen, type LinkageRun, type RunStep } from '#shared/world/linkage-runs.ts'
import { commandOf } from './orders.ts'
import type { WorldStore } from './world-store.ts'

/** What one linkage did for an alarm, put together from all places that this screen may see. */
export interface Ran extends Pick<LinkageRun, 'run' | 'linkage' | 'name' | 'mode' | 'armedBy' | 'played' | 'at'> {
  cameras: CalledCamera[]
  /** Steps of one action and command together. */
  groups: { key: string; command: string; steps: RunStep[] }[]
  setBackAt?: number
  setBackBy?: LinkageRun['setBackBy']
}

const URGENT: readonly RunStep['state'][] = ['unanswered', 'refused', 'lapsed', 'withdrawn', 'asked', 'given']

/** What linkages did for an alarm, those that acted before those that only say what they would do. */
export function runsFor(world: WorldStore, alarm: string): Ran[] {
  const runs = new Map<string, Ran>()
  for (const id of world.world.linkageRuns.where('alarm', alarm)) {
    const part = world.get('linkage-runs', id)
    if (!part) continue
    const { run, linkage, name, mode, armedBy, played, at, setBackAt, setBackBy } = part
    const ran = runs.get(run) ?? { run, linkage, name, mode, armedBy, played, at, cameras: [], groups: [] }
    runs.set(run, ran)
    if (setBackAt !== undefined) Object.assign(ran, { setBackAt, setBackBy })
    ran.cameras.push(...part.cameras)
    for (const step of part.steps) {
      const key = `${String(step.action).padStart(2, '0')} ${step.command}`
      const group = ran.groups.find((one) => one.key === key)
      if (group) group.steps.push(step)
      else ran.groups.push({ key, command: step.command, steps: [step] })
    }
  }
  const found = [...runs.values()]
  for (const { groups, cameras } of found) {
    groups.sort((a, b) => (a.key < b.key ? -1 : 1))
    // What somebody has to see to comes first.
    for (const { steps } of groups) steps.sort((a, b) => urgency(b) - urgency(a))
    cameras.sort((a, b) => Number(b.sees) - Number(a.sees) || a.metres - b.metres)
  }
  return found.sort((a, b) => Number(b.mode === 'armed') - Number(a.mode === 'armed') || a.at - b.at)
}

/** The cameras that any of them called up, each once, the best first. */
export function calledCameras(runs: readonly Ran[]): CalledCamera[] {
  const found = new Map<string, CalledCamera>()
  for (const { cameras } of runs) for (const one of cameras) if (!found.has(one.device)) found.set(one.device, one)
  return [...found.values()].sort((a, b) => Number(b.sees) - Number(a.sees) || a.metres - b.metres)
}

function urgency({ state }: RunStep): number {
  const at = URGENT.indexOf(state)
  return at === -1 ? 0 : URGENT.length - at
}

/** Devices that can be set back to what they were. */
export function canBeSetBack(world: WorldStore, runs: readonly Ran[]): number {
  const devices = new Set<string>()
  for (const { groups } of runs)
    for (const { steps, command } of groups)
      for (const { device, state, back } of steps) {
        if (device === undefined || (state !== 'done' && state !== 'unanswered')) continue
        if (back && (isOpen(back) || back.state === 'done')) continue
        if (commandOf(world.get('devices', device)?.kind, command)?.undo !== undefined) devices.add(device)
      }
  return devices.size
}
