import type { Model } from '../shape/model.ts'
import banyan from './banyan.ts'
import camphor from './camphor.ts'
import ginkgo from './ginkgo.ts'
import palm from './palm.ts'

/** Four shapes that make a street look planted, not stamped. */
export const trees: readonly Model[] = [banyan, palm, camphor, ginkgo]
