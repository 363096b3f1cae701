import { Bundle, BundleError } from '#shared/bundle/bundle.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { BundleSource } from '../../players/bundle-source.ts'
import { bytesOf, quickDigest, unpackPart } from '../../players/read-file.ts'
import type { KnownSite } from '../site.ts'
import { ofTimeline, type RecordedTimeline } from './recorded-timeline.ts'

/** unaltered: every part is what was sealed; altered: some are not; unsealed: nothing proves anything. */
export type Verdict = 'unaltered' | 'altered' | 'unsealed'

/** A stretch of the past out of a file, opened: it plays without a server. */
export class Recording {
  readonly name: string
  readonly bundle: Bundle
  readonly source: BundleSource
  readonly site: KnownSite | undefined
  readonly timeline: RecordedTimeline
  private readonly insides: ReadonlyMap<string, () => Promise<Interior>>

  private constructor(
    name: string,
    bundle: Bundle,
    source: BundleSource,
    site: KnownSite | undefined,
    timeline: RecordedTimeline,
  ) {
    this.name = name
    this.bundle = bundle
    this.source = source
    this.site = site
    this.timeline = timeline
    const insides = bundle.manifest.parts.filter((part) => part.kind === 'inside' && part.of !== undefined)
    this.insides = new Map(insides.map((part) => [part.of as string, () => source.content<Interior>(part)]))
  }

  /** Throws a `BundleError` when nothing of it can be shown. */
  static async open(file: File, told: (share: number) => void = () => {}): Promise<Recording> {
    const bundle = await Bundle.open(bytesOf(file))
    await bundle.examine(told, quickDigest)
    const source = new BundleSource(bundle, unpackPart)
    if (source.isEmpty) throw new BundleError('unreadable')
    const [site, timeline] = await Promise.all([siteOf(bundle, source), timelineOf(bundle, source)])
    return new Recording(file.name, bundle, source, site, timeline)
  }

  get verdict(): Verdict {
    if (this.bundle.seal !== 'sealed') return 'unsealed'
    return this.bundle.altered.size > 0 ? 'altered' : 'unaltered'
  }

  async inside(building: string): Promise<Interior | null> {
    return (await this.insides.get(building)?.()) ?? null
  }
}

/** Undefined: what is known of the place was altered, or is of another form; all else goes on without it. */
async function siteOf(bundle: Bundle, source: BundleSource): Promise<KnownSite | undefined> {
  const part = bundle.manifest.parts.find(({ kind }) => kind === 'place')
  if (!part) return undefined
  const held = await source.content<{ site?: object; rooms?: object }>(part).catch(() => undefined)
  return held?.site && ({ ...held.site, rooms: held.rooms ?? {} } as KnownSite)
}

async function timelineOf(bundle: Bundle, source: BundleSource): Promise<RecordedTimeline> {
  const part = bundle.manifest.parts.find(({ kind }) => kind === 'timeline')
  const held = part && (await source.content(part).catch(() => undefined))
  return ofTimeline(held)
}
