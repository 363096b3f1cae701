import { writeFile } from 'node:fs/promises'
import type { Community } from '../../cim/community.ts'
import type { Tileset } from '../../cim/tilesets.ts'
import { readable } from '../../cim/write.ts'
import type { Step } from '../importer.ts'
import { recordsOf } from '../json/records.ts'
import type { Options } from '../options.ts'
import type { Remark, Report } from '../report.ts'
import { bytesOf } from '../source.ts'
import { type Collector, SPOOL } from './collector.ts'
import type { Existing } from './existing.ts'
import type { Extents } from './extents.ts'
import type { Incoming } from './incoming.ts'
import { type Layout, layOut } from './layout.ts'
import { ListWriter } from './line-writer.ts'

export interface Task {
  incoming: Incoming
  collector: Collector
  report: Report
  options: Options
  existing: Existing | undefined
  id: string
  name: string
  signal: AbortSignal
  progress(step: Step): void
}

const PLACING = { zh: '写入', en: 'writing' }

/** All buildings have been seen: now each gets its place. Returns the files that are new. */
export async function finishBuildings(task: Task): Promise<string[]> {
  const { incoming, collector, existing, report } = task
  const { id, name } = existing?.community ?? task
  const layout = layOut(collector.extents, id, task.options.name ?? name)
  const datum = datumOf(task, collector.extents)
  await placeBuildings(task, layout, datum)
  const { district, street, police } = existing?.community ?? {}
  const community: Community = {
    id,
    name: task.options.name ?? name,
    center: { ...layout.center, height: 0 },
    datum,
    radius: layout.radius,
    ...(district === undefined ? {} : { district }),
    ...(street === undefined ? {} : { street }),
    ...(police === undefined ? {} : { police }),
    boundary: layout.boundary,
  }
  if (existing?.hasBuildings)
    report.note('replaced', {
      zh: '设备、住户、室内等文件保持不变，可能引用已不存在的位置，请运行 place check',
      en: 'devices, households and interiors stay as they were and may name places that are gone: run place check',
    })
  const written = ['buildings.json', 'grids.json']
  await writeFile(incoming.path('grids.json'), readable(layout.grids))
  if (report.taken.grounds > 0) written.push('grounds.json')
  if (report.taken.trees > 0) written.push('trees.json')
  if (!existing) {
    await writeFile(incoming.path('devices.json'), readable([]))
    written.push('devices.json')
  }
  const raised = existing?.tilesets.map((one) => atDatum(one, existing.community.datum, datum))
  if (raised?.length) {
    await writeFile(incoming.path('tilesets.json'), readable(raised))
    written.push('tilesets.json')
  }
  await writeFile(incoming.path('community.json'), readable(community))
  return [...written, 'community.json']
}

const atDatum = (tileset: Tileset, before: number, now: number): Tileset => ({
  ...tileset,
  center: { ...tileset.center, height: tileset.center.height + before - now },
})

/** Low among the grounds, but not a cellar ramp: so the community stands at about 0. */
function datumOf({ options, existing, report }: Task, extents: Extents): number {
  if (options.datum !== undefined) return options.datum
  if (existing && existing.tilesets.length > 0) return existing.community.datum
  const low = extents.ground.percentile(0.05)
  if (low === undefined) return 0
  const datum = Math.round(Math.min(9000, Math.max(-500, low)) * 100) / 100
  report.note('datum', {
    zh: `地面高程取自文件：${datum} 米（文件的高程系统，可用 --datum 指定）`,
    en: `the ground is at ${datum} m by the heights of the file (name another with --datum)`,
  })
  return datum
}

async function placeBuildings(task: Task, { gridOf }: Layout, datum: number): Promise<void> {
  const { incoming, collector, report, signal, progress } = task
  const { extents } = collector
  const list = await ListWriter.open(incoming.path('buildings.json'))
  const placed = (text: string, i: number): string | undefined => {
    const [slug = '', label = '', remarks = '', building = ''] = text.split('\t')
    const [lon, lat, grid] = [extents.lon.at(i), extents.lat.at(i), gridOf(i)]
    const height = heightOf(extents.ground.at(i), datum)
    if (grid === undefined) report.leaveOut(label, 'place.far', `${lon}, ${lat}`)
    else if (Math.abs(height) > 1000) report.leaveOut(label, 'coordinates.absurd', `${height} m`)
    else {
      report.takeBuilding(label, remarks === '' ? [] : (JSON.parse(remarks) as Remark[]))
      return `{"place":"${grid}/${slug}","position":{"lon":${lon},"lat":${lat},"height":${height}},${building.slice(1)}`
    }
    return undefined
  }
  let i = 0
  try {
    for await (const records of recordsOf(bytesOf(incoming.path(SPOOL), { signal }), 'line')) {
      for (const { text = '' } of records) {
        const line = placed(text, i++)
        if (line === undefined) continue
        const wait = list.add(line)
        if (wait) await wait
      }
      progress({ phase: PLACING, done: i, total: extents.count, unit: 'buildings' })
    }
  } finally {
    await list.close()
  }
}

const heightOf = (ground: number, datum: number) =>
  Number.isNaN(ground) ? 0 : Math.round((ground - datum) * 1000) / 1000
