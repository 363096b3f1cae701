import { Suspense, useEffect, useState } from 'react'
import { Dressed } from './Dressed.tsx'
import { KeepScreen } from './screens/KeepScreen.tsx'
import { lazily } from './screens/lazily.tsx'
import { Seat } from './screens/Seat.tsx'
import { readRecording, type Settings } from './settings.ts'
import { Center } from './store/center.ts'
import { CenterContext, useCenterState } from './store/hooks.ts'
import { openGiven } from './store/recorded/opening.ts'
import { namedScreen } from './store/screen.ts'

/** Whoever is signed in has no use for its forms. */
const SignIn = lazily(async () => (await import('./screens/sign-in/SignIn.tsx')).SignIn)

export function App({ settings }: { settings: Settings }) {
  const [center] = useState(() => new Center(settings.server))
  const { recording } = settings
  useEffect(() => {
    // A wall goes on watching.
    if (recording !== undefined && namedScreen() !== 'big') void openGiven(center, recording, readRecording)
    return window.ankan?.on('recording:opened', (name) => void openGiven(center, name, readRecording))
  }, [center, recording])
  return (
    <Dressed>
      <CenterContext.Provider value={center}>
        <KeepScreen>
          <Screen setupCode={settings.setupCode} />
        </KeepScreen>
      </CenterContext.Provider>
    </Dressed>
  )
}

function Screen({ setupCode }: { setupCode: string | undefined }) {
  const isSignedIn = useCenterState((s) => s.user !== undefined)
  return isSignedIn ? (
    <Seat />
  ) : (
    <Suspense>
      <SignIn setupCode={setupCode} />
    </Suspense>
  )
}
