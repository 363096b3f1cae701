import type { Tiles } from '#shared/contract/place.ts'
import type { FullState } from '#shared/contract/wire.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { type Draft, SYSTEM } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import type { TilesIndex } from '#tiles/cim/tiles-index.ts'
import { makeDemo } from '#tiles/demo/demo.ts'
import { DEMO_SEED } from '#tiles/demo/write.ts'
import { readRoomNames } from '../../server/areas/place/rooms.ts'
import { AFTERNOON, HEARD_AT } from './pages/clock.ts'

const ALARMS = 12

/** The demonstration with so many on their feet and wheels, as a screen is told of it: each device was just heard. */
export async function communityOf(folder: string, index: TilesIndex, address: string, movers: number) {
  const { site, devices } = makeDemo(DEMO_SEED, { movers })
  const tiles: Tiles = {
    building: false,
    own: { base: `${address}/tiles/${index.build}/`, interiors: index.interiors },
    others: [],
  }
  const detectors = devices.filter(({ kind }) => kind === 'smoke-detector')
  const alarmed = Array.from({ length: ALARMS }, (_, i) => detectors[i * 50]).filter((one) => one !== undefined)
  const world = worldOf([
    ...devices.map((device) => deviceRegistered(device.place, { ...device, source: 'bench' })),
    ...alarmed.map(({ device, place, position }, i) =>
      alarmRaised(place, {
        alarm: `bench-${i}`,
        device,
        rule: 'smoke',
        grade: ((i % 4) + 1) as 1 | 2 | 3 | 4,
        position,
        metric: 'smoke',
        limit: 10,
        value: 14,
      }),
    ),
  ])
  const values: FullState['values'] = Object.fromEntries(devices.map(({ device }) => [device, [HEARD_AT, {}]]))
  return { site: { ...site, rooms: await readRoomNames(folder, site.buildings) }, tiles, state: { world, values } }
}

function worldOf(drafts: Draft[]): FullState['world'] {
  const world = new World()
  for (const [i, draft] of drafts.entries()) world.apply({ ...draft, seq: i + 1, at: AFTERNOON, by: SYSTEM })
  return world.snapshot()
}
