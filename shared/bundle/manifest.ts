import { z } from 'zod'

/** The first entry of the file, so that a part of one is known for what it is. */
export const MARK = { name: 'mimetype', content: 'application/vnd.ankan.bundle+zip' } as const
export const MANIFEST = 'manifest.json'
/** Of the very bytes of the manifest: Base64. */
export const SIGNATURE = 'manifest.sig'
export const ENDING = 'ankan'

/** Raised whenever an older program would misread what is written. */
export const BUNDLE_VERSION = 1
/** No longer a stretch is taken along in one file. */
export const LONGEST_BUNDLE_MS = 24 * 3_600_000

const When = z
  .number()
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31))
const Text = z.string().max(200)

/** moment: a whole world; reel: the frames that follow; bookmarks: where a center keeps some. All but the pages of JSON are gzipped. */
const PartKind = z.enum(['moment', 'reel', 'timeline', 'place', 'inside', 'bookmarks'])
export type PartKind = z.infer<typeof PartKind>

const Part = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9/._-]{0,120}$/),
  kind: PartKind,
  /** A moment is at `from`; a reel tells what came after it, up to `to`. */
  from: When.optional(),
  to: When.optional(),
  /** The building that an inside is of. */
  of: Text.optional(),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type BundlePart = z.infer<typeof Part>

/** What is asked of a file before anything else of it is believed. */
export const ManifestHead = z.looseObject({ format: z.literal('ankan-bundle'), version: z.number().int().min(1) })

export const Manifest = z.object({
  format: z.literal('ankan-bundle'),
  version: z.literal(BUNDLE_VERSION),
  /** Of frames and of worlds; those of another version are not shown. */
  protocol: z.number().int(),
  world: z.number().int(),
  community: z.object({ id: Text, name: Text }),
  /** The log that it is of. */
  log: Text,
  from: When,
  to: When,
  made: z.object({ at: When, by: z.object({ account: Text, name: Text }), program: Text }),
  /** As much as whoever made it may see, and no more. */
  sight: z.object({ place: Text, areas: z.array(Text).max(100), role: Text }),
  /** The build of the community's tiles; a server that has the same can draw it as it was. */
  tiles: z.object({ build: Text.nullable() }),
  gaps: z
    .array(z.object({ from: z.number(), to: z.number(), why: z.enum(['silent', 'damaged', 'dropped']) }))
    .max(5000),
  key: z.object({ type: z.literal('ed25519'), public: z.string().max(64), fingerprint: Text }),
  parts: z.array(Part).max(20_000),
})
export type Manifest = z.infer<typeof Manifest>

/** As the part `timeline` holds it: how much happened when, finely, and by minutes with how much was heard. */
export const BundleTimeline = z.object({
  fine: z.object({ every: z.number().int().min(1000), spans: z.array(z.unknown()) }),
  minutes: z.object({ spans: z.array(z.unknown()) }),
})
