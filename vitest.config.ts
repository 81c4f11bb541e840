import { defineConfig } from "vitest/config";

/** Unit tests run in Node: what needs a page is tested end to end, in a real browser. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
    // A busy machine is slow: a test that hangs is told from a slow one by much, not by little.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: "v8", reportsDirectory: "reports/coverage" },
  },
});
