const FIRST = 256

/**
 * Triangles of one material, growing in typed arrays: a tile holds a hundred thousand of them and is made again and
 * again, so nothing here is an object per vertex.
 */
export class Mesh {
  /** x, y, z; normal; u, v: eight numbers a vertex. */
  floats = new Float32Array(FIRST * 8)
  /** r, g, b and the feature. */
  shades = new Uint16Array(FIRST * 4)
  indices = new Uint32Array(FIRST * 2)
  vertices = 0
  corners = 0
  /** The row of the property table that what is added next belongs to. */
  feature = 0

  get triangles(): number {
    return this.corners / 3
  }

  vertex(
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    color: readonly [number, number, number],
    u = 0,
    v = 0,
  ): number {
    const index = this.vertices++
    if (index * 8 >= this.floats.length) {
      this.floats = grown(this.floats, new Float32Array(this.floats.length * 2))
      this.shades = grown(this.shades, new Uint16Array(this.shades.length * 2))
    }
    const f = index * 8
    const { floats, shades } = this
    floats[f] = x
    floats[f + 1] = y
    floats[f + 2] = z
    floats[f + 3] = nx
    floats[f + 4] = ny
    floats[f + 5] = nz
    floats[f + 6] = u
    floats[f + 7] = v
    const s = index * 4
    shades[s] = color[0]
    shades[s + 1] = color[1]
    shades[s + 2] = color[2]
    shades[s + 3] = this.feature
    return index
  }

  triangle(a: number, b: number, c: number): void {
    if (this.corners + 3 > this.indices.length)
      this.indices = grown(this.indices, new Uint32Array(this.indices.length * 2))
    this.indices[this.corners++] = a
    this.indices[this.corners++] = b
    this.indices[this.corners++] = c
  }

  /** Counter-clockwise seen from where its normal points. */
  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c)
    this.triangle(a, c, d)
  }
}

function grown<A extends Float32Array | Uint16Array | Uint32Array>(from: A, to: A): A {
  to.set(from as never)
  return to
}

/** The meshes of a tile, one for each material that is used in it. */
export class Meshes {
  readonly byMaterial = new Map<string, Mesh>()
  feature = 0

  of(material: string): Mesh {
    let mesh = this.byMaterial.get(material)
    if (!mesh) {
      mesh = new Mesh()
      this.byMaterial.set(material, mesh)
    }
    mesh.feature = this.feature
    return mesh
  }

  get triangles(): number {
    let sum = 0
    for (const mesh of this.byMaterial.values()) sum += mesh.triangles
    return sum
  }

  get isEmpty(): boolean {
    return this.triangles === 0
  }
}
