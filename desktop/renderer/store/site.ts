import { createContext, useContext } from 'react'
import { readSite } from '#shared/contract/place.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Asker } from './ask.ts'

export const SiteContext = createContext<Site | undefined>(undefined)

export function useSite(): Site | undefined {
  return useContext(SiteContext)
}

export async function loadSite(ask: Asker['ask']): Promise<Site> {
  return (await ask(readSite, {})).site as unknown as Site
}
