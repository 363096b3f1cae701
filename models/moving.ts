import { isPosition, type Position } from '#shared/place/position.ts'
import type { DeviceKind } from './kind.ts'

export interface Whereabouts {
  position: Position
  /** Degrees clockwise from north. */
  heading?: number
  /** Metres a second. */
  speed?: number
  /** It said so itself; else it is taken to be where it is registered. */
  reported: boolean
}

/** Where a device is now, by its newest values. One that does not move, or has said nothing usable, is where it belongs. */
export function whereNow(
  kind: Pick<DeviceKind, 'moves'> | undefined,
  registered: Position,
  values: Readonly<Record<string, number>> | undefined,
): Whereabouts {
  const lon = within(values?.lon, -180, 180)
  const lat = within(values?.lat, -90, 90)
  // Receivers that have not found their satellites yet say 0, 0.
  const isFix = lon !== undefined && lat !== undefined && (lon !== 0 || lat !== 0)
  if (!kind?.moves || !isFix) return { position: registered, reported: false }
  const heading = within(values?.heading, 0, 360)
  const flying = kind.moves.flies ? within(values?.height, -1000, 10_000) : undefined
  const speed = within(values?.speed, 0, Number.MAX_VALUE)
  return {
    position: { lon, lat, height: flying ?? (isPosition(registered) ? registered.height : 0) },
    ...(heading === undefined ? {} : { heading }),
    ...(speed === undefined ? {} : { speed }),
    reported: true,
  }
}

/** NaN is within nothing. */
function within(value: number | undefined, min: number, max: number): number | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined
}
