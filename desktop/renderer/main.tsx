import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { loadSettings } from './settings.ts'
import { wearAppearance } from './theme/appearance.ts'
import './theme/tokens.css'

wearAppearance()

const root = createRoot(document.getElementById('root') as HTMLElement)

loadSettings().then(
  (settings) => root.render(<App settings={settings} />),
  () =>
    root.render(
      <p style={{ padding: 40 }}>
        无法读取本程序的设置，请重新启动。
        <br />
        The settings of this program could not be read; please start it again.
      </p>,
    ),
)
