import { readdir } from 'node:fs/promises'

/** The days of files that are named by them, each once, the oldest first. The first group of the pattern is the day. */
export async function daysOf(folder: string, file: RegExp): Promise<string[]> {
  const days = (await readdir(folder)).map((name) => file.exec(name)?.[1]).filter((day) => day !== undefined)
  return [...new Set(days)].sort()
}
