import { readFile, writeFile } from 'node:fs/promises'
import { isRecord } from '../json/is-record.ts'
import type { LeftOutReason } from '../reasons.ts'
import { Refused } from '../refused.ts'
import { outerFilesOf } from './contents.ts'
import type { Files } from './files.ts'
import { type Cell, fill, type Implicit } from './implicit.ts'
import { isPlainReference, relativeReference, resolveReference, type Target } from './reference.ts'
import { Missing } from './store.ts'
import { availableIn, outerBuffers, parseSubtree } from './subtree.ts'
import { referencesOf } from './tiles.ts'

/** At once: a server has others to serve. */
const PARALLEL = 4
const MOST_FILES = 5_000_000

interface Job {
  target: Target
  /** A part of an implicit tree, and where it begins. */
  subtree?: { tree: Implicit; root: Cell; from: string }
}

export interface CrawlOptions {
  base: URL
  files: Files
  signal: AbortSignal
  leaveOut(path: string, reason: LeftOutReason, detail?: string): void
  step(): void
}

/** Follows a tileset from its entry to all that belongs to it. */
export class Crawl {
  readonly #options: CrawlOptions
  readonly #waiting: Job[] = []
  readonly #known = new Map<string, string>()

  constructor(options: CrawlOptions) {
    this.#options = options
  }

  async run(entry: Target): Promise<void> {
    this.#ask(entry)
    const running = new Set<Promise<void>>()
    try {
      while (this.#waiting.length > 0 || running.size > 0) {
        while (this.#waiting.length > 0 && running.size < PARALLEL) {
          const job: Promise<void> = this.#take(this.#waiting.pop() as Job).finally(() => running.delete(job))
          running.add(job)
        }
        await Promise.race(running)
      }
    } finally {
      await Promise.allSettled(running)
    }
  }

  async #take(job: Job): Promise<void> {
    const { files, signal, leaveOut, step } = this.#options
    const { path } = job.target
    try {
      const file = await files.bring(job.target, signal)
      step()
      if (job.subtree) await this.#readSubtree(path, file, job.subtree)
      else await this.#readContent(path, file)
    } catch (error) {
      // Without its entry there is no tileset.
      if (!(error instanceof Missing) || this.#known.size === 1) throw error
      leaveOut(path, error.reason, error.message)
    }
  }

  async #readContent(path: string, file: string): Promise<void> {
    const tileset = await asTileset(path, file)
    if (tileset) return this.#readTileset(path, file, tileset)
    const outer = await outerFilesOf(file)
    if (!outer) return this.#options.leaveOut(path, 'content.broken')
    for (const reference of outer) {
      const target = this.#resolve(path, reference)
      // Within a model nothing is written anew: it must be found as it stands.
      if (target && !isPlainReference(reference)) this.#options.leaveOut(path, 'content.absolute', reference)
      else if (target) this.#ask(target)
    }
  }

  async #readTileset(path: string, file: string, tileset: Record<string, unknown>): Promise<void> {
    const { references, implicit } = referencesOf(tileset)
    let isChanged = false
    for (const { holder, key, text } of references) {
      const target = this.#resolve(path, text)
      if (!target) continue
      this.#ask(target)
      if (isPlainReference(text)) continue
      holder[key] = relativeReference(path, target.path)
      isChanged = true
    }
    for (const tree of implicit) {
      const root: Cell = { level: 0, at: tree.dimensions === 3 ? [0, 0, 0] : [0, 0] }
      this.#askSubtree(path, tree, root)
    }
    if (isChanged) await writeFile(file, JSON.stringify(tileset))
  }

  async #readSubtree(path: string, file: string, { tree, root, from }: NonNullable<Job['subtree']>): Promise<void> {
    const subtree = parseSubtree(await readFile(file))
    if (!subtree) return this.#options.leaveOut(path, 'content.broken')
    const outer = new Map<number, Buffer>()
    for (const [index, reference] of outerBuffers(subtree)) {
      const target = this.#resolve(path, reference)
      if (target) outer.set(index, await readFile(await this.#options.files.bring(target, this.#options.signal)))
    }
    const { contents, subtrees } = availableIn(subtree, outer, root, tree)
    for (const [i, cells] of contents.entries())
      for (const cell of cells) {
        const target = this.#resolve(from, fill(tree.contents[i] ?? '', cell))
        if (target) this.#ask(target)
      }
    for (const cell of subtrees) this.#askSubtree(from, tree, cell)
  }

  #askSubtree(from: string, tree: Implicit, root: Cell): void {
    const target = this.#resolve(from, fill(tree.subtrees, root))
    if (target) this.#ask(target, { tree, root, from })
  }

  #resolve(from: string, reference: string): Target | undefined {
    const target = resolveReference(this.#options.base, from, reference)
    if (typeof target !== 'string') return target
    this.#options.leaveOut(from, target, reference)
    return undefined
  }

  #ask(target: Target, subtree?: Job['subtree']): void {
    const known = this.#known.get(target.path)
    if (known !== undefined) {
      // A server that tells its files apart by the question cannot be copied into a folder.
      if (known !== target.query) this.#options.leaveOut(target.path, 'content.outside', target.query)
      return
    }
    if (this.#known.size >= MOST_FILES)
      throw new Refused('tileset.large', { zh: '瓦片集文件过多', en: 'the tileset has too many files' })
    this.#known.set(target.path, target.query)
    this.#waiting.push(subtree ? { target, subtree } : { target })
  }
}

/** A tileset within a tileset, whatever it is called. */
async function asTileset(path: string, file: string): Promise<Record<string, unknown> | undefined> {
  if (!/\.json$/i.test(path)) return undefined
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isRecord(json) && isRecord(json.root) && 'asset' in json ? json : undefined
  } catch {
    return undefined
  }
}
