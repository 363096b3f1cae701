import { useEffect, useState } from 'react'
import { abilityHere, chooseWay, type FilmWay } from './way.ts'

/** How a film of a size is made here; undefined: not at all. */
export function useWay({ width, height }: { width: number; height: number }): FilmWay | 'checking' | undefined {
  const [way, setWay] = useState<FilmWay | 'checking' | undefined>('checking')
  useEffect(() => {
    let open = true
    void abilityHere(width, height).then((ability) => open && setWay(chooseWay(ability)))
    return () => {
      open = false
    }
  }, [width, height])
  return way
}
