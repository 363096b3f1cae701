import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

export const root = join(import.meta.dirname, '..')

/** The programs that run in Node, each a bundle: one file starts in a fraction of the time of a thousand. */
const programs = {
  server: 'server/main.ts',
  'sheet-reader': 'server/areas/devices/sheet/worker.ts',
  'recording-examiner': 'server/sources/replay/worker.ts',
  tape: 'server/log/sqlite/tape/worker.ts',
  tracks: 'server/log/sqlite/tracks/worker.ts',
  simulator: 'simulator/main.ts',
  launch: 'desktop/launch/main.ts',
  place: 'tiles/place/main.ts',
}

/** The databases that knex could speak to besides ours: required when asked for, hence never. */
const otherDialects =
  /^\.\/(better-sqlite3|cockroachdb|mariadb|mssql|mysql2?|oracle|oracledb|pgnative|postgres|redshift)$/
// sqlite3 is native: it stays a package.
const external = ['sqlite3', otherDialects, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

export async function buildNode(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // All other packages go into the bundle: a server that reads one file is ready sooner than one that looks for 300.
    ssr: { noExternal: true, external: ['sqlite3'] },
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
