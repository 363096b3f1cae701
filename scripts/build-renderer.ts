import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'

const root = join(import.meta.dirname, '../desktop/renderer')
const dist = join(import.meta.dirname, '../dist/renderer')

/** Cesium fetches its workers and a few tables by address while it runs: they stand beside the bundle. */
function cesiumFiles(outDir: string): Plugin {
  return {
    name: 'cesium-files',
    config: () => ({ define: { CESIUM_BASE_URL: JSON.stringify('./cesium') } }),
    async closeBundle() {
      const engine = dirname(fileURLToPath(import.meta.resolve('@cesium/engine')))
      const parts = [
        ['Build/Workers', 'Workers'],
        ['Build/ThirdParty', 'ThirdParty'],
        ['Source/ThirdParty', 'ThirdParty'],
        ['Source/Assets/approximateTerrainHeights.json', 'Assets/approximateTerrainHeights.json'],
        ['Source/Assets/IAU2006_XYS', 'Assets/IAU2006_XYS'],
        ['Source/Assets/Images/ion-credit.png', 'Assets/Images/ion-credit.png'],
        ['Source/Assets/Textures/waterNormals.jpg', 'Assets/Textures/waterNormals.jpg'],
      ] as const
      for (const [from, to] of parts) await cp(join(engine, from), join(outDir, 'cesium', to), { recursive: true })
    },
  }
}

/** The page of the command center, with all that it needs: nothing is fetched from elsewhere. */
export async function buildRenderer(outDir = dist): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), cesiumFiles(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome120',
      chunkSizeWarningLimit: 6000,
      reportCompressedSize: false,
      rollupOptions: {
        output: {
          // Side by side a browser reads and compiles them on several threads.
          codeSplitting: {
            groups: [
              { name: 'dockview', test: /node_modules[\\/]dockview/ },
              { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              { name: 'socket', test: /node_modules[\\/](socket\.io|engine\.io)/ },
            ],
          },
        },
      },
    },
  })
}
