import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { readSite, readTiles, type Tiles } from '#shared/contract/place.ts'
import type { Room } from '#tiles/cim/interior.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Asker } from './ask.ts'
import { useCenter, useCenterState } from './hooks.ts'
import type { Recording } from './recorded/recording.ts'

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

export function usePlaceState(): PlaceState {
  return useContext(PlaceContext)
}

export function useSite(): KnownSite | undefined {
  return useContext(PlaceContext).place?.site
}

/** While the server still builds tiles it is asked again now and then. */
const ASK_AGAIN_MS = 5000

/** Fetched once the screen is live; fetched again when new tiles have been made, and when what is shown is of a file. */
export function usePlace(): PlaceState {
  const { ask } = useCenter()
  const phase = useCenterState((s) => s.time.phase)
  const recording = useCenterState((s) => s.recording)
  const [known, setKnown] = useState<PlaceState & { of: Recording | undefined }>(NOWHERE)
  const isOther = known.of !== recording
  useEffect(() => {
    if (phase !== 'live' && recording === undefined) return
    const { place, failed } = isOther ? NOWHERE : known
    const none = { place: undefined, failed: true, of: recording }
    let wanted = true
    const show = (found: Place) => wanted && setKnown({ place: found, failed: false, of: recording })
    if (!place && !failed) loadPlace(ask).then(show, () => wanted && setKnown(none))
    const timer = place?.tiles.building
      ? setInterval(async () => {
          const tiles = await ask(readTiles, {}).catch(() => place.tiles)
          if (!tiles.building) show({ ...place, tiles })
        }, ASK_AGAIN_MS)
      : undefined
    return () => {
      wanted = false
      clearInterval(timer)
    }
  }, [ask, phase, known, recording, isOther])
  return useMemo(() => (isOther ? NOWHERE : { place: known.place, failed: known.failed }), [known, isOther])
}

const NOWHERE = { place: undefined, failed: false, of: undefined }

async function loadPlace(ask: Asker['ask']): Promise<Place> {
  const [{ site, rooms }, tiles] = await Promise.all([ask(readSite, {}), ask(readTiles, {})])
  // The server has read both by their schemas.
  return { site: { ...site, rooms } as unknown as KnownSite, tiles }
}
