import type { Named } from '../coordinates/named.ts'
import { choosePlane, type Plane } from '../coordinates/plane.ts'
import type { Found, Work } from '../importer.ts'
import { takeFeature } from './feature.ts'
import { type RawFeature, sampleOf } from './geometry.ts'

/** So many features are looked at before the coordinates of the file are judged. */
const SAMPLE = 256

/** Raw features into what the model wants. `named` is asked once the sample has been read. */
export async function* takeFeatures(
  batches: AsyncIterable<RawFeature[]>,
  { options, report }: Work,
  named: () => Named | undefined,
): AsyncGenerator<Found[]> {
  let waiting: RawFeature[] = []
  let plane: Plane | undefined
  const choose = () => {
    const name = named()
    return choosePlane(
      waiting.flatMap(sampleOf),
      { withoutName: 'degrees', ...(name ? { named: name } : {}) },
      options,
      report,
    )
  }
  const take = (features: RawFeature[], by: Plane) => features.flatMap((feature) => takeFeature(feature, by, report))
  for await (const batch of batches) {
    if (plane) {
      yield take(batch, plane)
      continue
    }
    waiting.push(...batch)
    if (waiting.length < SAMPLE) continue
    plane = choose()
    yield take(waiting, plane)
    waiting = []
  }
  if (waiting.length > 0) yield take(waiting, plane ?? choose())
}
