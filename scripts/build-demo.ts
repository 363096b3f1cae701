import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_SEED, writeDemo } from '../tiles/demo/write.ts'
import { buildTiles } from '../tiles/write/build.ts'

/** The demonstration community with its tiles: a first start then only copies it. */
export async function buildDemo(): Promise<void> {
  const folder = join(import.meta.dirname, '../dist/demo')
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await writeDemo(part, DEMO_SEED)
  const { problems } = await buildTiles(part)
  if (problems.length > 0) throw new Error(`the demonstration has problems: ${JSON.stringify(problems.slice(0, 5))}`)
  await rm(folder, { recursive: true, force: true })
  await rename(part, folder)
}
