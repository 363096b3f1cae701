import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './build-node.ts'

// Electron gives these to its programs.
const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** The main process, and the preload: a sandboxed one can be CommonJS in a single file and nothing else. */
export async function buildElectron(): Promise<void> {
  await bundle('main', 'es', 'main.js', true)
  await bundle('preload', 'cjs', 'preload.cjs', false)
}

async function bundle(name: string, format: 'es' | 'cjs', file: string, first: boolean): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(root, `desktop/electron/${name}.ts`),
      target: 'node24',
      outDir: 'dist/electron',
      emptyOutDir: first,
      minify: false,
      sourcemap: true,
      rollupOptions: { external, output: { format, entryFileNames: file } },
    },
  })
}
