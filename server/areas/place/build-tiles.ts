import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { areTilesCurrent } from '#tiles/cim/tiles-index.ts'
import type { SiteTiles } from './tiles.ts'

const BUILDER = join(import.meta.dirname, 'place.js')
const LOW_PRIORITY = 10

/**
 * Builds what is missing or out of date in a process of its own, while the center already runs: a site folder may be
 * edited at any time, and whoever installs it need not know that tiles exist. Returns how to stop, and to be sure of it.
 */
export async function keepTilesCurrent(tiles: SiteTiles, say: (line: string) => void): Promise<() => Promise<void>> {
  const { folder } = tiles
  const nothing = async () => {}
  if (folder === undefined || (await areTilesCurrent(folder))) return nothing
  const ready = await access(BUILDER).then(
    () => true,
    () => false,
  )
  if (!ready) return nothing
  say(`the 3D tiles of ${folder} are being built; until then the scene shows plain blocks`)
  tiles.building = true
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  // The channel tells it when we are gone, however we went: it does not build on for nobody.
  const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const
  const builder = spawn(process.execPath, [BUILDER, 'build', folder], { env, stdio: [...stdio] })
  let complaint = ''
  builder.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-2000)
  })
  const ended = (code: number | null, reason?: string) => {
    if (!tiles.building) return
    tiles.building = false
    if (code === 0) say('the 3D tiles are built')
    else say(`the 3D tiles could not be built: ${reason ?? complaint.trim()}`)
  }
  builder.once('error', (error) => ended(null, error.message))
  builder.once('exit', (code) => ended(code))
  const gone = new Promise<void>((resolve) => {
    builder.once('exit', () => resolve())
    builder.once('error', () => resolve())
  })
  try {
    if (builder.pid !== undefined) setPriority(builder.pid, LOW_PRIORITY)
  } catch {
    // It goes on at the usual priority.
  }
  return () => {
    tiles.building = false
    builder.kill()
    return gone
  }
}
