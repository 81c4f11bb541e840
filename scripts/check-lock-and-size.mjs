/**
 * Three things that rot unseen. The lock file must hold an entry for every dependency of every package, also for
 * the binaries of other systems, else `npm ci` fails there; versions are pinned exactly. The built files must
 * stay small (gzip, KiB): what the page loads first, the words of the language spoken, which it needs before it draws
 * anything, the worker, the styles, and each part loaded later. CONTRIBUTING.md must name the packages that ship.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LANGUAGES = readdirSync(join(root, "src", "ui", "messages"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const BUDGET = {
  "initial JavaScript": 130,
  "words before the first view": 27,
  worker: 30,
  styles: 12,
  "each later part": 8,
};
const complaints = [...lockComplaints(), ...sizeComplaints(), ...shippedComplaints()];
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function lockComplaints() {
  const { dependencies, devDependencies } = json("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))
    .map(([name, version]) => `package.json: ${name} is not pinned (${version})`);
  const packages = json("package-lock.json").packages;
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `package-lock.json: ${name}, needed by ${path || "the project"}, has no entry`),
  );
  return [...loose, ...missing];
}

/** The licences in the built page are of what its parts were made from. */
function shippedComplaints() {
  const licences = readFileSync(join(root, "dist", "licences.txt"), "utf8");
  const shipped = [...licences.matchAll(/^(\S+) (\d+\.\d+\.\d+) \(/gmu)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  const named =
    readFileSync(join(root, "CONTRIBUTING.md"), "utf8")
      .match(/^Shipped: (.+)\.$/mu)?.[1]
      .split(", ") ?? [];
  if (shipped.length > 0 && shipped.toSorted().join() === named.toSorted().join()) return [];
  return [`CONTRIBUTING.md names other packages that ship than dist/licences.txt: ${shipped.join(", ")}`];
}

/** Looks the name up as Node does: in the package's own node_modules, then in those around it. */
function isLocked(packages, path, name) {
  for (
    let at = path;
    ;
    at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : ""
  ) {
    if (`${at ? `${at}/` : ""}node_modules/${name}` in packages) return true;
    if (at === "") return false;
  }
}

function sizeComplaints() {
  const assets = join(root, "dist", "assets");
  if (!existsSync(assets)) return ["dist/assets is missing: the build comes first"];
  const page = readFileSync(join(root, "dist", "index.html"), "utf8");
  const sizes = Object.fromEntries(Object.keys(BUDGET).map((part) => [part, 0]));
  const ofWorker = startOfWorker(assets);
  sizes["words before the first view"] = Math.max(
    ...LANGUAGES.map((language) => wordsOf(assets, language, page)),
  );
  for (const name of readdirSync(assets)) {
    const part = partOf(name, page, ofWorker);
    if (!part) continue;
    const size = sizeOf(assets, name);
    sizes[part] = part === "each later part" ? Math.max(sizes[part], size) : sizes[part] + size;
  }
  const text = Object.entries(sizes).map(
    ([part, size]) => `${part} ${size.toFixed(1)} of ${BUDGET[part]} KiB`,
  );
  process.stdout.write(`gzip: ${text.join(", ")}\n`);
  return Object.entries(sizes)
    .filter(([part, size]) => size > BUDGET[part])
    .map(([part, size]) => `${part} takes ${size.toFixed(1)} KiB, more than ${BUDGET[part]}`);
}

/** The catalogue of a language and what it imports, but for what index.html names: nothing is drawn without them. */
function wordsOf(assets, language, page) {
  const start = readdirSync(assets).filter((name) =>
    new RegExp(`^${language}-[\\w-]{8}\\.js$`, "u").test(name),
  );
  if (start.length !== 1) throw new Error(`${start.length} files hold the catalogue ${language}`);
  const names = [...withImports(assets, start)].filter((name) => !page.includes(name));
  return names.reduce((sum, name) => sum + sizeOf(assets, name), 0);
}

function sizeOf(assets, name) {
  return gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1024;
}

/** The worker and what it imports at once, not on demand. */
function startOfWorker(assets) {
  return withImports(
    assets,
    readdirSync(assets).filter((name) => /^analyser-worker.*\.js$/u.test(name)),
  );
}

function withImports(assets, start) {
  const names = new Set(start);
  for (const name of names) {
    const code = readFileSync(join(assets, name), "utf8");
    for (const [, imported] of code.matchAll(/(?:import|from)\s*["']\.\/([^"']+)["']/gu)) names.add(imported);
  }
  return names;
}

function partOf(name, page, ofWorker) {
  const isFirst = page.includes(name);
  if (name.endsWith(".css")) return isFirst ? "styles" : "each later part";
  if (!name.endsWith(".js")) return null;
  if (isFirst) return "initial JavaScript";
  return ofWorker.has(name) ? "worker" : "each later part";
}

function json(name) {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}
