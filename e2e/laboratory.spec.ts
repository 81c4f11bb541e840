import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";

const ROOT = new URL("..", import.meta.url);

/** What the bundle of `src/testing/run-text.ts` leaves in the page. */
interface Laboratory {
  runText(text: string): object;
  linesOfTrace(trace: object): string[];
}

interface Bundler {
  bundleCore(entry: string, bundle: string): Promise<void>;
}

interface Golden {
  readonly name: string;
  readonly script: string;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}

test("golden traces of the laboratory are the same in this browser, to the octet", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "synfin-laboratory-"));
  try {
    const bundle = join(folder, "laboratory.mjs");
    const bundler = (await import(new URL("scripts/bundle.mjs", ROOT).href)) as Bundler;
    await bundler.bundleCore("testing/run-text.ts", bundle);
    const here = (await import(pathToFileURL(bundle).href)) as Laboratory;
    const traces = read("src/lab/ready/golden-traces.json") as Readonly<Record<string, string[]>>;
    const scripts = (read("src/share/lab-1/golden-links.json") as readonly Golden[]).filter(
      ({ name }) => name in traces,
    );
    expect(scripts.length).toBeGreaterThan(10);
    const source = readFileSync(bundle, "utf8");
    await page.goto("about:blank");
    for (const { name, script } of scripts) {
      const told = await page.evaluate(
        async ([code, text]) => {
          const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
          const laboratory = (await import(address)) as Laboratory;
          return laboratory.linesOfTrace(laboratory.runText(text));
        },
        [source, script] as const,
      );
      expect(told, name).toEqual(traces[name]);
      expect(here.linesOfTrace(here.runText(script)), name).toEqual(traces[name]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
