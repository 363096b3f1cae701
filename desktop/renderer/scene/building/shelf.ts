import type { Mesh, Object3D } from 'three'
import type { Parts } from './storey/parts.ts'

/** Shapes of storeys that are alike, kept once: of thirty storeys in a tower five are different. */
export class Shelf {
  private readonly known = new Map<string, Parts>()

  /** What is already there for an equal model, or else what `make` makes of it. */
  take(model: Object3D, make: () => Parts): Parts {
    const key = likeness(model)
    const parts = this.known.get(key) ?? make()
    this.known.set(key, parts)
    return parts
  }

  get bytes(): number {
    let sum = 0
    for (const parts of this.known.values())
      for (const { attributes, index } of Object.values(parts)) {
        for (const { array } of Object.values(attributes)) sum += array.byteLength
        sum += index?.array.byteLength ?? 0
      }
    return sum
  }

  dispose(): void {
    for (const parts of this.known.values()) for (const shape of Object.values(parts)) shape.dispose()
    this.known.clear()
  }
}

/** Two models with the same one have the same corners in the same order. */
function likeness(model: Object3D): string {
  const said: (string | number)[] = []
  model.traverse((object) => {
    const { isMesh, geometry } = object as Mesh
    if (!isMesh) return
    said.push(object.scale.x.toFixed(5), object.position.x.toFixed(3), object.position.z.toFixed(3))
    for (const name of ['position', '_feature_id_0']) {
      const values = geometry.attributes[name]
      if (values) said.push(values.count, sum(values.array))
    }
    if (geometry.index) said.push(geometry.index.count, sum(geometry.index.array))
  })
  return said.join(' ')
}

/** Of Fowler, Noll and Vo: order counts. */
function sum(values: ArrayLike<number>): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < values.length; i++) hash = Math.imul(hash ^ (values[i] as number), 0x01000193)
  return hash >>> 0
}
