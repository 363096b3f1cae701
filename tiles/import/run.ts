import { writeFile } from 'node:fs/promises'
import { readable } from '../cim/write.ts'
import { offsetBy } from './coordinates/offset-by.ts'
import { formatOf } from './formats.ts'
import { headOf } from './head.ts'
import type { Step, Work } from './importer.ts'
import type { Options } from './options.ts'
import { Refused } from './refused.ts'
import { Report } from './report.ts'
import { Collector } from './site/collector.ts'
import { type Existing, existingSite } from './site/existing.ts'
import { finishBuildings, type Task } from './site/finish.ts'
import { Incoming } from './site/incoming.ts'
import { slugOf, stem } from './site/slugs.ts'
import { finishTileset } from './site/tileset.ts'
import { findSource, type Source } from './source.ts'
import { type Result, summaryOf } from './summary.ts'
import { tilesetIdOf } from './tileset/importer.ts'

export interface Run extends Options {
  signal?: AbortSignal
  progress?: (step: Step) => void
}

/** Nothing of a source could be taken; why is in the result. */
export class NothingUsable extends Error {
  readonly result: Result

  constructor(result: Result) {
    super('nothing usable')
    this.result = result
  }
}

/** Brings a source into a site folder: all that is good of it, or nothing at all. */
export async function importInto(
  folder: string,
  given: string,
  { signal, progress, ...options }: Run,
): Promise<Result> {
  const began = performance.now()
  const source = await findSource(given)
  const head = await headOf(source)
  const format = formatOf(head, given)
  const existing = await existingSite(folder)
  refuseToOverwrite(folder, existing, format.id === 'tileset' ? tilesetIdOf(source, options) : undefined, options)
  const report = new Report()
  const incoming = await Incoming.open(folder)
  try {
    const work: Work = {
      source,
      head,
      options,
      report,
      folder: incoming.folder,
      signal: signal ?? new AbortController().signal,
      progress: progress ?? (() => undefined),
    }
    if (options.reference !== undefined)
      work.options = { ...options, offset: await offsetBy(options.reference, format, work) }
    const collector = await Collector.open(incoming, report, originOf(source, options))
    try {
      for await (const batch of format.read(work)) await collector.add(batch)
    } finally {
      await collector.close()
    }
    const name = options.name ?? stem(source.name).slice(0, 100)
    const id = options.id ?? slugOf(stem(source.name)) ?? 'site'
    const task: Task = { ...work, incoming, collector, existing, id, name }
    const [tileset] = collector.tilesets
    const written = tileset ? await finishTileset(task, tileset) : await finishBuildings(task)
    const result = summaryOf(report, { source: given, format, id: existing?.community.id ?? id, began })
    if (report.taken.buildings + report.taken.tilesets === 0) throw new NothingUsable(result)
    await writeFile(incoming.path('import-report.json'), readable(result))
    work.signal.throwIfAborted()
    // The community comes last: as long as it is not there, nobody takes the folder for a site.
    const kept = await incoming.commit(['import-report.json', ...written], (file) => file !== 'tilesets.json')
    return { ...result, ...(kept === undefined ? {} : { kept }) }
  } finally {
    await incoming.discard()
  }
}

const originOf = ({ name }: Source, { today }: Options) => ({
  source: name.slice(0, 100),
  recordedAt: today ?? new Date().toISOString().slice(0, 10),
})

/** A person may have worked on what the folder holds. */
function refuseToOverwrite(
  folder: string,
  site: Existing | undefined,
  tileset: string | undefined,
  options: Options,
): void {
  if (!site || options.replace) return
  if (tileset === undefined && site.hasBuildings)
    throw new Refused('folder.inhabited', {
      zh: `${folder} 已有建筑；用 --replace 替换（旧文件会保留在 before-import-N 中），或另选文件夹`,
      en: `${folder} holds buildings already: replace them with --replace (the old files are kept in before-import-N), or take another folder`,
    })
  if (tileset !== undefined && site.tilesets.some(({ id }) => id === tileset))
    throw new Refused('tileset.exists', {
      zh: `${folder} 已有瓦片集 ${tileset}；用 --id 另取编号，或用 --replace 替换`,
      en: `${folder} has a tileset ${tileset} already: name another --id, or replace it with --replace`,
    })
}
