import { Cartesian3 } from '@cesium/engine'
import type { Light } from '../sky/light.ts'

/** Nine terms of a sky that is alike on all sides but for above and below. */
const TERMS = 9
/** In the frame of a tileset, the term that says how much brighter it is above. */
const UPWARDS = 2

/**
 * Light from the whole sky, as the engine wants it. One array for good: tiles keep the one they were made with, so it
 * is changed in place and never replaced.
 */
export class SkyLight {
  readonly coefficients = Array.from({ length: TERMS }, () => new Cartesian3())

  set({ sky, ground }: Pick<Light, 'sky' | 'ground'>): void {
    const [mean, upwards] = [this.coefficients[0], this.coefficients[UPWARDS]]
    if (mean) Cartesian3.fromElements(sky[0] + ground[0], sky[1] + ground[1], sky[2] + ground[2], mean)
    if (upwards) Cartesian3.fromElements(sky[0] - ground[0], sky[1] - ground[1], sky[2] - ground[2], upwards)
    for (const term of [mean, upwards]) if (term) Cartesian3.multiplyByScalar(term, 0.5, term)
  }
}
