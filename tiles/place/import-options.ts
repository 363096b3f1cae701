import { type OffsetSystem, offsetSystems } from '#shared/place/chinese-offset.ts'
import { fromEpsg, parseEpsg } from '#shared/place/systems.ts'
import type { Options } from '../import/options.ts'
import { flag, folderOf, numberOf, pathOf, readArguments, text } from './arguments.ts'
import { WrongUsage } from './command.ts'

export interface ImportCall {
  source: string
  out: string
  report?: string
  options: Options
}

export const importOptions = {
  out: text,
  id: text,
  name: text,
  epsg: text,
  offset: text,
  reference: text,
  datum: text,
  lift: text,
  'max-gb': text,
  report: text,
  'swap-axes': flag,
  replace: flag,
} as const

export function readImport(args: string[]): ImportCall {
  const { values, named } = readArguments(args, importOptions, 'FILE')
  if (values.offset !== undefined && values.reference !== undefined)
    throw new WrongUsage('--offset says what --reference finds out: one of them')
  const [datum, lift] = [numberOf('datum', values.datum, -500, 9000), numberOf('lift', values.lift, -1000, 1000)]
  const mostBytes = (numberOf('max-gb', values['max-gb'], 0, 1e6) ?? 50) * 1e9
  const [epsg, offset] = [epsgOf(values.epsg), offsetOf(values.offset)]
  const { id, name, reference, report } = values
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    throw new WrongUsage(`--id wants small letters, digits and dashes, 40 at most, not "${id}"`)
  if (name !== undefined && (name.trim() === '' || name.length > 100))
    throw new WrongUsage('--name wants 1 to 100 letters')
  return {
    source: /^https?:\/\//i.test(named) ? named : pathOf(named),
    out: folderOf(values.out),
    ...(report === undefined ? {} : { report: pathOf(report) }),
    options: {
      mostBytes,
      replace: values.replace,
      swapAxes: values['swap-axes'],
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(epsg === undefined ? {} : { epsg }),
      ...(offset === undefined ? {} : { offset }),
      ...(reference === undefined ? {} : { reference: pathOf(reference) }),
      ...(datum === undefined ? {} : { datum }),
      ...(lift === undefined ? {} : { lift }),
    },
  }
}

function epsgOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  try {
    return fromEpsg(parseEpsg(given)).epsg
  } catch (error) {
    throw new WrongUsage(`--epsg ${given}: ${(error as Error).message}`)
  }
}

function offsetOf(given: string | undefined): OffsetSystem | undefined {
  const known = offsetSystems.find((one) => one === given?.toLowerCase())
  if (given === undefined || known) return known
  throw new WrongUsage(`--offset wants one of ${offsetSystems.join(', ')}, not "${given}"`)
}
