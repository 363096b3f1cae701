import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongUsage } from './command.ts'

export const text = { type: 'string' } as const
export const flag = { type: 'boolean', default: false } as const

/** One thing is named (a file, a folder), or nothing; all else are options. */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
  what: string | undefined,
) {
  const { values, positionals } = parse(args, options)
  if (what === undefined && positionals.length > 0) throw new WrongUsage(`unexpected: ${positionals.join(' ')}`)
  if (what !== undefined && positionals.length !== 1) throw new WrongUsage(`exactly one ${what} is wanted`)
  return { values, named: positionals[0] ?? '' }
}

function parse<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

/** npm runs scripts in the folder of the package; what a person names is meant from where that person is. */
export function pathOf(given: string): string {
  const from = process.env.npm_lifecycle_event === 'place' ? process.env.INIT_CWD : undefined
  return from === undefined ? resolve(given) : resolve(from, given)
}

export function folderOf(given: string | undefined, option = '--out DIR'): string {
  if (!given) throw new WrongUsage(`${option} is wanted`)
  return pathOf(given)
}

export function numberOf(option: string, given: string | undefined, least: number, most: number): number | undefined {
  if (given === undefined) return undefined
  const value = given.trim() === '' ? Number.NaN : Number(given)
  if (value >= least && value <= most) return value
  throw new WrongUsage(`--${option} wants a number of ${least} to ${most}, not "${given}"`)
}
