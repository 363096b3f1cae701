import { useEffect, useState } from 'react'
import { readInside } from '#shared/contract/place.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import type { Asker } from './ask.ts'
import { useCenter } from './hooks.ts'

/** How a building is laid out inside; null: nobody has drawn it. */
export async function insideOf(ask: Asker['ask'], building: string): Promise<Interior | null> {
  // The server has read it by its schema.
  return (await ask(readInside, { building })).inside as Interior | null
}

/** Undefined while it is being asked for; `failed`: the server did not say. */
export function useInside(building: string): Interior | null | 'failed' | undefined {
  const { ask } = useCenter()
  const [known, setKnown] = useState<{ building: string; inside: Interior | null | 'failed' }>()
  useEffect(() => {
    let wanted = true
    const told = (inside: Interior | null | 'failed') => wanted && setKnown({ building, inside })
    insideOf(ask, building).then(told, () => told('failed'))
    return () => {
      wanted = false
    }
  }, [ask, building])
  return known?.building === building ? known.inside : undefined
}
