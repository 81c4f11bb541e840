// For scripts that run the core: Node 20 cannot run TypeScript, so an entry and what it imports are bundled first.
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} entry below `src`
 * @param {string} bundle where the module goes
 */
export async function bundleCore(entry, bundle) {
  const { build } = await import("vite");
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(ROOT, "src", entry),
      outDir: dirname(bundle),
      emptyOutDir: false,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: basename(bundle), codeSplitting: false } },
    },
  });
}
