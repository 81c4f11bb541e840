import { defineConfig, mergeConfig } from "vitest/config";
import unitTests from "./vitest.config.ts";

/** What the core's own branches are tried by: every unit test that runs it, also those of other rooms. */
export default mergeConfig(
  unitTests,
  defineConfig({
    test: {
      env: { SYNFIN_CASES: "all" },
      maxWorkers: 1,
      testTimeout: 60_000,
      coverage: {
        enabled: true,
        include: ["src/{capture,segments,tcp,share}/**/*.ts"],
        exclude: ["**/*.test.ts"],
        reporter: ["text-summary", "json-summary", "json"],
        thresholds: { branches: 95 },
      },
    },
  }),
);
