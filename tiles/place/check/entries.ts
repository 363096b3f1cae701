import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import { listEntries } from '../../cim/list.ts'
import { type SiteFile, siteFiles } from '../../cim/site.ts'
import type { Findings } from './findings.ts'

type Entry<N extends SiteFile> = z.infer<(typeof siteFiles)[N]> extends (infer E)[] ? E : never

/** The entries of a list that are as the model wants them, one by one; the others are findings. */
export async function* entriesOf<N extends SiteFile>(
  folder: string,
  name: N,
  findings: Findings,
): AsyncGenerator<Entry<N>> {
  const file = join(folder, name)
  if (!(await isThere(file))) return
  const list = siteFiles[name] as unknown as z.ZodArray<z.ZodType<Entry<N>>>
  let number = 0
  try {
    for await (const { text } of listEntries(file)) {
      number++
      const entry = parse(text)
      if (entry instanceof Error) {
        findings.mistake(`${name} ${number}`, 'entry.json', entry.message)
        continue
      }
      const parsed = list.element.safeParse(entry)
      if (parsed.success) yield parsed.data
      else findings.mistake(`${name} ${nameOf(entry) ?? number}`, 'entry.schema', issueOf(parsed.error))
    }
  } catch (error) {
    if (!(error instanceof AnkanError)) throw error
    findings.mistake(name, 'entry.json', error.message)
  }
}

/** A file that is one object. */
export async function partOf<N extends SiteFile>(
  folder: string,
  name: N,
  findings: Findings,
): Promise<z.infer<(typeof siteFiles)[N]> | undefined> {
  const file = join(folder, name)
  if (!(await isThere(file))) return undefined
  const content = parse(await readFile(file, 'utf8'))
  if (content instanceof Error) {
    findings.mistake(name, 'entry.json', content.message)
    return undefined
  }
  const parsed = siteFiles[name].safeParse(content)
  if (parsed.success) return parsed.data as z.infer<(typeof siteFiles)[N]>
  findings.mistake(name, 'entry.schema', issueOf(parsed.error))
  return undefined
}

export const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error as Error
  }
}

function nameOf(entry: unknown): string | undefined {
  const { place, device, id, home, name } = (entry ?? {}) as Record<string, unknown>
  const known = device ?? id ?? home ?? place ?? name
  return typeof known === 'string' ? known : undefined
}

function issueOf({ issues }: z.ZodError): string {
  const [first] = issues
  const more = issues.length > 1 ? ` (+${issues.length - 1})` : ''
  return `${first?.path.join('.')}: ${first?.message}${more}`
}
