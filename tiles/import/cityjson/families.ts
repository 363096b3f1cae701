import type { Report } from '../report.ts'
import type { Family } from './building.ts'
import type { CityObject } from './types.ts'

interface Waiting extends Family {
  children: string[]
  /** Those of them that have not come yet. */
  missing: Set<string>
}

/**
 * Brings buildings and their parts together, in whatever order a file has them: a building waits until all its
 * children have passed by, a part until its building does.
 */
export class Families {
  readonly #report: Report
  readonly #waiting = new Map<string, Waiting>()
  /** Which building a child belongs to, once that building has come. */
  readonly #homes = new Map<string, Waiting>()
  /** Children that came before their building. */
  readonly #early = new Map<string, CityObject>()
  /** Children that have gone with their building. */
  readonly #gone = new Set<string>()

  constructor(report: Report) {
    this.#report = report
  }

  building(id: string, building: CityObject): Family[] {
    if (this.#waiting.has(id)) {
      this.#report.leaveOut(id, 'id.duplicate')
      return []
    }
    const family: Waiting = { id, building, parts: [], children: [], missing: new Set() }
    this.#waiting.set(id, family)
    this.#expect(family, building)
    return this.#take(family)
  }

  /** A part, or any other child of a building: those that are no parts are only ticked off. */
  child(id: string, child: CityObject): Family[] {
    const family = this.#homes.get(id)
    if (this.#gone.has(id)) {
      this.#report.leaveOut(id, 'id.duplicate')
      return []
    }
    if (!family) {
      this.#early.set(id, child.type === 'BuildingPart' ? child : { type: child.type })
      return []
    }
    this.#arrive(family, id, child)
    return this.#take(family)
  }

  /** What still waits at the end of the file. */
  *rest(): Generator<Family> {
    for (const family of this.#waiting.values()) {
      this.#report.remark(family.id, 'child.missing', [...family.missing].slice(0, 5).join(', '))
      yield family
    }
    for (const [id, child] of this.#early) {
      if (child.type !== 'BuildingPart') continue
      this.#report.remark(id, 'parent.missing')
      yield { id, building: child, parts: [] }
    }
  }

  #expect(family: Waiting, { children }: CityObject): void {
    for (const id of Array.isArray(children) ? children : []) {
      if (typeof id !== 'string' || this.#homes.has(id)) continue
      this.#homes.set(id, family)
      family.children.push(id)
      family.missing.add(id)
      const early = this.#early.get(id)
      this.#early.delete(id)
      if (early) this.#arrive(family, id, early)
    }
  }

  #arrive(family: Waiting, id: string, child: CityObject): void {
    family.missing.delete(id)
    if (child.type !== 'BuildingPart') return
    family.parts.push(child)
    this.#expect(family, child)
  }

  #take(family: Waiting): Family[] {
    if (family.missing.size > 0) return []
    this.#waiting.delete(family.id)
    // A city is read object by object: nothing of what is done may stay.
    for (const child of family.children) {
      this.#homes.delete(child)
      this.#gone.add(child)
    }
    return [family]
  }
}
