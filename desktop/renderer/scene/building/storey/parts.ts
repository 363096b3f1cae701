import { BufferGeometry, Float32BufferAttribute, Uint16BufferAttribute, Uint32BufferAttribute } from 'three'

/** What of a storey is drawn, and moved, each in its own way. */
export const partNames = ['base', 'risers', 'walls', 'lintels', 'glass'] as const
export type PartName = (typeof partNames)[number]

/** The shapes of a storey whose floor lies at height 0, around the middle of its building. */
export type Parts = Partial<Record<PartName, BufferGeometry>>

/** Triangles as they come, for one part. */
export class PartBuilder {
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly colors: number[] = []
  private readonly rows: number[] = []
  private readonly indices: number[] = []

  vertex(at: readonly number[], normal: readonly number[], color: readonly number[], row: number): number {
    this.positions.push(at[0] as number, at[1] as number, at[2] as number)
    this.normals.push(normal[0] as number, normal[1] as number, normal[2] as number)
    this.colors.push(color[0] as number, color[1] as number, color[2] as number)
    this.rows.push(row)
    return this.rows.length - 1
  }

  triangle(a: number, b: number, c: number): void {
    this.indices.push(a, b, c)
  }

  /** Shapes that are coloured already. */
  add({ attributes, index }: BufferGeometry, row: number): void {
    const first = this.rows.length
    for (const [into, name] of [
      [this.positions, 'position'],
      [this.normals, 'normal'],
      [this.colors, 'color'],
    ] as const)
      into.push(...(attributes[name]?.array ?? []))
    for (let i = 0; i < (attributes.position?.count ?? 0); i++) this.rows.push(row)
    for (const at of index?.array ?? []) this.indices.push(first + at)
  }

  /** Undefined: there is nothing of it. */
  done(): BufferGeometry | undefined {
    if (this.indices.length === 0) return undefined
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new Float32BufferAttribute(this.positions, 3))
    geometry.setAttribute('normal', new Float32BufferAttribute(this.normals, 3))
    geometry.setAttribute('color', new Float32BufferAttribute(this.colors, 3))
    // Which row of its storey's table a corner belongs to: for picking, so the graphics card is not told.
    geometry.userData.rows = new Uint16BufferAttribute(this.rows, 1).array
    geometry.setIndex(new Uint32BufferAttribute(this.indices, 1))
    geometry.computeBoundingSphere()
    return geometry
  }
}
