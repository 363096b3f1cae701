import { defineConfig } from 'vitest/config'

/** Two projects: what needs a browser runs after, and apart from, what does not. */
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
          name: 'browser',
          include: ['desktop/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          globalSetup: ['scripts/test/build-once.ts'],
        },
      },
    ],
  },
})
