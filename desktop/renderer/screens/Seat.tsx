import { Activity, Suspense, useEffect, useState } from 'react'
import { soundAlarms } from '../sound/alarm-sound.ts'
import { useAdminPage } from '../store/admin-link.ts'
import { useCenter, useCenterState } from '../store/hooks.ts'
import { useLinks } from '../store/link.ts'
import { PlaceContext, usePlace } from '../store/site.ts'
import { useTouches } from '../store/touches.ts'
import { useAlarmNotice } from './desk/use-alarm-notice.ts'
import { FootNotes } from './FootNotes.tsx'
import { lazily } from './lazily.tsx'
import { ShellCommands } from './ShellCommands.tsx'
import { Workplace } from './Workplace.tsx'

const Administration = lazily(async () => (await import('./administration/Administration.tsx')).Administration)
const NOTHING: readonly string[] = []

/** Whoever has signed in sits here: at the desk, or in administration. What is out of sight keeps what it shows and rests. */
export function Seat() {
  const page = useAdminPage(useCenterState((s) => s.user?.permissions ?? NOTHING))
  const place = usePlace()
  const [opened, setOpened] = useState(page !== undefined)
  if (page !== undefined && !opened) setOpened(true)
  useTouches()
  useLinks(useCenterState((s) => s.time.phase === 'live'))
  const center = useCenter()
  useEffect(() => soundAlarms(center), [center])
  // What is administered is the present.
  useEffect(() => {
    if (page !== undefined) center.goLive()
  }, [center, page])
  useAlarmNotice(place.place?.site)
  return (
    <PlaceContext.Provider value={place}>
      <ShellCommands />
      <FootNotes />
      <Activity mode={page === undefined ? 'visible' : 'hidden'}>
        <Workplace />
      </Activity>
      {opened && (
        <Activity mode={page === undefined ? 'hidden' : 'visible'}>
          <Suspense>
            <Administration page={page} />
          </Suspense>
        </Activity>
      )}
    </PlaceContext.Provider>
  )
}
