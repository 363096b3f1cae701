import type { Grade } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import type { SetRule } from '#shared/world/rules.ts'
import { effectiveFor } from './effective.ts'
import type { DeviceKind } from './kind.ts'
import { rulesInForce } from './rules.ts'

/** Where an alarm begins. */
export interface LimitLine {
  when: 'above' | 'below'
  limit: number
  grade: Grade
}

/** The limits in force for a metric: of one device, with its exceptions, or of the whole kind. */
export function limitsOf(
  kind: DeviceKind,
  set: Iterable<SetRule>,
  metric: string,
  device?: Pick<Device, 'device' | 'place'>,
): LimitLine[] {
  const own = [...set].filter((rule) => rule.kind === kind.kind)
  return [...rulesInForce([kind], own).values()].flatMap((rule) => {
    const effective = effectiveFor(device ? rule : { ...rule, exceptions: [] }, device ?? { device: '', place: '' })
    if (!effective || (effective.when.is !== 'above' && effective.when.is !== 'below')) return []
    const { is, limit } = effective.when
    return effective.when.metric === metric ? [{ when: is, limit, grade: effective.grade }] : []
  })
}
