import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { readSite, readTiles, type Tiles } from '#shared/contract/place.ts'
import type { Room } from '#tiles/cim/interior.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Asker } from './ask.ts'
import { useCenter, useCenterState } from './hooks.ts'

/** The model, and what rooms are called: by the place of the building and the room's id. */
export type KnownSite = Site & { rooms: Record<string, Record<string, Pick<Room, 'name' | 'use'>>> }

/** The place as the scene needs it: what is known of it, and where its shapes lie. */
export interface Place {
  site: KnownSite
  tiles: Tiles
}

export interface PlaceState {
  place: Place | undefined
  /** It could not be had. */
  failed: boolean
}

export const PlaceContext = createContext<PlaceState>({ place: undefined, failed: false })

export function useSite(): KnownSite | undefined {
  return useContext(PlaceContext).place?.site
}

/** While the server still builds tiles it is asked again now and then. */
const ASK_AGAIN_MS = 5000

/** Fetched once the screen is live; fetched again when new tiles have been made. */
export function usePlace(): PlaceState {
  const { ask } = useCenter()
  const phase = useCenterState((s) => s.time.phase)
  const [place, setPlace] = useState<Place>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (phase !== 'live') return
    if (!place) loadPlace(ask).then(setPlace, () => setFailed(true))
    else if (place.tiles.building) {
      const timer = setInterval(async () => {
        const tiles = await ask(readTiles, {}).catch(() => place.tiles)
        if (!tiles.building) setPlace({ ...place, tiles })
      }, ASK_AGAIN_MS)
      return () => clearInterval(timer)
    }
  }, [ask, phase, place])
  return useMemo(() => ({ place, failed }), [place, failed])
}

async function loadPlace(ask: Asker['ask']): Promise<Place> {
  const [{ site, rooms }, tiles] = await Promise.all([ask(readSite, {}), ask(readTiles, {})])
  // The server has read both by their schemas.
  return { site: { ...site, rooms } as unknown as KnownSite, tiles }
}
