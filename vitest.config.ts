import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The year takes longer than any other file: begun last, one worker would wait for it alone. */
class YearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isYear = ({ moduleId }: TestSpecification) => moduleId.endsWith('/tests/year/year.test.ts')
    const [year, others] = [files.filter(isYear), files.filter((file) => !isYear(file))]
    return [...year, ...(await super.sort(others))]
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    sequence: { sequencer: YearFirst },
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A second, as it is otherwise, is soon over on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // Megabytes for what is young: with the few that Node gives it, a long test collects garbage for a tenth of its time.
    execArgv: ['--max-semi-space-size=64'],
    // Loading Bolt, zod and PGlite once per worker, not once per file; no test replaces a module.
    isolate: false,
  },
})
