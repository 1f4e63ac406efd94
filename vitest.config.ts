import { defineConfig } from 'vitest/config';

const drills = process.env.ROSTOK_DRILLS === '1';

export default defineConfig({
  test: {
    include: drills
      ? ['{src,region,scripts,e2e,bench}/**/*.drill.test.ts']
      : ['{src,region,scripts,e2e}/**/*.test.{ts,tsx}'],
    exclude: drills ? [] : ['**/*.drill.test.ts', '**/node_modules/**'],
    pool: 'forks',
    // one database per worker, kept over the files that run in it (src/testing/world.ts)
    isolate: false,
    maxWorkers: 2,
    testTimeout: drills ? 600_000 : 180_000,
    hookTimeout: drills ? 600_000 : 300_000,
    reporters: ['default', './scripts/plain-reporter.mjs'],
  },
});
