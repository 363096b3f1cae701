import { deviceKinds } from '#models/devices/index.ts'
import { limitsOf } from '#models/limits.ts'
import type { Amount } from './map.ts'
import type { Thing } from './thing.ts'

const isIn = (kinds: readonly string[] | undefined) => (thing: Thing) => !kinds || kinds.includes(thing.device.kind)

/** Things in alarm. */
export function inAlarm(kinds?: readonly string[]) {
  return (things: readonly Thing[]): Amount => {
    const value = things.filter(isIn(kinds)).filter(({ condition }) => typeof condition === 'number').length
    return { value, concern: value > 0 }
  }
}

/** Those that are heard of, of all. */
export function atWork(kinds?: readonly string[]) {
  return (things: readonly Thing[]): Amount | undefined => {
    const all = things.filter(isIn(kinds))
    if (all.length === 0) return undefined
    const value = all.filter(({ condition }) => condition !== 'away' && condition !== 'unknown').length
    return { value, of: all.length, concern: value < all.length }
  }
}

/** Those whose reading is beyond something, of those that measure it. */
export function those(kind: string, metric: string, beyond: (value: number) => boolean, isConcern = true) {
  return (things: readonly Thing[]): Amount | undefined => {
    const values = valuesOf(things, kind, metric)
    if (values.length === 0) return undefined
    const value = values.filter(beyond).length
    return { value, of: values.length, concern: isConcern && value > 0 }
  }
}

export function sum(kind: string, metric: string) {
  return (things: readonly Thing[]): Amount | undefined => {
    const values = valuesOf(things, kind, metric)
    if (values.length === 0) return undefined
    const { unit = '', decimals = 0 } = deviceKinds.get(kind)?.metrics[metric] ?? {}
    // A limit is for one device: what many have together breaks none.
    return { value: values.reduce((whole, one) => whole + one, 0), unit, decimals, concern: false }
  }
}

/** Half of them measure less, half more: one faulty device does not move it. */
export function median(kind: string, metric: string) {
  return (things: readonly Thing[]): Amount | undefined => {
    const values = valuesOf(things, kind, metric).sort((a, b) => a - b)
    const middle = values[values.length >> 1]
    if (middle === undefined) return undefined
    const below = values[(values.length - 1) >> 1] ?? middle
    return withMetric(kind, metric, (middle + below) / 2)
  }
}

function valuesOf(things: readonly Thing[], kind: string, metric: string): number[] {
  return things.flatMap(({ device, values }) => {
    const value = device.kind === kind ? values?.[metric] : undefined
    return value === undefined ? [] : [value]
  })
}

function withMetric(kind: string, metric: string, value: number): Amount {
  const known = deviceKinds.get(kind)
  const { unit = '', decimals = 0 } = known?.metrics[metric] ?? {}
  const [line] = known ? limitsOf(known, [], metric) : []
  const concern = line !== undefined && (line.when === 'above' ? value > line.limit : value < line.limit)
  return { value, unit, decimals, concern }
}
