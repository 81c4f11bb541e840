import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { SynfinPage } from "./synfin-page.ts";

/** What axe-core reports, as far as the tests read it. */
interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

declare global {
  interface Window {
    readonly axe: { run(options: object): Promise<{ readonly violations: readonly AxeViolation[] }> };
    /** Filled by a script that runs before the page's own. */
    policyViolations: string[];
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Given {
  readonly synfin: SynfinPage;
  readonly address: string;
  /** Whether the service worker keeps all of the app: that takes longer than most tests. */
  readonly keepsOffline: boolean;
  /** Whether the analyser practises on the start page: that takes the processor for a second. */
  readonly practises: boolean;
}

/**
 * Every test starts on the loaded empty page, and fails if the page logged an error, threw one, or did something
 * that its Content-Security-Policy forbids.
 */
export const test = base.extend<Given>({
  address: ["./", { option: true }],
  keepsOffline: [false, { option: true }],
  practises: [false, { option: true }],
  synfin: async ({ page, address, keepsOffline, practises }, give) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(`thrown: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        errors.push(`${message.type()}: ${message.text()}`);
      }
    });
    await page.addInitScript(
      ({ mayRegister, savesData }) => {
        // Firefox's first, empty document has no service workers.
        if (!mayRegister && "serviceWorker" in navigator)
          navigator.serviceWorker.register = () => new Promise(() => {});
        if (savesData) Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      },
      { mayRegister: keepsOffline, savesData: !practises },
    );
    await page.addInitScript(() => {
      window.policyViolations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`);
      });
    });
    const synfin = new SynfinPage(page, address);
    await synfin.goto();
    if (keepsOffline) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await give(synfin);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => window.policyViolations)).toEqual([]);
  },
});

export { expect };

/** Absolute path of a capture of these tests. */
export function capturePath(name: string): string {
  return fileURLToPath(new URL(`./captures/${name}`, import.meta.url));
}

/** The rules that depend on the theme, the size of its letters, and the language; all others see the same in each. */
export const RULES_OF_LOOKS = [
  "color-contrast",
  "target-size",
  "html-has-lang",
  "html-lang-valid",
  "valid-lang",
] as const;

/**
 * What axe-core finds wrong with the page as it stands, one line each; by default it leaves WCAG 2.2's size of targets
 * out. The control bits of the header figure may be smaller: a 32nd of its width is what they are (2.5.8, essential).
 * @param rules all of them where none are named
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const options = {
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
    ...(rules && { runOnly: rules }),
  };
  const violations = await page.evaluate(async (given) => (await window.axe.run(given)).violations, options);
  return violations.flatMap(({ id, nodes }) => {
    const faulty = nodes.filter(({ html }) => id !== "target-size" || !html.includes('class="field bit'));
    return faulty.length === 0 ? [] : [`${id}: ${faulty.map(({ html }) => html).join(" | ")}`];
  });
}
