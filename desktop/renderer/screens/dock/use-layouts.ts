import { useEffect, useMemo, useState } from 'react'
import type { ArrangedScreen } from '#shared/world/layouts.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { type KeptLayouts, Layouts } from './layouts.ts'

/** Longer nobody waits for a screen: it begins with what it comes with. */
const PATIENCE_MS = 1500
const NOTHING: KeptLayouts = { inUse: undefined, named: [] }

/** What the server keeps of a screen's arrangements; undefined: it has not answered yet. Another answer may come later. */
export function useLayouts(screen: ArrangedScreen): { layouts: Layouts; kept: KeptLayouts | undefined } {
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const layouts = useMemo(() => new Layouts(ask, screen), [ask, screen])
  const [kept, setKept] = useState<KeptLayouts>()
  const isKnown = kept !== undefined && kept !== NOTHING
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the server is back
  useEffect(() => {
    if (isKnown) {
      layouts.save().catch(() => {})
      return
    }
    let open = true
    const timer = setTimeout(() => setKept((known) => known ?? NOTHING), PATIENCE_MS)
    layouts.load().then(
      (found) => {
        // Who has begun to arrange it meanwhile means what he does.
        if (open) setKept((known) => (known && layouts.isUnsaved ? { ...found, inUse: undefined } : found))
        layouts.save().catch(() => {})
      },
      () => open && setKept((known) => known ?? NOTHING),
    )
    return () => {
      open = false
      clearTimeout(timer)
    }
  }, [layouts, isKnown, isLive])
  return { layouts, kept }
}
