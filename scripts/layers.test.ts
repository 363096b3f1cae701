import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forbiddenImports, importsOf, objection, sourceFiles } from './layers.ts'

const root = join(import.meta.dirname, '..')

test('nothing imports what the layout forbids', () => {
  expect(sourceFiles(root).length).toBeGreaterThan(100)
  expect(forbiddenImports(root)).toEqual([])
})

test('every way to import is seen, and comments are none', () => {
  const text = `
    import { a } from '#shared/errors.ts'
    import type { B } from "../b.ts"
    import './c.ts'
    export * from './d/index.ts'
    const e = await import('../../models/kind.ts')
    const f = import.meta.glob('./layers/*.ts')
    import data from '../package.json' with { type: 'json' }
    import {
      long,
    } from '#tiles/cim/site.ts'
    import { fastify } from 'fastify'
    vi.mock('./open.ts')
    // import { no } from './commented.ts'
    /* import './also-commented.ts' */
    const url = 'https://example.org' // not from './here'
  `
  expect(importsOf('server/log/log.ts', text)).toEqual([
    'shared/errors.ts',
    'server/b.ts',
    'server/log/c.ts',
    'server/log/d/index.ts',
    'models/kind.ts',
    'server/log/layers/*.ts',
    'server/package.json',
    'tiles/cim/site.ts',
    'server/log/open.ts',
  ])
})

const forbidden: [string, string][] = [
  ['shared/world/world.ts', 'models/kind.ts'],
  ['shared/world/world.ts', 'server/app.ts'],
  ['models/kind.ts', 'tiles/cim/site.ts'],
  ['models/kind.ts', 'server/app.ts'],
  ['tiles/cim/read.ts', 'models/kind.ts'],
  ['tiles/cim/read.ts', 'server/app.ts'],
  ['simulator/main.ts', 'server/app.ts'],
  ['simulator/main.ts', 'tiles/demo/demo.ts'],
  ['server/app.ts', 'tiles/demo/demo.ts'],
  ['server/app.ts', 'desktop/renderer/App.tsx'],
  ['server/app.ts', 'simulator/main.ts'],
  ['server/app.ts', 'scripts/build.ts'],
  ['server/app.ts', 'scripts/bench/bench.ts'],
  ['desktop/launch/main.ts', 'server/main.ts'],
  ['desktop/electron/main.ts', 'server/main.ts'],
  ['desktop/renderer/players/live.ts', 'desktop/renderer/store/world-store.ts'],
  ['desktop/renderer/players/live.ts', 'models/kind.ts'],
  ['desktop/renderer/store/world-store.ts', 'desktop/renderer/scene/globe/globe.ts'],
  ['desktop/renderer/scene/globe/globe.ts', 'desktop/renderer/layers/index.ts'],
  ['desktop/renderer/video/wall.ts', 'desktop/renderer/panels/alarms/AlarmPanel.tsx'],
  ['desktop/renderer/layers/index.ts', 'desktop/renderer/panels/alarms/AlarmPanel.tsx'],
  ['desktop/renderer/panels/alarms/AlarmPanel.tsx', 'desktop/renderer/panels/detail/DetailPanel.tsx'],
  ['desktop/renderer/panels/alarms/AlarmPanel.tsx', 'desktop/renderer/panels/index.ts'],
  ['desktop/renderer/panels/alarms/AlarmPanel.tsx', 'desktop/renderer/screens/desk/Desk.tsx'],
  ['desktop/renderer/App.tsx', 'server/app.ts'],
  ['desktop/renderer/App.tsx', 'desktop/electron/main.ts'],
  ['desktop/renderer/store/session.ts', 'desktop/electron/channels.ts'],
  ['new-part/thing.ts', 'shared/errors.ts'],
]
test.for(forbidden)('%s may not import %s', ([file, wanted]) => {
  expect(objection(file, wanted)).toBeDefined()
})

const allowed: [string, string][] = [
  ['server/bench/fold.bench.ts', 'scripts/bench/bench.ts'],
  ['shared/world/world.ts', 'shared/errors.ts'],
  ['models/kind.ts', 'shared/world/alarms.ts'],
  ['server/demo/demo.ts', 'tiles/demo/write.ts'],
  ['server/demo/demo.ts', 'server/app.ts'],
  ['server/main.ts', 'package.json'],
  ['simulator/main.ts', 'tiles/cim/read.ts'],
  ['desktop/renderer/screens/desk/Desk.tsx', 'desktop/renderer/panels/alarms/AlarmPanel.tsx'],
  ['desktop/renderer/panels/index.ts', 'desktop/renderer/panels/alarms/AlarmPanel.tsx'],
  ['desktop/renderer/panels/alarms/panel.ts', 'desktop/renderer/panels/panel.ts'],
  ['desktop/renderer/panels/alarms/AlarmPanel.tsx', 'desktop/renderer/panels/alarms/row.tsx'],
  ['desktop/renderer/panels/alarms/AlarmPanel.tsx', 'desktop/renderer/store/hooks.ts'],
  ['desktop/renderer/store/world-store.ts', 'desktop/renderer/players/player.ts'],
  ['desktop/renderer/settings.ts', 'desktop/electron/channels.ts'],
  ['desktop/e2e/way.test.ts', 'server/testing/start.ts'],
  ['scripts/start.ts', 'server/settings.ts'],
  ['vitest.config.ts', 'scripts/build.ts'],
]
test.for(allowed)('%s may import %s', ([file, wanted]) => {
  expect(objection(file, wanted)).toBeUndefined()
})
