import { registry } from '#shared/registry.ts'
import type { DeviceKind } from '../kind.ts'
import electricFire from './electric-fire/index.ts'
import gasDetector from './gas-detector/index.ts'
import smokeDetector from './smoke-detector/index.ts'
import sosButton from './sos-button/index.ts'
import waterLevel from './water-level/index.ts'

/** Every kind of device: a folder beside this file and one line here. */
export const deviceKinds = registry<DeviceKind>('device kind', (kind) => kind.kind, [
  electricFire,
  gasDetector,
  smokeDetector,
  sosButton,
  waterLevel,
])
