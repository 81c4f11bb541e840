import { defineConfig } from "vitest/config";

/** Unit tests run in Node. What needs a page is tested in a real browser (e2e). */
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    // No test leaves anything behind in a module, so files can share loaded modules.
    isolate: false,
    restoreMocks: true,
    // A busy machine is slow, so only a long time shows that a test hangs.
    testTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: "v8", reportsDirectory: "reports/coverage" },
  },
});
