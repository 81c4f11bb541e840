import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Plugin } from "vite";

const NAME = "service-worker.js";

/**
 * Writes the service worker beside the built page: `scripts/service-worker.mjs` with the list of all built files and a
 * hash of their content, so that another build is another version and an equal build is none.
 */
export function offline(source: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    writeBundle: {
      order: "post",
      sequential: true,
      handler: ({ dir = "dist" }) => {
        const files = readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name !== NAME)
          .map(({ parentPath, name }) => join(parentPath, name).slice(join(dir).length + 1))
          .map((path) => path.split(sep).join("/"))
          .toSorted();
        const worker = readFileSync(source, "utf8");
        const hash = createHash("sha256").update(worker);
        for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
        // Hosts serve the page at the folder's own address.
        const addresses = files.map((file) => (file === "index.html" ? "./" : file));
        const head = `const VERSION = ${JSON.stringify(hash.digest("hex").slice(0, 16))};\nconst FILES = ${JSON.stringify(addresses)};\n`;
        writeFileSync(join(dir, NAME), head + worker);
      },
    },
  };
}
