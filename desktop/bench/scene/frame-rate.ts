import { median, type Record, round } from '../../../scripts/bench/bench.ts'
import { isThere, type Own, openAlone } from '../browsers.ts'
import type { BenchPages } from '../pages.ts'

const MOVERS = 500
/** The tallest that has an inside of many storeys. */
const BUILDING = 'jinxiu/z5/b44'
const TURN_SECONDS = 6
const ROUNDS = 3
const ROUNDS_FOR_THE_RECORD = 2

/** The community from above, turning, while five hundred things move: against Cesium with the same tiles alone. */
export async function measureGlobe(pages: BenchPages, record: Record): Promise<void> {
  const ours = await openOurs(pages)
  try {
    const pose = await ours.page.evaluate(() => window.ours.pose())
    await compare(
      'scene.globe',
      ours,
      pages.of('globe', { tiles: pages.tileset, ...pages.origin, pose }),
      'bare Cesium',
      record,
    )
  } finally {
    await ours.close()
  }
}

/** A building opened, its storeys apart: against three with 3d-tiles-renderer and the same inside as it is built. */
export async function measureBuilding(pages: BenchPages, record: Record): Promise<void> {
  const ours = await openOurs(pages)
  try {
    await ours.page.evaluate((building) => window.ours.enter(building), BUILDING)
    const url = pages.inside(BUILDING)
    const pose = await ours.page.evaluate(() => window.ours.pose())
    const bare = pages.of('building', { tiles: url, ...pages.origin, pose })
    await compare('scene.building', ours, bare, 'bare three', record)
  } finally {
    await ours.close()
  }
}

export async function openOurs(pages: BenchPages, movers = MOVERS): Promise<Own> {
  const ours = await openAlone(pages.of('ours', { movers }))
  await isThere(ours, 'ours')
  const moving = await ours.page.evaluate(() => window.ours.moving)
  if (moving !== movers) throw new Error(`${moving} things move, not ${movers}`)
  return ours
}

interface Round {
  ours: number
  bare: number
}

async function compare(name: string, ours: Own, url: string, peer: string, record: Record): Promise<void> {
  const bare = await openAlone(url)
  try {
    await isThere(bare, 'bare')
    // Tiles of all around are fetched, and the ladder has found its step, before anything counts.
    await turnBoth(ours, bare)
    const rounds: Round[] = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await turnBoth(ours, bare))
    const spends = await ours.page.evaluate(() => window.ours.spends())
    await ours.page.evaluate(() => window.ours.fixQuality(1))
    await ours.page.evaluate(() => window.ours.whole())
    const fixed: Round[] = []
    for (let i = 0; i < ROUNDS_FOR_THE_RECORD; i++) fixed.push(await turnBoth(ours, bare))
    const ratio = median(rounds.map((round) => round.ours / round.bare))
    record({
      name,
      value: round(median(rounds.map((round) => round.ours))),
      unit: `pictures/s at level ${spends.level}: ${spends.resolution * 100} % resolution, tile error ${spends.tileError}`,
      against: `${peer} ${round(median(rounds.map((round) => round.bare)))}, 100 % and 16`,
      ratio: round(ratio),
      target: 'ratio >= 0.7',
      met: ratio >= 0.7,
    })
    record({
      name: `${name}_level_1`,
      value: round(median(fixed.map((round) => round.ours))),
      unit: 'pictures/s at level 1: 100 % resolution, tile error 24',
      against: `${peer} ${round(median(fixed.map((round) => round.bare)))}`,
      ratio: round(median(fixed.map((round) => round.ours / round.bare))),
    })
    for (const { complaints } of [ours, bare]) if (complaints.length > 0) throw new Error(complaints.join('\n'))
  } finally {
    await bare.close()
  }
}

async function turnBoth(ours: Own, bare: Own): Promise<Round> {
  const own = await ours.page.evaluate((seconds) => window.ours.turn(seconds), TURN_SECONDS)
  // What glides comes to rest: the other shall have the machine to itself.
  await ours.page.waitForTimeout(1500)
  return { ours: own, bare: await bare.page.evaluate((seconds) => window.bare.turn(seconds), TURN_SECONDS) }
}
