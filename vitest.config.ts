import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const drills = process.env.ROSTOK_DRILLS === '1';

// These ask what the whole house declares. They get a process of their own, so that rules and settings other
// tests declared for themselves are not in it.
const ASK_THE_HOUSE = ['e2e/**/*.test.{ts,tsx}', 'src/server/words.test.ts'];

const DRILLS = {
  name: 'drills',
  include: ['{src,region,scripts,e2e,bench}/**/*.drill.test.ts'],
  isolate: false,
  testTimeout: 600_000,
  hookTimeout: 600_000,
};
const TIMES = { testTimeout: 180_000, hookTimeout: 300_000 };
const SUITE = [
  {
    name: 'suite',
    include: ['{src,region,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.drill.test.ts', '**/node_modules/**', ...ASK_THE_HOUSE],
    // one database per worker, kept over the files that run in it (src/testing/world.ts)
    isolate: false,
    ...TIMES,
  },
  { name: 'house', include: ASK_THE_HOUSE, exclude: ['**/*.drill.test.ts'], isolate: true, ...TIMES },
];

/** The walks are the longest file by far: begun last, they would run alone at the end beside an idle processor. */
class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const late = ({ moduleId }: TestSpecification) => (moduleId.includes('/e2e/') ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => late(a) - late(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: WalksFirst },
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default', './scripts/plain-reporter.mjs'],
    projects: (drills ? [DRILLS] : SUITE).map((test) => ({ test: { pool: 'forks' as const, ...test } })),
  },
});
