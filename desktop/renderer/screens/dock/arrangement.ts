import { z } from 'zod'
import { Wall } from './wall.ts'

/** Panels one behind the other, each with its tab. */
export interface Stack {
  /** Of the room of what it is part of, in any unit. */
  share: number
  panels: string[]
  /** The one in front; absent: the first. */
  front?: string
}

/** Parts beside one another; of a part that is split itself, under one another; and so on in turn. */
export interface Split {
  share: number
  parts: Part[]
}

export type Part = Stack | Split
/** How a screen is arranged: a row of parts, and on what kind of wall. */
export interface Arrangement extends Split {
  wall?: Wall
}

const Share = z.number().min(1e-4).max(1e6)
const Stack = z.object({ share: Share, panels: z.array(z.string()).max(50), front: z.string().optional() })
const Split: z.ZodType<Split> = z.object({
  share: Share,
  get parts(): z.ZodType<Part[]> {
    return z.array(z.union([Stack, Split])).max(50)
  },
})

/** What a panel says of where it can stand. */
export interface Known {
  stays?: true
  alone?: true
}

/**
 * What was kept, as it can be shown now: panels that there are no more are left out, none is there twice, and those
 * that stay are added. Undefined: it cannot be read.
 */
export function readArrangement(kept: unknown, known: ReadonlyMap<string, Known>): Arrangement | undefined {
  const read = Split.safeParse(kept)
  if (!read.success) return undefined
  const seen = new Set<string>()
  const { parts } = withoutStrangers(read.data, known, seen)
  const fair = parts.reduce((sum, { share }) => sum + share, 0) / parts.length || 1
  for (const [panel, { stays }] of known) if (stays && !seen.has(panel)) parts.push({ share: fair, panels: [panel] })
  const wall = Wall.safeParse((kept as { wall?: unknown }).wall)
  return parts.length === 0 ? undefined : { share: 1, parts, ...(wall.success && { wall: wall.data }) }
}

function withoutStrangers(split: Split, known: ReadonlyMap<string, Known>, seen: Set<string>): Split {
  const parts: Part[] = []
  for (const part of split.parts) {
    if ('parts' in part) {
      const inner = withoutStrangers(part, known, seen)
      const [only] = inner.parts
      if (only && inner.parts.length === 1 && 'panels' in only) parts.push({ ...only, share: part.share })
      else if (only) parts.push(inner)
      continue
    }
    const panels = part.panels.filter((panel) => known.has(panel) && !seen.has(panel) && seen.add(panel))
    const alone = panels.filter((panel) => known.get(panel)?.alone)
    const others = panels.filter((panel) => !known.get(panel)?.alone)
    for (const panel of alone) parts.push({ share: part.share, panels: [panel] })
    if (others.length === 0) continue
    const front = part.front !== undefined && others.includes(part.front) ? { front: part.front } : {}
    parts.push({ share: part.share, panels: others, ...front })
  }
  return { share: split.share, parts }
}

/** Whether they differ in more than their shares. */
export function standsAlike(a: Arrangement, b: Arrangement): boolean {
  return JSON.stringify(a, withoutShare) === JSON.stringify(b, withoutShare)
}

function withoutShare(key: string, value: unknown): unknown {
  return key === 'share' ? undefined : value
}

/** All panels of an arrangement, from left to right and from top to bottom. */
export function panelsOf(part: Part): string[] {
  return 'parts' in part ? part.parts.flatMap(panelsOf) : part.panels
}
