import { toEcef } from '#shared/place/geodesy.ts'
import { readSite } from '../cim/read.ts'
import type { Site } from '../cim/site.ts'
import { hashOfSite, readTilesIndex } from '../cim/tiles-index.ts'
import { type Bounds, joined } from './content.ts'
import { drawFacade } from './facades/draw.ts'
import { looks } from './facades/looks.ts'
import { writeGround } from './ground/write.ts'
import { writeInteriors } from './interiors/write.ts'
import { Output } from './output.ts'
import { Plan } from './plan.ts'
import { halved, toPng } from './png.ts'
import { openBuildings, type Problem, sourceOf } from './source.ts'
import { writeFacilities } from './things/facilities.ts'
import { writeTrees } from './things/trees.ts'
import { type Tile, tile, tilesetJson } from './tileset.ts'
import { writeTree } from './tree.ts'

export interface Step {
  phase: 'read' | 'buildings' | 'interiors' | 'ground' | 'done'
  done: number
  total?: number
}

export interface BuildOptions {
  progress?: (step: Step) => void
  /** Builds even what has been built of the same site before. */
  force?: boolean
  /** Readable without the extension that packs them; several times larger. */
  plain?: boolean
}

export interface BuildResult {
  buildings: number
  tiles: number
  bytes: number
  interiors: number
  triangles: number
  seconds: number
  problems: Problem[]
  /** Nothing has changed since the last build, so nothing was built. */
  upToDate: boolean
}

/** From everywhere on earth the root is opened: it has nothing to show itself. */
const ROOT_ERROR = 5000

/** CIM -> 3D Tiles 1.1, in the site's `tiles` folder. Until all is whole, the tiles before stay as they are. */
export async function buildTiles(folder: string, options: BuildOptions = {}): Promise<BuildResult> {
  const began = performance.now()
  const progress = options.progress ?? (() => {})
  const compress = !options.plain
  const build = (await hashOfSite(folder)) + (options.plain ? '-plain' : '')
  const before = await readTilesIndex(folder)
  if (before?.build === build && !options.force)
    return {
      ...before,
      interiors: Object.keys(before.interiors).length,
      seconds: (performance.now() - began) / 1000,
      problems: [],
      upToDate: true,
    }
  const { site } = await readSite(folder, { without: ['buildings.json', 'devices.json'] })
  const { lon, lat } = site.community.center
  const plan = new Plan({ lon, lat })
  const problems: Problem[] = []
  const output = new Output(folder, build)
  await output.begin()
  const source = await openBuildings(folder, plan, problems, (done) => progress({ phase: 'read', done }))
  try {
    let [looked, buildings, triangles] = [0, 0, 0]
    const total = source.outlines.length
    const done = (more: number, built: number, drawn: number) => {
      looked += more
      buildings += built
      triangles += drawn
      if (more > 0) progress({ phase: 'buildings', done: looked, total })
    }
    const own = await writeTree({ source, plan, output, folder: 'buildings', compress, named: true, done })
    const city = await writeTree({
      source: sourceOf(site.surroundings.buildings, plan),
      plan,
      output,
      folder: 'city',
      compress,
      named: false,
      done: (_looked, _built, drawn) => done(0, 0, drawn),
    })
    const inside = await writeInteriors({
      folder,
      source,
      plan,
      output,
      compress,
      datum: site.community.datum,
      problems,
      progress: (n, all) => progress({ phase: 'interiors', done: n, total: all }),
    })
    progress({ phase: 'ground', done: 0 })
    const others = await writeScenery(site, plan, output, compress, problems)
    const children = [...others, ...[own, city].filter((one) => one !== undefined)]
    if (children.length === 0) children.push(tile(NOTHING, 0))
    await writeTextures(output)
    const root = tile(joined(children.map((child) => child.bounds)), ROOT_ERROR, { refine: 'ADD', children })
    await output.write(
      'tileset.json',
      tilesetJson(
        { ...root, transform: plan.matrix },
        { geometricError: ROOT_ERROR, extras: { community: site.community.id } },
      ),
    )
    const index = {
      build,
      interiors: inside.byPlace,
      buildings,
      tiles: output.tiles,
      bytes: output.bytes,
      triangles: triangles + inside.triangles,
    }
    await output.finish(index, entryOf(build, root, { lon, lat }))
    progress({ phase: 'done', done: total, total })
    const seconds = (performance.now() - began) / 1000
    return { ...index, interiors: Object.keys(inside.byPlace).length, seconds, problems, upToDate: false }
  } catch (error) {
    await output.abandon()
    throw error
  } finally {
    source.close()
  }
}

const NOTHING: Bounds = { min: [-1, -1, -1], max: [1, 1, 1] }

async function writeScenery(site: Site, plan: Plan, output: Output, compress: boolean, problems: Problem[]) {
  const tiles: Tile[] = await writeGround(site, plan, output, compress)
  const trees = await writeTrees(site.trees, plan, output)
  const facilities = await writeFacilities(site.facilities, plan, output, compress, problems)
  for (const one of [trees, facilities]) if (one) tiles.push(one)
  return tiles
}

/** The same for every site: drawn once a process. */
let facades: { name: string; png: Uint8Array }[] | undefined

async function writeTextures(output: Output): Promise<void> {
  facades ??= Object.values(looks).flatMap((look) => {
    const { color, light } = drawFacade(look)
    return [
      { name: look.id, png: toPng(color) },
      { name: `${look.id}-light`, png: toPng(light) },
      // An engine may hold pictures for each tile anew: what is only seen from afar has small ones.
      { name: `far/${look.id}`, png: toPng(halved(halved(color))) },
      { name: `far/${look.id}-light`, png: toPng(halved(halved(light))) },
    ]
  })
  for (const { name, png } of facades) await output.write(`textures/${name}.png`, png)
}

/** What never changes its name: it points to the build that counts. */
function entryOf(build: string, { bounds }: Tile, center: { lon: number; lat: number }): string {
  const { x, y, z } = toEcef({ ...center, height: 0 })
  const radius = Math.hypot(
    ...bounds.min.map((low, axis) => Math.max(Math.abs(low), Math.abs(bounds.max[axis] as number))),
  )
  return JSON.stringify({
    asset: { version: '1.1', generator: 'Ankan' },
    geometricError: ROOT_ERROR,
    root: {
      boundingVolume: { sphere: [x, y, z, Math.ceil(radius)] },
      geometricError: ROOT_ERROR,
      refine: 'ADD',
      content: { uri: `${build}/tileset.json` },
    },
  })
}
