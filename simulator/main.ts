import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { deviceKinds } from '#models/devices/index.ts'
import type { Moves } from '#models/kind.ts'
import { simulatedSecret } from '#shared/contract/simulated-secret.ts'
import type { Position } from '#shared/place/position.ts'
import { seededRandom } from '#shared/random.ts'
import { readSite } from '#tiles/cim/read.ts'
import { SimulatedDevice } from './device.ts'
import { Flyer } from './flyer.ts'
import { Incidents } from './incidents.ts'
import { Walker } from './walker.ts'
import { Ways } from './ways.ts'

const help = `Ankan simulator: the devices of a demonstration, over real MQTT
  --mqtt URL       default mqtt://127.0.0.1:1883
  --data DIR       the data folder of the demonstration, default ./data
  --incident N     something happens every N seconds or so, default 150; 0: never, and no battery runs low`

/** So many devices are switched on in a millisecond: four thousand are there after some ten seconds. */
const CONNECTS_PER_MS = 0.4
const FAREWELL_MS = 2000

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mqtt: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
      data: { type: 'string', default: 'data' },
      incident: { type: 'string', default: '150' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${help}\n`)
    return
  }
  const { site, devices } = await readSite(join(values.data, 'site'))
  const key = (await readFile(join(values.data, 'simulator.key'), 'utf8')).trim()
  const random = seededRandom(Date.now())
  const ways = { person: new Ways(site, 'person'), vehicle: new Ways(site, 'vehicle') }
  const moverOf = ({ as, flies }: Moves, post: Position) =>
    flies ? new Flyer(site.community.center, post, random) : new Walker(ways[as], as, post, random)
  const every = Number(values.incident)
  const drains = every > 0
  const simulated = devices.flatMap(({ device: id, kind: name, place, position }, i) => {
    const kind = deviceKinds.get(name)
    if (!kind) return []
    const secret = simulatedSecret(key, id)
    const waitMs = i / CONNECTS_PER_MS
    const walker = kind.moves && moverOf(kind.moves, position)
    const device = new SimulatedDevice({ id, kind, url: values.mqtt, secret, random, waitMs, walker, drains })
    return [{ device, kind, place, position }]
  })
  const incidents = every > 0 ? new Incidents(simulated, random, every) : undefined
  process.stdout.write(`${simulated.length} simulated devices speak MQTT to ${values.mqtt}\n`)
  const stop = async () => {
    incidents?.stop()
    // A broker that is gone answers no farewell.
    await Promise.race([Promise.all(simulated.map(({ device }) => device.end())), wait(FAREWELL_MS)])
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
}

start().catch((error: Error) => {
  process.stderr.write(`the simulator cannot start: ${error.message}\n`)
  process.exit(1)
})
