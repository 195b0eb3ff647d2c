import type { Reporter, TestModule } from 'vitest/node'

/** A skipped test fails the run: in CI everything a test depends on is there, and what does not run proves nothing. */
export const skippedTestReporter: Reporter = {
  onTestRunEnd(testModules: ReadonlyArray<TestModule>) {
    const skipped = testModules.flatMap((module) => [...module.children.allTests('skipped')])
    if (skipped.length === 0) return
    process.exitCode = 1
    const names = skipped.map((test) => `  ${test.module.relativeModuleId}: ${test.fullName}`)
    process.stderr.write(`\n${skipped.length} tests were skipped, which CI does not allow:\n${names.join('\n')}\n`)
  },
}
