import { seededRandom } from '#shared/random.ts'
import type { Placed } from '../buildings.ts'
import type { Claims } from '../claims.ts'
import { at, type Spot } from '../frame.ts'
import { GRID_WORKERS } from '../grids.ts'
import { inventName } from '../people.ts'
import { hash, type Installer } from './installer.ts'
import { boundsAt } from './spots.ts'
import type { World } from './world.ts'

/** Who moves about: so many of each hundred, and the houses before which they have their posts. */
interface Team {
  kind: string
  title: string
  share: number
  keeper: string
  owner: string
  posts: string[]
  /** Vehicles have plates that begin so; what flies has a call sign. */
  plate?: string
  /** People have names. */
  names?: readonly string[]
}

const PROPERTY = '锦绣社区物业'
const GATES = ['南门岗亭', '北门岗亭', '西门岗亭', '东门岗亭']
const POLICE = ['锦绣社区警务室']
const FIRE = ['微型消防站']
const CLINIC = ['社区卫生服务站']
/** One in each grid unit. */
const GRID_POSTS = [
  '锦绣新村日间照料中心',
  '西门岗亭',
  '老年活动中心',
  '湖畔茶室',
  '云锦苑物业服务中心',
  '社区服务中心',
]

const team = (kind: string, title: string, share: number, keeper: string, owner: string, posts: string[]): Team => ({
  kind: `${kind}-terminal`,
  title,
  share,
  keeper,
  owner,
  posts,
})

const TEAMS: readonly Team[] = [
  { ...team('grid-worker', '网格员', 24, '网格站', '锦绣社区居委会', GRID_POSTS), names: GRID_WORKERS },
  { ...team('guard', '保安', 32, '安保班', PROPERTY, [...GATES, '云锦苑物业服务中心']), names: [] },
  { ...team('firefighter', '消防队员', 8, '微型消防站', PROPERTY, FIRE), names: [] },
  { ...team('medic', '急救员', 8, '社区卫生服务站', '社区卫生服务站', CLINIC), names: [] },
  {
    ...team('patrol-cart', '巡逻车', 15, '安保班', PROPERTY, [...GATES, ...POLICE, '云锦苑物业服务中心']),
    plate: '粤B·X',
  },
  { ...team('drone', '巡逻无人机', 1, '安保班', PROPERTY, ['云锦苑物业服务中心']), kind: 'drone', plate: 'UAV-' },
  { ...team('police-car', '警车', 6, '锦绣派出所', '锦绣派出所', POLICE), plate: '粤B·J' },
  { ...team('ambulance', '救护车', 3, '社区卫生服务站', '社区卫生服务站', CLINIC), plate: '粤B·Y' },
  { ...team('fire-engine', '微型消防车', 3, '微型消防站', PROPERTY, FIRE), plate: '粤B·F' },
]

/** People on duty and vehicles: 72 and 28 of each hundred, all teams in turn. */
export function peopleOnDuty(install: Installer, { placed, solid, movers }: World): void {
  const slots = TEAMS.flatMap((one) => Array.from({ length: one.share }, () => one))
  const counts = new Map<Team, number>()
  const posts = new Map<string, () => Spot>()
  for (let i = 0; i < movers; i++) {
    const one = slots[(i * 37) % slots.length] as Team
    const n = counts.get(one) ?? 0
    counts.set(one, n + 1)
    const house = one.posts[n % one.posts.length] as string
    const post = posts.get(house) ?? postBefore(house, placed, solid)
    posts.set(house, post)
    const { kind, keeper, owner } = one
    const plate = plateOf(one, n)
    install.outside(kind, post(), '', { label: labelOf(one, n), above: 0, keeper, owner, ...(plate && { plate }) })
  }
}

/** 网格员03 周敏; a vehicle has its number alone. */
function labelOf({ title, names }: Team, n: number): string {
  const label = `${title}${String(n + 1).padStart(2, '0')}`
  return names ? `${label} ${names[n] ?? inventName(seededRandom(hash(label)))}` : label
}

/** 粤B·J1037: no two of a team are alike. */
function plateOf({ plate }: Team, n: number): string | undefined {
  return plate && `${plate}${1000 + ((n * 37) % 9000)}`
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const MOST_TRIES = 20_000

/** One free spot after the other around the front of a house. */
function postBefore(name: string, placed: readonly Placed[], solid: Claims): () => Spot {
  const house = placed.find(({ building }) => building.name === name)
  if (!house) throw new Error(`no house ${name}`)
  const [x0, y0, x1] = boundsAt(house, 1)
  const front = house.stand.spot([(x0 + x1) / 2, y0 - 4])
  let tried = 0
  return () => {
    for (; tried < MOST_TRIES; tried++) {
      const [out, turn] = [0.8 * Math.sqrt(tried), tried * GOLDEN_ANGLE]
      const spot = at(front.east + out * Math.cos(turn), front.north + out * Math.sin(turn))
      if (!solid.isFree(spot)) continue
      solid.spot(spot, 0.6)
      return spot
    }
    return front
  }
}
