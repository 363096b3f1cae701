import { type Arrangement, type Part, panelsOf, type Split } from './arrangement.ts'

/** One step from the whole down to a panel: which part of which split. */
interface Step {
  split: Split
  at: number
}

/**
 * The arrangement with one panel more, beside those it stands beside where it comes from, as large as it is there.
 * Undefined: it stands nowhere there, or nothing of what it stands beside is open.
 */
export function comesHome(current: Arrangement, home: Arrangement, panel: string): Arrangement | undefined {
  const open = new Set(panelsOf(current))
  const way = wayTo(home, (part) => panelsOf(part).includes(panel))
  const stack = way && partAt(way)
  if (!way || !stack || 'parts' in stack) return undefined
  const mates = new Set(stack.panels.filter((mate) => open.has(mate)))
  if (mates.size > 0) return { ...current, ...inStack(current, mates, panel) }
  for (let depth = way.length - 1; depth >= 0; depth--) {
    const { split, at } = way[depth] as Step
    const own = (split.parts[at] as Part).share
    for (const near of neighbours(at, split.parts.length)) {
      const neighbour = split.parts[near] as Part
      const those = panelsOf(neighbour).filter((one) => open.has(one))
      if (those.length > 0)
        return beside(current, those, { panel, ratio: own / neighbour.share, after: at > near, isRow: depth % 2 === 0 })
    }
  }
  return undefined
}

/** From the outermost split to the innermost part that is meant. */
function wayTo(split: Split, holds: (part: Part) => boolean): Step[] | undefined {
  const at = split.parts.findIndex(holds)
  const part = split.parts[at]
  if (!part) return undefined
  const further = 'parts' in part ? wayTo(part, holds) : undefined
  return [{ split, at }, ...(further ?? [])]
}

function partAt(way: Step[]): Part | undefined {
  const last = way.at(-1)
  return last?.split.parts[last.at]
}

function inStack<S extends Split>(split: S, mates: ReadonlySet<string>, panel: string): S {
  const parts = split.parts.map((part): Part => {
    if ('parts' in part) return inStack(part, mates, panel)
    return part.panels.some((one) => mates.has(one)) ? { ...part, panels: [...part.panels, panel], front: panel } : part
  })
  return { ...split, parts }
}

/** The nearest first. */
function neighbours(at: number, count: number): number[] {
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => i !== at)
  return others.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))
}

interface Coming {
  panel: string
  /** How large it is, of what it comes beside. */
  ratio: number
  after: boolean
  isRow: boolean
}

/** `split` with the panel beside those, which stand in it. */
function beside<S extends Split>(split: S, those: readonly string[], coming: Coming, isRow = true): S {
  const holds = split.parts.map((part) => panelsOf(part).filter((one) => those.includes(one)).length)
  const [first, last] = [holds.findIndex((count) => count > 0), holds.findLastIndex((count) => count > 0)]
  const run = split.parts.slice(first, last + 1)
  const [only] = run
  const share = run.reduce((sum, part) => sum + part.share, 0)
  const instead = (parts: Part[]): S => ({ ...split, parts: split.parts.toSpliced(first, run.length, ...parts) })
  const isDeeper = only && run.length === 1 && 'parts' in only && !(isRow === coming.isRow && spans(only, those))
  if (isDeeper) return instead([beside(only, those, coming, !isRow)])
  if (isRow === coming.isRow) return instead(joined(run, share, coming))
  const former: Part = only && run.length === 1 ? { ...only, share: 1 } : { share: 1, parts: run }
  return instead([{ share, parts: joined([former], 1, coming) }])
}

function spans({ parts }: Split, those: readonly string[]): boolean {
  const holds = (part: Part | undefined) => part !== undefined && panelsOf(part).some((one) => those.includes(one))
  return holds(parts[0]) && holds(parts.at(-1))
}

function joined(parts: readonly Part[], share: number, { panel, ratio, after }: Coming): Part[] {
  const own: Part = { share: share * ratio, panels: [panel] }
  return after ? [...parts, own] : [own, ...parts]
}
