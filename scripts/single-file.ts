import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";
import { LICENCE_FILE } from "./licence-list.ts";

const PAGE = "index.html";
/** Name of the single file. */
const SINGLE_FILE = "synfin.html";
/**
 * A placeholder for the licences until all modules are known. It has letters only, because minifying leaves those as
 * they are.
 */
const LICENCES = "LICENCESOFTHESINGLEFILE";

/** Modules that differ in the single file, with their replacements. */
const REPLACED: readonly (readonly [module: string, code: string])[] = [
  [
    "/src/worker/worker-thread.ts",
    `import Thread from "./analyser-worker.ts?worker&inline";
     export const workerThread = () => new Thread({ name: "analyser" });`,
  ],
  [
    "/src/ui/help/licence-link.ts",
    `export const LICENCE_LINK = { href: "data:text/plain;charset=utf-8,${LICENCES}", download: "${LICENCE_FILE}" };`,
  ],
];

/** Makes the built page one file that opens from a disk and contains code, styles, worker and licences. */
export function singleFile(): Plugin {
  const replaced = new Set<string>();
  return {
    name: "single-file",
    enforce: "pre",
    load(id) {
      const [module, code] = REPLACED.find(([end]) => id.endsWith(end)) ?? [];
      if (module === undefined || code === undefined) return null;
      replaced.add(module);
      return code;
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const missed = REPLACED.filter(([module]) => !replaced.has(module));
        if (missed.length > 0) throw new Error(`not part of the page: ${missed.join(", ")}`);
        const licences = encodeURIComponent(textOf(bundle, LICENCE_FILE)).replace(/'/gu, "%27");
        const page = inlined(textOf(bundle, PAGE), (file) => {
          const text = textOf(bundle, file);
          delete bundle[file];
          return text.replaceAll(LICENCES, () => licences);
        });
        for (const file of [PAGE, LICENCE_FILE]) delete bundle[file];
        const left = Object.keys(bundle);
        if (left.length > 0) throw new Error(`not in the page: ${left.join(", ")}`);
        this.emitFile({ type: "asset", fileName: SINGLE_FILE, source: page });
      },
    },
  };
}

function textOf(bundle: Rolldown.OutputBundle, file: string): string {
  const output = bundle[file];
  if (output === undefined) throw new Error(`${file} was not built`);
  return output.type === "chunk" ? output.code : String(output.source);
}

/** The page with its files inlined, and a policy that allows only these texts. */
function inlined(page: string, take: (file: string) => string): string {
  const scripts: string[] = [];
  const styles: string[] = [];
  const body = page
    .replace(/\s*<link rel="manifest"[^>]*>/u, "")
    .replace(/<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/gu, (_, file: string) => {
      // Neither may occur in a script. In strings and patterns of code, the escaped form means the same.
      const code = take(file).replace(/<(?=\/script|!--)/giu, "\\x3c");
      scripts.push(hashOf(code));
      return `<script type="module">${code}</script>`;
    })
    .replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/gu, (_, file: string) => {
      const sheet = take(file);
      if (/<\/style/iu.test(sheet)) throw new Error(`${file} would end its own element`);
      styles.push(hashOf(sheet));
      return `<style>${sheet}</style>`;
    });
  const policy = policyOf(scripts, styles);
  return body.replace(
    "<head>",
    () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
