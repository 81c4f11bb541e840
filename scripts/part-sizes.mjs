import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The largest size of each, in KiB gz. */
const LIMITS = {
  // Script, and the words of the largest language: the page cannot be used before both are loaded.
  "to the first view": 100,
  // With the explorer, which is loaded after the first frame.
  "to the first diagram": 160,
  "styles of the first view": 6,
  worker: 30,
  "largest later part": 8,
};

const MESSAGES = join(dirname(dirname(fileURLToPath(import.meta.url))), "src", "ui", "messages");
const LANGUAGES = readdirSync(MESSAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/**
 * The sizes of the built page, with their limits.
 * @param dist folder of the build
 * @returns {{ name: string, size: number, limit: number }[]} both in KiB gz
 */
export function partSizes(dist) {
  const assets = join(dist, "assets");
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const all = readdirSync(assets).filter((name) => /\.(?:js|css)$/u.test(name));
  const first = all.filter((name) => page.includes(name));
  const besides = (part) => withImports(assets, fileOf(all, part)).filter((name) => !first.includes(name));
  const explorer = besides("explorer");
  const worker = besides("analyser-worker");
  const later = all.filter((name) => ![...first, ...explorer, ...worker].includes(name));
  const size = (name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1024;
  const sum = (names) => names.reduce((total, name) => total + size(name), 0);
  const firstWords = (language) => sum(besides(`${language}-start`));
  const allWords = (language) =>
    sum(
      [...new Set(["start", "explorer", "segment"].flatMap((part) => besides(`${language}-${part}`)))].filter(
        (name) => !explorer.includes(name),
      ),
    );
  const script = sum(first.filter((name) => name.endsWith(".js")));
  const sizes = {
    "to the first view": script + Math.max(...LANGUAGES.map(firstWords)),
    "to the first diagram": script + Math.max(...LANGUAGES.map(allWords)) + sum(explorer),
    "styles of the first view": sum(first.filter((name) => name.endsWith(".css"))),
    worker: sum(worker),
    "largest later part": Math.max(...later.map(size)),
  };
  return Object.entries(LIMITS).map(([name, limit]) => ({ name, size: sizes[name], limit }));
}

const UI = join(dirname(dirname(fileURLToPath(import.meta.url))), "src", "ui");
const PART = /import\("\.\/(?<part>\w+)\.tsx"\)/gu;

/**
 * The size of the part of each view, as `src/ui/views.ts` lists them; null for one that the build does not keep apart.
 * @param dist folder of the build
 * @returns {{ name: string, size: number | null }[]} in KiB gz
 */
export function viewSizes(dist) {
  const assets = join(dist, "assets");
  const files = readdirSync(assets);
  const list = readFileSync(join(UI, "views.ts"), "utf8");
  const entries = [...list.matchAll(/from "\.\/(?<file>\w[\w-]*\/[\w-]+\.ts)"/gu)].map(
    ({ groups }) => groups.file,
  );
  const parts = entries.flatMap((file) =>
    [...readFileSync(join(UI, file), "utf8").matchAll(PART)].map(({ groups }) => groups.part),
  );
  return parts.map((name) => {
    const file = files.find((one) => new RegExp(`^${name}-[\\w-]{8}\\.js$`, "u").test(one));
    return {
      name,
      size: file === undefined ? null : gzipSync(readFileSync(join(assets, file))).length / 1024,
    };
  });
}

/**
 * Circles of imports among the files of the built page, of which one would run before another that it needs.
 * @param dist folder of the build
 */
export function circlesOfParts(dist) {
  const assets = join(dist, "assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  return scripts.filter((name) =>
    importsOf(assets, name).some((imported) => withImports(assets, imported).includes(name)),
  );
}

function fileOf(names, part) {
  const found = names.filter((name) => new RegExp(`^${part}-[\\w-]{8}\\.js$`, "u").test(name));
  if (found.length !== 1) throw new Error(`${found.length} files hold the part ${part}`);
  return found[0];
}

/** The file with everything that it imports, except on demand. */
function withImports(assets, file) {
  const names = new Set([file]);
  for (const name of names) for (const imported of importsOf(assets, name)) names.add(imported);
  return [...names];
}

function importsOf(assets, name) {
  const code = readFileSync(join(assets, name), "utf8");
  return [...code.matchAll(/(?:import|from)\s*["']\.\/([^"']+)["']/gu)].map(([, imported]) => imported);
}
