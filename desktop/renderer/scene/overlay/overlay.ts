import type { Enu } from '#shared/place/geodesy.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Lens } from '../camera/lens.ts'
import { apart, type Eye } from '../camera/pose.ts'
import type { Content } from '../content/content.ts'
import type { Mark } from '../content/marks.ts'
import { type Cluster, type Clustered, clustered, joined, type Lift } from './cluster.ts'
import { type NameWish, placeNames, Taken } from './names.ts'
import { nearMarks } from './near.ts'
import { drawPulse, PULSE_LASTS } from './pulse.ts'
import { Sprites } from './sprites.ts'

export interface OverlayWish {
  lens: Lens
  content: Content
  now: number
  lift: Lift
  /** In a building a stem reaches to the ceiling, not over the roofs. */
  isInside: boolean
  /** Names at once. */
  names: number
  /** Under the pointer: its name is shown. */
  hovered: Mark | undefined
  /** What lies outside of this place steps back. */
  emphasis: string | undefined
}

interface Drawn {
  thing: Mark | Cluster
  x: number
  y: number
  /** Half of its edge. */
  half: number
}

interface Seen extends Drawn {
  far: number
  rank: number
}

/** How far the eye may go, as a share of the way to what it looks at, before things are gathered anew. */
const STALE = 0.05
const STEM_INSIDE = 0.07
/** So near to one another, as a share of what would leave both free, two numbers are joined. */
const MOST_COVERED = 0.82
const NEAR_STALE = 12
const NEAR_STALE_MS = 700
const STEPPED_BACK = 0.28
/** Half of a mark that is more than a dot: no name lies on it. */
const LEAST_TAKEN = 6
/** A quiet mark by itself grows small with distance, from here to there (metres), down to this share: afar it is a dot. */
const [FULL_SIZE, SMALLEST_AT, SMALLEST] = [220, 900, 0.36] as const
/** Names of quiet things near by; farther away they are for whoever points at them. */
const NAME_REACH = 90
/** From this rank on a thing does not step back: it is what all the others step back for. */
export const ALARM_RANK = 100

/** Marks and names, drawn flat over either scene: nothing hides an alarm, and text is as sharp as the rest of the page. */
export class Overlay {
  private readonly canvas: HTMLCanvasElement
  private readonly g: CanvasRenderingContext2D | null
  private readonly sprites = new Sprites()
  private scale = 1
  private gathered: (Clustered & { eye: Eye; key: string }) | undefined
  private near: { marks: Mark[]; eye: Eye; at: number } | undefined
  private drawn: Drawn[] = []
  /** Something that is drawn moves by itself. */
  follows = false
  /** By the clock of the page: until then something pulses. */
  pulsingUntil = 0

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
    this.g = canvas.getContext('2d')
  }

  resize(width: number, height: number, density: number, scale: number): void {
    this.canvas.width = Math.round(width * density)
    this.canvas.height = Math.round(height * density)
    this.g?.setTransform(density, 0, 0, density, 0, 0)
    this.scale = scale
    this.sprites.setScale(scale, density)
    this.gathered = undefined
  }

  draw(wish: OverlayWish): void {
    const { g } = this
    if (!g) return
    const { lens, emphasis } = wish
    g.clearRect(0, 0, lens.width, lens.height)
    const { singles, clusters } = this.gather(wish)
    const near = this.gatherNear(wish)
    const seen = this.project(near.length === 0 ? singles : [...singles, ...near], clusters, wish)
    this.follows = seen.some(({ thing }) => 'moves' in thing && thing.moves !== undefined)
    seen.sort((a, b) => a.rank - b.rank || b.far - a.far)
    const taken = new Taken()
    const wishes: NameWish[] = []
    this.pulsingUntil = 0
    for (const one of seen) {
      const { thing, x, y, half } = one
      const back = emphasis !== undefined && one.rank < ALARM_RANK && !isWithin(thing.place, emphasis)
      g.globalAlpha = back ? STEPPED_BACK : 1
      if ('count' in thing) this.drawCluster(g, thing, x, y, half)
      else this.drawMark(g, thing, one, wish)
      if (half > LEAST_TAKEN) taken.take({ left: x - half, right: x + half, top: y - half, bottom: y + half })
      const name = this.nameWish(one, wish, back)
      if (name) wishes.push(name)
    }
    for (const { wish: name, left, top } of placeNames(wishes, taken, wish.names)) {
      g.globalAlpha = name.faint ? 0.85 : 1
      g.drawImage(this.sprites.name(name.text, name.faint), left, top, name.width, name.height)
    }
    g.globalAlpha = 1
    this.drawn = seen
  }

  /** What a point of the screen is on, the foremost first; that which is named already gives way to what it covers. */
  pick(x: number, y: number): Mark | Cluster | undefined {
    let named: Mark | undefined
    for (let i = this.drawn.length - 1; i >= 0; i--) {
      const { thing, half, ...at } = this.drawn[i] as Drawn
      const reach = Math.max(half, 9 * this.scale)
      if (half === 0 || Math.abs(at.x - x) > reach || Math.abs(at.y - y) > reach) continue
      if ('count' in thing || thing.named !== true) return thing
      named ??= thing
    }
    return named
  }

  private gather({ lens, content, lift }: OverlayWish): Clustered {
    const sets = content.sheets.map(({ marks }) => marks)
    const key = `${content.version} ${sets.map(({ version }) => version).join()} ${lens.width} ${lens.height}`
    const before = this.gathered
    const reach = before ? apart(before.eye.at, lens.eye.at) : Number.POSITIVE_INFINITY
    if (before && before.key === key && reach < STALE * Math.max(20, Math.abs(lens.eye.at.up))) return before
    this.gathered = { ...clustered(sets, lens, this.scale, lift), eye: lens.eye, key }
    return this.gathered
  }

  /** Who walks up to the eye is noticed now and then, not for each picture. */
  private gatherNear({ lens, content, now, isInside }: OverlayWish): Mark[] {
    if (isInside) return []
    const before = this.near
    const stays = before && apart(before.eye.at, lens.eye.at) < NEAR_STALE && now - before.at < NEAR_STALE_MS
    if (!stays) this.near = { marks: nearMarks(content, lens.eye.at, now), eye: lens.eye, at: now }
    return this.near?.marks ?? []
  }

  /** Storeys moved: what stands on them is to be gathered where it is now. */
  forget(): void {
    this.gathered = undefined
  }

  private project(singles: Mark[], clusters: Cluster[], { lens, lift, now, isInside }: OverlayWish): Seen[] {
    const seen: Seen[] = []
    const out = new Float64Array(3)
    const margin = 60 * this.scale
    const put = (thing: Mark | Cluster, { east, north, up }: Enu, half: number) => {
      if (!lens.project(east, north, up, out)) return
      const [x, y, far] = out as unknown as [number, number, number]
      if (x < -margin || y < -margin || x > lens.width + margin || y > lens.height + margin) return
      seen.push({ thing, x, y, far, half, rank: thing.rank })
    }
    for (const mark of singles) {
      const raised = lift(mark.place)
      if (raised === undefined) continue
      const { east, north, up } = mark.moves?.(now) ?? mark.at
      const half = mark.image ? (mark.size * this.scale * shrunk(mark, lens, east, north, up)) / 2 : 0
      put(mark, { east, north, up: up + raised + (mark.stem ?? 0) * (isInside ? STEM_INSIDE : 1) }, half)
    }
    const bubbles: Seen[] = []
    for (const cluster of clusters) {
      const before = seen.length
      put(cluster, cluster.at, this.sprites.bubbleSize(cluster.count) / 2)
      if (seen.length > before) bubbles.push(seen.pop() as Seen)
    }
    for (const bubble of parted(bubbles)) seen.push(bubble)
    return seen
  }

  private drawCluster(g: CanvasRenderingContext2D, { count, conditions }: Cluster, x: number, y: number, half: number) {
    for (const part of [this.sprites.ring(count, conditions), this.sprites.number(count)])
      g.drawImage(part, x - half, y - half, 2 * half, 2 * half)
  }

  private drawMark(
    g: CanvasRenderingContext2D,
    mark: Mark,
    { x, y, half }: Seen,
    { lens, now, lift }: OverlayWish,
  ): void {
    if (!mark.image) return
    if (mark.stem) {
      const foot = lens.seen({ ...mark.at, up: mark.at.up + (lift(mark.place) ?? 0) })
      if (foot) {
        g.beginPath()
        g.moveTo(foot.x, foot.y)
        g.lineTo(x, y)
        g.lineWidth = 2 * this.scale
        g.strokeStyle = mark.stemColor ?? '#ffffff'
        g.stroke()
        g.beginPath()
        g.arc(foot.x, foot.y, 3 * this.scale, 0, 2 * Math.PI)
        g.fillStyle = mark.stemColor ?? '#ffffff'
        g.fill()
      }
    }
    if (mark.pulseFrom !== undefined && now < mark.pulseFrom + PULSE_LASTS) {
      drawPulse(g, x, y, half, now - mark.pulseFrom, mark.stemColor ?? '#ffffff')
      this.pulsingUntil = Math.max(this.pulsingUntil, mark.pulseFrom + PULSE_LASTS)
    }
    g.drawImage(mark.image, x - half, y - half, 2 * half, 2 * half)
  }

  private nameWish(
    { thing, x, y, far, half, rank }: Seen,
    { hovered }: OverlayWish,
    back: boolean,
  ): NameWish | undefined {
    if ('count' in thing || thing.name === undefined) return undefined
    const must = thing.named === true || thing === hovered
    if (!must && (back || far > (thing.nameReach ?? NAME_REACH))) return undefined
    return {
      text: thing.name,
      x,
      y,
      ...this.sprites.nameSize(thing.name),
      gap: half,
      rank,
      must,
      faint: !must && half === 0,
    }
  }
}

/** Numbers that would cover one another on the screen are one number: half of one reads as another. */
function parted(bubbles: Seen[]): Seen[] {
  const kept: Seen[] = []
  bubbles.sort((a, b) => (b.thing as Cluster).count - (a.thing as Cluster).count)
  for (const bubble of bubbles) {
    const over = kept.find(
      ({ x, y, half }) => Math.hypot(x - bubble.x, y - bubble.y) < (half + bubble.half) * MOST_COVERED,
    )
    if (over) over.thing = joined(over.thing as Cluster, bubble.thing as Cluster)
    else kept.push(bubble)
  }
  return kept
}

function shrunk({ rank, named }: Mark, { eye: { at } }: Lens, east: number, north: number, up: number): number {
  if (rank >= ALARM_RANK || named) return 1
  const far = Math.sqrt((east - at.east) ** 2 + (north - at.north) ** 2 + (up - at.up) ** 2)
  const share = Math.min(1, Math.max(0, (far - FULL_SIZE) / (SMALLEST_AT - FULL_SIZE)))
  return 1 - (1 - SMALLEST) * share
}
