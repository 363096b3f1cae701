import type { Found } from '../importer.ts'
import { isRecord } from '../json/is-record.ts'
import { type Family, type Scene, takeBuilding } from './building.ts'
import { Families } from './families.ts'
import { coversGround, takeGround, takeTree } from './ground.ts'
import { Fault } from './polygons.ts'

/** The objects of a file, or of one feature, into what the model knows. */
export class Objects {
  readonly #scene: Scene
  readonly #families: Families

  constructor(scene: Scene) {
    this.#scene = scene
    this.#families = new Families(scene.report)
  }

  take(id: string, object: unknown): Found[] {
    const { report } = this.#scene
    if (!isRecord(object) || typeof object.type !== 'string') {
      report.leaveOut(id, 'object.malformed')
      return []
    }
    if (object.type === 'Building') return this.#built(this.#families.building(id, object))
    if (object.type === 'BuildingPart' || (Array.isArray(object.parents) && object.parents.length > 0)) {
      if (object.type !== 'BuildingPart') report.passOver(object.type)
      return this.#built(this.#families.child(id, object))
    }
    try {
      if (object.type === 'SolitaryVegetationObject') return [{ kind: 'tree', tree: takeTree(object, this.#scene) }]
      if (coversGround(object.type))
        return takeGround(object, this.#scene).map((ground): Found => ({ kind: 'ground', ground }))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      report.leaveOut(id, error.reason, error.message)
      return []
    }
    report.passOver(object.type)
    return []
  }

  /** Buildings whose parts never came, and parts without a building. */
  rest(): Found[] {
    return this.#built([...this.#families.rest()])
  }

  #built(families: Family[]): Found[] {
    return families.flatMap((family): Found[] => {
      const found = takeBuilding(family, this.#scene)
      return found ? [{ kind: 'building', found }] : []
    })
  }
}
