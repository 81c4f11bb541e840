/**
 * Mutation testing of the rooms that hold the truth, on demand: `npm run mutation`, or of single files
 * `npm run mutation -- --mutate src/tcp/machine/step.ts`. What was measured stands in docs/mutation.md.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: ["src/{tcp,segments}/**/*.ts", "!**/*.test.ts"],
  plugins: ["./scripts/mutation/in-process-runner.mjs"],
  testRunner: "in-process",
  coverageAnalysis: "perTest",
  // What runs only while the files are loaded, as the rows of a table, would need all tests for each mutant of it.
  ignoreStatic: true,
  // TypeScript 7 has not the functions with which Stryker would adapt it; vite needs no tsconfig.
  tsconfigFile: "none",
  concurrency: 2,
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  tempDirName: "reports/mutation/sandbox",
  ignorePatterns: ["dist", "dist-single", "reports", "e2e/baselines", "bench", "public", "test-results"],
  reporters: ["json", "clear-text", "progress-append-only"],
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  thresholds: { high: 90, low: 80, break: 80 },
};
