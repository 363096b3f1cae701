import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

export const root = join(import.meta.dirname, '..')

/** The programs that run in Node, each a bundle: one file starts in a fraction of the time of a thousand. */
const programs = {
  server: 'server/main.ts',
  simulator: 'simulator/main.ts',
  launch: 'desktop/launch/main.ts',
  place: 'tiles/place/main.ts',
}

// These find their own parts at run time, or are native: they stay packages.
const external = ['sqlite3', 'knex', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

export async function buildNode(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // All packages go into the bundle, but for those above: what is installed beside it is sqlite3 and knex alone.
    ssr: { noExternal: true, external: ['sqlite3', 'knex'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/node',
      // Not emptied: a server that runs from here may still want its chunks.
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, file]) => [name, join(root, file)])),
        external,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}
