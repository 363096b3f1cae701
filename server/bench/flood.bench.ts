import { linesOf } from '#models/lines.ts'
import type { Draft } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import { defineBench } from '../../scripts/bench/bench.ts'
import { judge } from '../areas/alarms/judge.ts'
import { type Found, fireOf } from './fire.ts'

const FIRES = 50
const BEGAN = Date.UTC(2026, 10, 22, 9)

/** Fifty fires in a tower of 500 devices, each with five alarms of other causes: what the operator sees of it. */
export default defineBench('flood', async (record) => {
  let [linesMax, rootFirst, swallowed, early, alarms] = [0, 0, 0, 0, 0]
  for (let seed = 1; seed <= FIRES; seed++) {
    const { found, root } = fireOf(seed)
    const world = new World()
    let [asked, drawnAt] = [false, Number.NEGATIVE_INFINITY]
    for (const one of found) {
      apply(world, one)
      // As often as a screen draws them: once a second.
      if (one.at < drawnAt + 1000) continue
      drawnAt = one.at
      const lines = linesOf([...world.alarms.values()])
      linesMax = Math.max(linesMax, lines.length)
      if (!asked && one.at >= 60_000) {
        asked = true
        if (rootIn(lines) === root) early++
      }
    }
    const lines = linesOf([...world.alarms.values()])
    alarms += world.alarms.size
    if (rootIn(lines) === root) rootFirst++
    const alone = new Set(lines.filter((line) => line.alarms.length === 1).map(({ head }) => head.device))
    swallowed += found.filter(({ isOfFire, device }) => !isOfFire && !alone.has(device.device)).length
  }
  record({ name: 'flood.alarms', value: Math.round(alarms / FIRES), unit: 'alarms of a fire, on average' })
  record({ name: 'flood.lines_max', value: linesMax, unit: 'lines', target: '<= 10', met: linesMax <= 10 })
  const share = rootFirst / FIRES
  record({
    name: 'flood.root_first',
    value: share,
    unit: `of ${FIRES} fires name the true root first when they are two minutes old (${early / FIRES} after one minute)`,
    target: '>= 0.9',
    met: share >= 0.9,
  })
  record({
    name: 'flood.swallowed',
    value: swallowed,
    unit: 'alarms of other causes',
    target: '= 0',
    met: swallowed === 0,
  })
})

/** The largest line is the fire; what it is called by is what the operator reads. */
function rootIn(lines: ReturnType<typeof linesOf>): string | undefined {
  const largest = [...lines].sort((a, b) => b.alarms.length - a.alarms.length)[0]
  return largest && largest.alarms.length > 1 ? largest.head.place : undefined
}

function apply(world: World, { device, at, rule, sign, grade }: Found): void {
  const when = BEGAN + at
  const finding = {
    device: device.device,
    rule,
    level: 'on' as const,
    at,
    grade,
    is: 'above' as const,
    metric: 'm',
    limit: 1,
    value: 2,
  }
  const lifeOf = () => (sign ? { sign } : {})
  const drafts: Draft[] = judge(world, [finding], { device, at: when, where: () => device.position, lifeOf })
  for (const draft of drafts)
    world.apply({ ...draft, seq: world.seq + 1, at: when, by: { kind: 'device', id: device.device } })
}
