import type { DeviceEntry } from '#shared/world/device-entry.ts'
import { type Column, columns } from './columns.ts'

export type Written = DeviceEntry & { phone?: string | undefined }

/** Chinese first; what every device has is marked. */
export function titleOf({ title: { zh, en }, needed }: Column): string {
  return `${zh} ${en}${needed ? '*' : ''}`
}

/** Which columns are written; phones only for whoever asks for them. */
export function columnsFor(phones: boolean): Column[] {
  return columns.filter(({ name }) => phones || name !== 'phone')
}

export function rowOf(entry: Written, written: readonly Column[]): (string | number | undefined)[] {
  return written.map((column) => column.write(entry))
}
