import { type ReactNode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { Dressed } from './Dressed.tsx'
import { lazily } from './screens/lazily.tsx'
import { loadSettings } from './settings.ts'
import { wearAppearance } from './theme/appearance.ts'
import './theme/tokens.css'

/** The window in which this machine is set up: Electron opens it, and no server is needed for it. */
const MachinePage = lazily(async () => (await import('./screens/machine/MachinePage.tsx')).MachinePage)

/** `?sandbox`: panels without a server, for those who build them. */
const Sandbox = lazily(async () => (await import('./screens/sandbox/Sandbox.tsx')).Sandbox)

async function wanted(): Promise<ReactNode> {
  const { ankan } = window
  const asked = new URLSearchParams(location.search)
  if (ankan && asked.get('shell') === 'settings')
    return (
      <Dressed>
        <Suspense>
          <MachinePage shell={ankan} />
        </Suspense>
      </Dressed>
    )
  if (asked.has('sandbox'))
    return (
      <Dressed>
        <Suspense>
          <Sandbox />
        </Suspense>
      </Dressed>
    )
  return <App settings={await loadSettings()} />
}

wearAppearance()
const root = createRoot(document.getElementById('root') as HTMLElement)
wanted().then(
  (page) => root.render(page),
  () =>
    root.render(
      <p style={{ padding: 40 }}>
        无法读取本程序的设置，请重新启动。
        <br />
        The settings of this program could not be read; please start it again.
      </p>,
    ),
)
