import { readSite } from '#shared/contract/place.ts'
import type { Site } from '#tiles/cim/site.ts'
import { answer, type Served } from '../../gateway/serve.ts'

export function placeCalls(site: Site): Served[] {
  return [answer(readSite, () => ({ site }))]
}
