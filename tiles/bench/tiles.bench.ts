import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { defineBench, round } from '../../scripts/bench/bench.ts'
import { DEMO_SEED, writeDemo } from '../demo/write.ts'
import { writeCity } from './city.ts'

const run = promisify(execFile)

interface Built {
  seconds: number
  buildings: number
  triangles: number
  bytes: number
  peakMb: number
}

/** Tiles of cities ten times apart in size, and of the demonstration; each build in a process of its own. */
export default defineBench('tiles', async (record) => {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-bench-tiles-'))
  try {
    const [small, large, demo] = ['10000', '100000', 'demo'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await writeCity(small, 10_000)
    await writeCity(large, 100_000)
    const ten = await program<Built>('build-run.ts', small)
    const plain = await program<{ seconds: number; triangles: number }>('plain-write.ts', await ownTiles(small))
    const hundred = await program<Built>('build-run.ts', large)
    const rate = ten.buildings / ten.seconds
    const against = (ten.buildings * (plain.triangles / ten.triangles)) / plain.seconds
    const ratio = rate / against
    record({
      name: 'tiles.rate',
      value: round(rate, 0),
      unit: 'buildings/s',
      against: `glTF-Transform writing the same triangles: ${round(against, 0)}/s`,
      ratio: round(ratio),
      target: 'ratio >= 0.5',
      met: ratio >= 0.5,
    })
    record({ name: 'tiles.rate_100k', value: round(hundred.buildings / hundred.seconds, 0), unit: 'buildings/s' })
    const growth = hundred.seconds / ten.seconds
    record({
      name: 'tiles.growth',
      value: round(growth),
      unit: 'x the time for 10 x the work',
      target: '<= 12',
      met: growth <= 12,
    })
    const peak = Math.max(ten.peakMb, hundred.peakMb)
    record({ name: 'tiles.peak_mb', value: round(peak, 0), unit: 'MB', target: '<= 1000', met: peak <= 1000 })
    record({ name: 'tiles.bytes', value: round(hundred.bytes / hundred.buildings, 0), unit: 'bytes a building' })

    const began = performance.now()
    await writeDemo(demo, DEMO_SEED)
    const { triangles, bytes } = await program<Built>('build-run.ts', demo)
    const seconds = (performance.now() - began) / 1000
    record({ name: 'tiles.demo', value: round(seconds), unit: 's from seed', target: '<= 30', met: seconds <= 30 })
    record({
      name: 'tiles.demo_size',
      value: round(bytes / 1e6),
      unit: `MB, ${round(triangles / 1e6)} million triangles`,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

async function program<T>(name: string, argument: string): Promise<T> {
  const file = join(import.meta.dirname, name)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, argument], { maxBuffer: 1 << 20 })
  return JSON.parse(stdout) as T
}

/** Of the buildings alone, in the one build that there is. */
async function ownTiles(site: string): Promise<string> {
  const names = await readdir(join(site, 'tiles'), { withFileTypes: true })
  const build = names.find((entry) => entry.isDirectory())?.name as string
  return join(site, 'tiles', build, 'buildings')
}
