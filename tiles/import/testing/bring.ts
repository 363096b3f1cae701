import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readSite } from '../../cim/read.ts'
import type { Site } from '../../cim/site.ts'
import { importInto, NothingUsable, type Run } from '../run.ts'
import type { Result } from '../summary.ts'

/** A folder of a test's own, gone when it ends. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-import-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface Brought {
  result: Result
  site: Site
  folder: string
}

/** Imports what stands in a file of that name, and reads the site back as the server does. */
export async function bring(name: string, content: string | Buffer | object, options: Run = {}): Promise<Brought> {
  const folder = await ownFolder()
  const file = join(folder, name)
  await writeFile(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  const out = join(folder, 'site')
  const result = await importInto(out, file, { today: '2026-01-01', ...options })
  return { result, site: (await readSite(out)).site, folder: out }
}

/** The same of a file that holds nothing usable: nothing may be written. */
export async function bringNothing(
  name: string,
  content: string | Buffer | object,
  options: Run = {},
): Promise<Result> {
  const folder = await ownFolder()
  const file = join(folder, name)
  await writeFile(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  try {
    await importInto(join(folder, 'site'), file, options)
  } catch (error) {
    if ((await readdir(folder)).includes('site')) throw new Error('something was written')
    if (error instanceof NothingUsable) return error.result
    throw error
  }
  throw new Error('something was usable')
}

/** What was left out, as `object: reason`. */
export function leftOutOf({ leftOut }: Result): string[] {
  return leftOut.flatMap(({ code, entries }) => entries.map(({ object }) => `${object}: ${code}`)).sort()
}

export function remarksOf({ remarks }: Result): string[] {
  return remarks.flatMap(({ code, entries }) => entries.map(({ object }) => `${object}: ${code}`)).sort()
}

export const noteOf = ({ notes }: Result, code: string) => notes.find((note) => note.code === code)?.en
