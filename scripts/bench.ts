import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, Figure } from './bench/bench.ts'
import { buildNode } from './build-node.ts'

const root = join(import.meta.dirname, '..')

/** `npm run bench [-- name]`: runs the benches beside the code, one after another; exit 1 when a figure is not met. */
async function main(): Promise<void> {
  const wanted = process.argv[2]
  const benches: Bench[] = []
  for (const file of await benchFiles()) benches.push(((await import(join(root, file))) as { default: Bench }).default)
  const chosen = benches.filter((bench) => wanted === undefined || bench.name === wanted)
  if (chosen.length === 0) {
    process.stderr.write(`no bench ${wanted}; there are: ${benches.map((bench) => bench.name).join(', ')}\n`)
    process.exit(2)
  }
  await buildNode()
  let missed = 0
  for (const bench of chosen) {
    process.stdout.write(`# ${bench.name}\n`)
    await bench.run((figure: Figure) => {
      if (figure.met === false) missed++
      process.stdout.write(`RESULT ${JSON.stringify(figure)}\n`)
    })
  }
  process.stdout.write(missed === 0 ? 'all figures met\n' : `${missed} figures not met\n`)
  process.exit(missed === 0 ? 0 : 1)
}

async function benchFiles(): Promise<string[]> {
  const files: string[] = []
  for (const room of ['shared', 'models', 'tiles', 'server', 'simulator', 'desktop'])
    for (const name of await readdir(join(root, room), { recursive: true }))
      if (name.endsWith('.bench.ts')) files.push(join(room, name))
  return files.sort()
}

await main()
