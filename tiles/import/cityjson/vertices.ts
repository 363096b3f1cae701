import { isRecord } from '../json/is-record.ts'
import type { Vec } from './types.ts'

export interface Transform {
  scale: Vec
  translate: Vec
}

export function transformOf(value: unknown): Transform | undefined {
  if (!isRecord(value)) return undefined
  const [scale, translate] = [vecOf(value.scale), vecOf(value.translate)]
  return scale && translate ? { scale, translate } : undefined
}

function vecOf(value: unknown): Vec | undefined {
  if (!Array.isArray(value) || value.length < 3) return undefined
  const [x, y, z] = value
  return [x, y, z].every(Number.isFinite) ? [x, y, z] : undefined
}

/** The vertices of a file or feature in a third of the memory that a list of lists needs. */
export class Vertices {
  #numbers = new Float64Array(3072)
  #count = 0
  #transform: Transform | undefined

  add(vertex: unknown): void {
    if ((this.#count + 1) * 3 > this.#numbers.length) {
      const larger = new Float64Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    const [x, y, z] = vecOf(vertex) ?? [Number.NaN, Number.NaN, Number.NaN]
    this.#numbers.set([x, y, z], this.#count++ * 3)
  }

  /** The vertices are whole numbers, to be scaled and moved; in version 1.0 they may be the coordinates themselves. */
  set transform(transform: Transform | undefined) {
    this.#transform = transform
  }

  get count(): number {
    return this.#count
  }

  /** Undefined: there is no such vertex. NaN: it has no valid coordinates. */
  at(index: number): Vec | undefined {
    if (!(Number.isInteger(index) && index >= 0 && index < this.#count)) return undefined
    const [x = 0, y = 0, z = 0] = this.#numbers.subarray(index * 3, index * 3 + 3)
    if (!this.#transform) return [x, y, z]
    const { scale, translate } = this.#transform
    return [x * scale[0] + translate[0], y * scale[1] + translate[1], z * scale[2] + translate[2]]
  }

  /** Some of them, from everywhere in the file. */
  sample(most: number): [number, number][] {
    const step = Math.max(1, Math.floor(this.#count / most))
    const found: [number, number][] = []
    for (let i = 0; i < this.#count && found.length < most; i += step) {
      const vertex = this.at(i)
      if (vertex && Number.isFinite(vertex[0])) found.push([vertex[0], vertex[1]])
    }
    return found
  }
}
