import { useEffect, useMemo, useState } from 'react'
import type { ArrangedScreen } from '#shared/world/layouts.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { type KeptLayouts, Layouts } from './layouts.ts'

/** Longer nobody waits for a screen: it begins with what it comes with. */
const PATIENCE_MS = 1500

/** What the server keeps of a screen's arrangements; undefined: it has not answered yet. */
export function useLayouts(screen: ArrangedScreen): { layouts: Layouts; kept: KeptLayouts | undefined } {
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const layouts = useMemo(() => new Layouts(ask, screen), [ask, screen])
  const [kept, setKept] = useState<KeptLayouts>()
  useEffect(() => {
    let open = true
    const begin = (found: KeptLayouts) => open && setKept((known) => known ?? found)
    const timer = setTimeout(() => begin({ inUse: undefined, named: [] }), PATIENCE_MS)
    layouts.load().then(begin, () => begin({ inUse: undefined, named: [] }))
    const away = () => void layouts.save()
    addEventListener('pagehide', away)
    return () => {
      open = false
      clearTimeout(timer)
      removeEventListener('pagehide', away)
      away()
    }
  }, [layouts])
  useEffect(() => {
    if (isLive) void layouts.save()
  }, [isLive, layouts])
  return { layouts, kept }
}
