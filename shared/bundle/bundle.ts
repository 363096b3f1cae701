import { WORLD_VERSION } from '../world/world.ts'
import { type Bytes, beginsAsZip, type Entry, readEntries, readEntry } from './entries.ts'
import { BUNDLE_VERSION, type BundlePart, MANIFEST, MARK, Manifest, ManifestHead, SIGNATURE } from './manifest.ts'
import { digestOf, fingerprintOf, fromBase64, isSigned } from './seal.ts'

/** Why a file cannot be opened at all. */
export type BundleProblem = 'cut-off' | 'foreign' | 'newer' | 'older' | 'unreadable'

export class BundleError extends Error {
  readonly problem: BundleProblem

  constructor(problem: BundleProblem) {
    super(`bundle: ${problem}`)
    this.name = 'BundleError'
    this.problem = problem
  }
}

/** sealed: its manifest is what the key signed; forged: it is not, or is signed by nobody that can be told; unsigned: there is no signature. */
export type Seal = 'sealed' | 'forged' | 'unsigned'

/** No part that we write is nearly as large. */
const LARGEST_PART = 256 * 1024 * 1024

/** An opened file: what it says of itself, whether that is true, and its parts one by one. */
export class Bundle {
  readonly manifest: Manifest
  readonly seal: Seal
  /** Of the key that signed it. */
  readonly fingerprint: string
  /** Names of parts that are missing or not what the manifest says. */
  readonly altered: Set<string> = new Set()
  private readonly file: Bytes
  private readonly entries: Map<string, Entry>

  private constructor(file: Bytes, entries: Map<string, Entry>, manifest: Manifest, seal: Seal, fingerprint: string) {
    this.file = file
    this.entries = entries
    this.manifest = manifest
    this.seal = seal
    this.fingerprint = fingerprint
  }

  static async open(file: Bytes): Promise<Bundle> {
    if (!(await beginsAsZip(file))) throw new BundleError('foreign')
    const entries = await readEntries(file)
    if (!entries) throw new BundleError((await isMarked(file)) ? 'cut-off' : 'foreign')
    const named = entries.get(MANIFEST)
    if (!named) throw new BundleError((await isMarked(file)) ? 'unreadable' : 'foreign')
    const content = await readEntry(file, named)
    if (!content) throw new BundleError('unreadable')
    const manifest = manifestOf(content)
    const key = fromBase64(manifest.key.public) ?? new Uint8Array()
    const sealed = entries.get(SIGNATURE)
    const signature = sealed && (await readEntry(file, sealed))
    const bytes = signature && fromBase64(new TextDecoder().decode(signature))
    const seal = bytes === undefined ? 'unsigned' : isSigned(content, bytes, key) ? 'sealed' : 'forged'
    return new Bundle(file, entries, manifest, seal, fingerprintOf(key))
  }

  /** Compares every part with what the manifest says of it. `digest`: a quicker one, where there is one. */
  async examine(
    told: (share: number) => void = () => {},
    digest: Digest = async (part) => digestOf(part),
  ): Promise<void> {
    const { parts } = this.manifest
    const all = parts.reduce((sum, { bytes }) => sum + bytes, 1)
    let done = 0
    for (const part of parts) {
      const content = await this.raw(part)
      if (content === undefined || (await digest(content)) !== part.sha256) this.altered.add(part.name)
      done += part.bytes
      told(done / all)
    }
  }

  /** Undefined: it is not what it was. */
  async content(part: BundlePart): Promise<Uint8Array | undefined> {
    return this.altered.has(part.name) ? undefined : this.raw(part)
  }

  private async raw({ name, bytes }: BundlePart): Promise<Uint8Array | undefined> {
    const entry = this.entries.get(name)
    if (!entry || entry.size !== bytes || bytes > LARGEST_PART) return undefined
    return readEntry(this.file, entry)
  }
}

export type Digest = (content: Uint8Array) => Promise<string>

async function isMarked(file: Bytes): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.read(0, Math.min(200, file.size)))
  return head.slice(30).startsWith(MARK.name + MARK.content)
}

function manifestOf(content: Uint8Array): Manifest {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw new BundleError('unreadable')
  }
  const head = ManifestHead.safeParse(json)
  if (!head.success) throw new BundleError('unreadable')
  if (head.data.version > BUNDLE_VERSION) throw new BundleError('newer')
  const { success, data } = Manifest.safeParse(json)
  if (!success || data.to <= data.from) throw new BundleError('unreadable')
  if (data.world > WORLD_VERSION) throw new BundleError('newer')
  if (data.world < WORLD_VERSION) throw new BundleError('older')
  return data
}
