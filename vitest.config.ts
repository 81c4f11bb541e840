import { defineConfig } from "vitest/config";

/** Unit tests run in Node: what needs a page is tested end to end, in a real browser. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    // No test leaves anything behind in a module, so that files share what was loaded for those before them.
    isolate: false,
    restoreMocks: true,
    // A busy machine is slow, so only a long time shows that a test hangs.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: "v8", reportsDirectory: "reports/coverage" },
  },
});
