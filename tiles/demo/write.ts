import { writeSite } from '../cim/write.ts'
import { type DemoOptions, makeDemo } from './demo.ts'

/** The community that everybody sees who starts the demonstration. */
export const DEMO_SEED = 2026

/** Writes the demonstration community as a site folder. */
export async function writeDemo(folder: string, seed: number, options: DemoOptions = {}): Promise<void> {
  await writeSite(folder, makeDemo(seed, options))
}
