/**
 * Checks three things that break unnoticed. The lock file must hold an entry for every dependency of every package,
 * also for the binaries of other systems, else `npm ci` fails there; versions are pinned exactly. The built files
 * must stay small (`part-sizes.mjs` says how small) and import each other in no circle. CONTRIBUTING.md must name the
 * packages that ship.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { circlesOfParts, partSizes, viewSizes } from "./part-sizes.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const complaints = existsSync(dist)
  ? [...lockComplaints(), ...partComplaints(), ...shippedComplaints()]
  : ["dist is missing: the build comes first"];
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

/** Complaints if CONTRIBUTING.md and the licences in the built page disagree. */
function shippedComplaints() {
  const licences = readFileSync(join(dist, "licences.txt"), "utf8");
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

/** Resolves the name as Node does: in the package's own node_modules, then in those above it. */
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

function partComplaints() {
  const sizes = partSizes(dist);
  const text = sizes.map(({ name, size, limit }) => `${name} ${size.toFixed(1)} of ${limit} KiB`);
  process.stdout.write(`gzip: ${text.join(", ")}\n`);
  const large = sizes
    .filter(({ size, limit }) => size > limit)
    .map(({ name, size, limit }) => `${name}: ${size.toFixed(1)} KiB, more than ${limit}`);
  const views = viewSizes(dist);
  const told = views.map(({ name, size }) => `${name} ${size?.toFixed(1) ?? "?"}`);
  process.stdout.write(`parts of views, KiB gz: ${told.join(", ")}\n`);
  for (const { name, size } of views)
    if (size === null) large.push(`${name}, the part of a view, is in no file`);
  const circles = circlesOfParts(dist);
  if (circles.length > 0) large.push(`parts that import each other: ${circles.join(", ")}`);
  return large;
}

function json(name) {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}
