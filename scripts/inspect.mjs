#!/usr/bin/env node
/**
 * `npm run --silent inspect -- FILE…`: the command line of the core (see README). Node 20 cannot run TypeScript, so the core is
 * bundled first: silently, and only when a file of it changed. The bundle's name holds a hash of its sources, and
 * it is renamed into place when it is whole, so that calls side by side never see half of one.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleCore } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = ["base", "segments", "capture", "share", "tcp", "merge", "lab", "inspect"];
const cache = join(root, "node_modules", ".cache", "inspect");

function sources() {
  return ROOMS.flatMap((room) => {
    const folder = join(root, "src", room);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  }).toSorted();
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of [...sources(), fileURLToPath(import.meta.url)])
    hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

async function build(target) {
  const folder = join(cache, `build-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  try {
    await bundleCore("inspect/main.ts", join(folder, "inspect.mjs"));
    renameSync(join(folder, "inspect.mjs"), target);
    removeOtherBundles(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bundles of other sources; one that another call has just loaded is in memory already. */
function removeOtherBundles(kept) {
  for (const name of readdirSync(cache)) {
    const isOther = /^inspect-[0-9a-f]{16}\.mjs$/u.test(name) && name !== basename(kept);
    if (isOther) rmSync(join(cache, name), { force: true });
  }
}

/** The bundle of the sources as they are now. Another call may have replaced it meanwhile: then it is built again. */
async function load() {
  const bundle = join(cache, `inspect-${fingerprint()}.mjs`);
  const address = pathToFileURL(bundle).href;
  if (!existsSync(bundle)) await build(bundle);
  try {
    return await import(address);
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
    await build(bundle);
    return import(`${address}?again`);
  }
}

let core;
try {
  core = await load();
} catch (error) {
  process.stderr.write(`inspect could not be built: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
await core?.inspect(process.argv.slice(2));
