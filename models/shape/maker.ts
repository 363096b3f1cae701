import { thin } from './lean.ts'
import type { PaintName } from './palette.ts'
import { moved, type Solid } from './solid.ts'
import { ball, blade, box, extrude, lathe, loft, lump, rod, type Section, tube } from './solids.ts'
import { type Axis, add, along, type Move, turned, type Vec2, type Vec3 } from './vector.ts'

/** Full is looked at, lean stands about in thousands. */
export type Detail = 'full' | 'lean'

export interface Part {
  solid: Solid
  paint: PaintName
  /** The thing is not known without it: the lean variant keeps it first. */
  key: boolean
}

interface Round {
  sides?: number
  axis?: Axis
}

/** What a model is described with: each call adds one closed body. The lean variant has fewer sides and no `fine` parts. */
export class Maker {
  readonly parts: Part[] = []
  readonly lean: boolean
  private moves: Move[] = []
  private isKey = false

  constructor(detail: Detail) {
    this.lean = detail === 'lean'
  }

  box(size: Vec3, at: Vec3, paint: PaintName, { round = 0, turn = [0, 0, 0] as Vec3 } = {}): void {
    const spin = turned(turn)
    this.add(
      moved(box(size, this.lean ? 0 : round), (p) => add(spin(p), at)),
      paint,
    )
  }

  /** [radius, height] from the bottom up; with another axis, up is that way. */
  lathe(profile: readonly Vec2[], at: Vec3, paint: PaintName, { sides = 24, axis = 'y' }: Round = {}): void {
    this.add(
      moved(lathe(this.plain(profile), this.few(sides)), (p) => add(along[axis](p), at)),
      paint,
    )
  }

  rod(from: Vec3, to: Vec3, r: number | Vec2, paint: PaintName, sides = 16): void {
    this.add(rod(from, to, typeof r === 'number' ? [r, r] : r, this.few(sides)), paint)
  }

  ball(at: Vec3, r: number | Vec3, paint: PaintName, sides = 16): void {
    const radii: Vec3 = typeof r === 'number' ? [r, r, r] : r
    this.add(
      moved(ball(radii, this.lean ? 5 : sides, this.lean ? 3 : undefined), (p) => add(p, at)),
      paint,
    )
  }

  lump(at: Vec3, radii: Vec3, paint: PaintName, seed: number, sides = 12): void {
    this.add(
      moved(lump(radii, this.few(sides), seed, this.lean ? 3 : undefined), (p) => add(p, at)),
      paint,
    )
  }

  blade(path: readonly Vec3[], width: number, paint: PaintName): void {
    this.add(blade(path, width), paint)
  }

  tube(path: readonly Vec3[], r: number, paint: PaintName, sides = 10): void {
    this.add(tube(this.plain(path), r, this.lean ? 4 : sides), paint)
  }

  /** Upright body of changing cross-sections: torsos, cabins, crowns. */
  loft(
    sections: readonly Section[],
    paint: PaintName,
    { sides = 16, square = 2.6, at = [0, 0, 0] as Vec3, axis = 'y' as Axis } = {},
  ): void {
    this.add(
      moved(loft(this.plain(sections), this.few(sides), square), (p) => add(along[axis](p), at)),
      paint,
    )
  }

  /** Outline as seen from the front, [x, y], between two z. */
  front(outline: readonly Vec2[], z: Vec2, paint: PaintName, round = 0): void {
    this.add(extrude(outline, z, this.lean ? 0 : round), paint)
  }

  /** Outline as seen from the side, [z, y], between two x. */
  side(outline: readonly Vec2[], x: Vec2, paint: PaintName, round = 0): void {
    const solid = extrude(outline, x, this.lean ? 0 : round)
    this.add(
      moved(solid, ([u, v, d]) => [d, v, u]),
      paint,
    )
  }

  /** Outline as seen from above, [x, z], between two heights. */
  top(outline: readonly Vec2[], y: Vec2, paint: PaintName, round = 0): void {
    const solid = extrude(outline, y, this.lean ? 0 : round)
    this.add(
      moved(solid, ([u, v, d]) => [u, d, v]),
      paint,
    )
  }

  /** All that is drawn inside stands elsewhere, turned by degrees about X, Y, Z. */
  at(where: Vec3, draw: () => void, turn: Vec3 = [0, 0, 0], scale = 1): void {
    const spin = turned(turn)
    this.within(([x, y, z]) => add(spin([x * scale, y * scale, z * scale]), where), draw)
  }

  /** Drawn as it is, and once more on the other side. */
  both(draw: () => void): void {
    draw()
    this.within(([x, y, z]) => [-x, y, z], draw)
  }

  /** `count` times around the Y axis. */
  around(count: number, draw: (i: number) => void): void {
    for (let i = 0; i < count; i++) this.within(turned([0, (360 / count) * i, 0]), () => draw(i))
  }

  /** What cannot be seen from afar. */
  fine(draw: () => void): void {
    if (!this.lean) draw()
  }

  /** What makes the thing what it is, however small. */
  key(draw: () => void): void {
    this.isKey = true
    draw()
    this.isKey = false
  }

  private within(move: Move, draw: () => void): void {
    this.moves.push(move)
    draw()
    this.moves.pop()
  }

  private plain<T extends readonly (number | undefined)[]>(line: readonly T[]): readonly T[] {
    if (!this.lean) return line
    const size = Math.max(...line.flatMap((point) => [(point[0] ?? 0) * 2, point[1] ?? 0].map(Math.abs)))
    return thin(line, size * 0.09)
  }

  private few(sides: number): number {
    return this.lean ? Math.min(sides, 6) : sides
  }

  private add(solid: Solid, paint: PaintName): void {
    this.parts.push({ solid: this.moves.reduceRight((body, move) => moved(body, move), solid), paint, key: this.isKey })
  }
}
