import { writeSite } from '../cim/write.ts'
import { makeDemo } from './demo.ts'

/** Writes the demonstration community as a site folder. */
export async function writeDemo(folder: string, seed: number): Promise<void> {
  await writeSite(folder, makeDemo(seed))
}
