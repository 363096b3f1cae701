/** Red, green, blue and how much it covers, 0 to 255. */
export type Rgba = readonly [r: number, g: number, b: number, a: number]

/** A line in space, in metres east, north, up, one point after another. */
export interface Line {
  points: Float32Array
  color: Rgba
  /** Pixels at a desk. */
  width: number
  dashed?: boolean
  /** Seen through houses, too. */
  over?: boolean
  place?: string
}

/** A coloured surface: a field of view, a grid's ground, heat. Colours are those of the corners, four bytes each. */
export interface Mesh {
  corners: Float32Array
  colors: Uint8Array
  triangles: Uint32Array
  over?: boolean
  place?: string
}

/** Things of a layer by name; a scene makes anew what has another number than before. */
export class ShapeSet<S> {
  private readonly shapes = new Map<string, { shape: S; version: number }>()
  private readonly changed: () => void
  version = 0

  constructor(changed: () => void) {
    this.changed = changed
  }

  get size(): number {
    return this.shapes.size
  }

  put(id: string, shape: S): void {
    this.version++
    this.shapes.set(id, { shape, version: this.version })
    this.changed()
  }

  take(id: string): void {
    if (!this.shapes.delete(id)) return
    this.version++
    this.changed()
  }

  clear(): void {
    if (this.shapes.size === 0) return
    this.shapes.clear()
    this.version++
    this.changed()
  }

  entries(): IterableIterator<[string, { shape: S; version: number }]> {
    return this.shapes.entries()
  }
}
