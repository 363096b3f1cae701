import { registry } from '#shared/registry.ts'
import { deviceModels } from './devices/models.ts'
import { furniture } from './furniture/index.ts'
import { responders } from './responders/index.ts'
import type { Model } from './shape/model.ts'
import { trees } from './trees/index.ts'
import { vehicles } from './vehicles/index.ts'

/** Everything that has a shape. */
export const models = registry<Model>('model', ({ id }) => id, [
  ...deviceModels,
  ...responders,
  ...vehicles,
  ...trees,
  ...furniture,
])
