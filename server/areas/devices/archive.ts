import { setImmediate as breathe } from 'node:timers/promises'
import {
  type ArchiveLine,
  exportDevices,
  readArchive,
  readCredentials,
  readKeeperPhone,
} from '#shared/contract/registry.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { entryOf, isInService } from '#shared/world/device-entry.ts'
import type { Device } from '#shared/world/devices.ts'
import type { DeviceSecrets } from '../../access/devices.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'

interface Deps {
  log: EventLog
  secrets: DeviceSecrets
}

type Retired = NonNullable<ArchiveLine['retired']>
interface Known {
  device: Device
  retired?: Retired
}

/** Rows looked through before others have a turn. */
const SLICE = 5000

/** The archive as administration reads it: with what is retired, and with what no frame carries. */
export function archiveCalls({ log, secrets }: Deps): Served[] {
  const lineOf = ({ device, retired }: Known): ArchiveLine => {
    const { registeredAt, source, file, changedAt, changedBy } = device
    return {
      ...entryOf(device),
      registeredAt,
      source,
      ...(file === undefined ? {} : { file }),
      ...(changedAt === undefined ? {} : { changedAt }),
      ...(changedBy === undefined ? {} : { changedBy }),
      hasCredential: secrets.has(device.device),
      hasPhone: log.told.archive.get(device.device)?.phone !== undefined,
      ...(retired ? { retired } : {}),
    }
  }
  const all = function* (duty: string, withRetired: boolean): Generator<Known> {
    for (const device of log.told.devices.values()) if (isWithin(device.place, duty)) yield { device }
    if (!withRetired) return
    for (const { place, retired } of log.told.archive.values()) {
      if (!retired || !isWithin(place, duty)) continue
      const { device, ...how } = retired
      yield { device, retired: how }
    }
  }
  return [
    answer(readArchive, async ({ from, limit, order, descending, ...wish }, { duty }) => {
      const fits = filterOf(wish)
      const found: Known[] = []
      let looked = 0
      for (const one of all(duty, wish.state === 'retired' || wish.state === undefined)) {
        if (++looked % SLICE === 0) await breathe()
        if (fits(one)) found.push(one)
      }
      const turn = descending ? -1 : 1
      found.sort(
        (a, b) => turn * compare(a.device[order], b.device[order]) || compare(a.device.device, b.device.device),
      )
      return { devices: found.slice(from, from + limit).map(lineOf), total: found.length }
    }),
    answer(readCredentials, (_, { duty }) => {
      const devices: string[] = []
      for (const { device } of all(duty, false)) if (secrets.has(device.device)) devices.push(device.device)
      return { devices }
    }),
    answer(readKeeperPhone, ({ device: id }, { duty }) => {
      const known = log.told.archive.get(id)
      const place = log.told.devices.get(id)?.place ?? known?.place
      if (place === undefined || !isWithin(place, duty))
        return refuse('device.unknown', { device: id }, 'no such device')
      return known?.phone === undefined ? {} : { phone: known.phone }
    }),
    answer(exportDevices, ({ from, limit, phones, retired }, { duty }) => {
      const found = [...all(duty, retired)]
      const devices = found.slice(from, from + limit).map((one) => {
        const phone = phones ? log.told.archive.get(one.device.device)?.phone : undefined
        return { ...lineOf(one), ...(phone === undefined ? {} : { phone }) }
      })
      return { devices, total: found.length }
    }),
  ]
}

interface Filter {
  text?: string | undefined
  kind?: string | undefined
  state?: 'in-use' | 'spare' | 'repair' | 'retired' | undefined
  group?: string | undefined
  place?: string | undefined
}

function filterOf({ text = '', kind, state, group, place }: Filter): (known: Known) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return ({ device, retired }) => {
    if (kind !== undefined && device.kind !== kind) return false
    if (state !== undefined && state !== (retired ? 'retired' : stateOf(device))) return false
    if (group !== undefined && !device.groups?.includes(group)) return false
    if (place !== undefined && !isWithin(device.place, place)) return false
    if (words.length === 0) return true
    const { maker = '', model = '', serial = '', plate = '', keeper = '' } = device
    const said = [device.device, device.name, device.place, maker, model, serial, plate, keeper]
      .join('\n')
      .toLowerCase()
    return words.every((word) => said.includes(word))
  }
}

function stateOf(device: Device): 'in-use' | 'spare' | 'repair' {
  return isInService(device) ? 'in-use' : (device.assetState ?? 'in-use')
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}
