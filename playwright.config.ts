import type { Project } from "@playwright/test";
import { defineConfig, devices } from "@playwright/test";

/**
 * `scripts/test.mjs` finds the browser and a free port and says so in the environment. SYNFIN_TRACE=1 keeps a trace of
 * what fails; recording it takes as long as the tests themselves.
 */
const {
  CHROMIUM_PATH,
  FIREFOX_PATH,
  SYNFIN_BROWSER_ENV,
  SYNFIN_E2E_REPORT,
  SYNFIN_PREVIEW_PORT,
  SYNFIN_TRACE,
} = process.env;
const port = SYNFIN_PREVIEW_PORT ?? "4183";
const address = `http://localhost:${port}/`;
const browserEnvironment = JSON.parse(SYNFIN_BROWSER_ENV ?? "{}") as Record<string, string>;
const inherited = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  workers: 2,
  // A landing is not lost to a busy moment; `scripts/test.mjs` names what failed at first.
  retries: process.env["CI"] === undefined ? 0 : 1,
  // A machine four times as slow still passes; what is right is there at once, and what is wrong never comes.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // One baseline for every machine: e2e/pixels.spec.ts brings its own letters.
    toHaveScreenshot: { pathTemplate: "e2e/baselines/{arg}{ext}", animations: "disabled", caret: "hide" },
  },
  reporter: [["list"], ["json", { outputFile: SYNFIN_E2E_REPORT ?? "reports/e2e.json" }]],
  use: { viewport: { width: 1440, height: 900 }, baseURL: address },
  projects: FIREFOX_PATH ? [firefox(FIREFOX_PATH)] : [chromium()],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host localhost --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});

function chromium(): Project {
  return {
    name: "chromium",
    use: {
      ...devices["Desktop Chrome"],
      viewport: { width: 1440, height: 900 },
      trace: SYNFIN_TRACE ? "retain-on-failure" : "off",
      screenshot: "only-on-failure",
      launchOptions: {
        ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
        env: { ...inherited, ...browserEnvironment },
      },
    },
  };
}

/** A stock Firefox, driven through WebDriver BiDi. Not part of `npm test`: set FIREFOX_PATH. */
function firefox(executablePath: string): Project {
  const channel = "moz-firefox";
  return { name: "firefox", use: { browserName: "firefox", channel, launchOptions: { executablePath } } };
}
