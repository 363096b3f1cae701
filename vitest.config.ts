import { defineConfig } from 'vitest/config'

/** What needs a browser runs after what does not; a scene, drawn without a graphics card, takes the whole machine. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', 'desktop/e2e/**'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          maxWorkers: 2,
          globalSetup: ['scripts/test/build-once.ts'],
        },
      },
      {
        test: {
          name: 'pages',
          include: ['desktop/e2e/pages/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What a page does within a second it does within ten on a machine that is busy.
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 2,
          globalSetup: ['scripts/test/build-once.ts'],
        },
      },
      {
        test: {
          name: 'scenes',
          include: ['desktop/e2e/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What a page does within a second it does within ten on a machine that is busy.
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
          globalSetup: ['scripts/test/build-once.ts'],
        },
      },
    ],
  },
})
