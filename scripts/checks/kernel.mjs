// Compares the state path of every endpoint in every capture of ../shared/kernel with what the kernel recorded.
// Prints its figure; exits 1 if fewer than 98 % are exactly the kernel's, if any path claims a state that the kernel
// was not in, or if docs/known-differences-kernel.md does not list just the paths that leave states out.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const THRESHOLD = 0.98;
const root = fileURLToPath(new URL("../..", import.meta.url));
const kernel = process.argv[2] ?? join(root, "..", "shared", "kernel");

if (!existsSync(kernel)) {
  console.log(`kernel: ${kernel} is not there, nothing to compare with`);
  process.exit(0);
}

/** @returns connections by file as `inspect --connections` prints them */
function inspectAll(files) {
  const output = execFileSync("npm", ["run", "--silent", "inspect", "--", "--connections", ...files], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const byFile = new Map(files.map((file) => [file, []]));
  for (const line of output.split("\n").filter(Boolean)) {
    const record = JSON.parse(line);
    if (record.path !== undefined) byFile.get(record.file).push(record);
  }
  return byFile;
}

/** The kernel's path as the file can show it: without what lay before its first packet or after the capture's stop. */
function pathWithin(path, atFirst, atStop) {
  let within = path[0] === "CLOSED" && path[1] === "LISTEN" ? path.slice(1) : path;
  const isMidStream = !["CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED"].includes(atFirst);
  if (isMidStream && within.includes(atFirst)) within = within.slice(within.indexOf(atFirst));
  if (within.includes(atStop)) within = within.slice(0, within.lastIndexOf(atStop) + 1);
  return within;
}

function isSubsequence(part, whole) {
  let at = 0;
  for (const state of whole) if (state === part[at]) at++;
  return at === part.length;
}

/**
 * "straight", or "swapped" when both ends opened at once (then who is called client depends on where one listens),
 * or null for another pair.
 */
function orientation({ client, server, opening }, truth) {
  const same = (end, known) => end.address === known.addr && end.port === known.port;
  if (same(client, truth.client) && same(server, truth.server)) return "straight";
  const isSwapped = same(client, truth.server) && same(server, truth.client);
  return isSwapped && opening === "simultaneous-open" ? "swapped" : null;
}

function compareFile(scenario, name, truth, connections) {
  const results = [];
  const states = truth.files[name]?.kernel_state ?? {};
  const unmatched = [...connections];
  const known = truth.connections?.length > 0 ? truth.connections : [truth];
  for (const [index, wanted] of known.entries()) {
    const at = unmatched.findIndex((connection) => orientation(connection, wanted) !== null);
    const [found] = at < 0 ? [] : unmatched.splice(at, 1);
    const isSwapped = found !== undefined && orientation(found, wanted) === "swapped";
    for (const end of ["client", "server"]) {
      const isOnly = known.length === 1;
      const path = pathWithin(
        wanted[end].path,
        (isOnly ? states[`${end}_at_first_packet`] : undefined) ?? "CLOSED",
        isOnly ? states[`${end}_at_stop`] : undefined,
      );
      const label = isOnly ? "" : ` ${wanted.name ?? wanted.label ?? index + 1} (${wanted.client.port})`;
      results.push({
        where: `${scenario}/${name}${label} ${end}`,
        wanted: path,
        found: found?.path[isSwapped === (end === "client") ? "server" : "client"] ?? null,
      });
    }
  }
  return results;
}

const scenarios = readdirSync(kernel, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();
const files = scenarios.flatMap((scenario) =>
  readdirSync(join(kernel, scenario))
    .filter((name) => name.endsWith(".pcap"))
    .map((name) => join(kernel, scenario, name)),
);
const byFile = inspectAll(files);
const results = scenarios.flatMap((scenario) => {
  const truth = JSON.parse(readFileSync(join(kernel, scenario, "truth.json"), "utf8"));
  return files
    .filter((file) => file.startsWith(join(kernel, scenario, "/")))
    .flatMap((file) => compareFile(scenario, file.split("/").at(-1), truth, byFile.get(file)));
});

const known = readFileSync(join(root, "docs", "known-differences-kernel.md"), "utf8");
const text = (path) => (path === null ? "connection not found" : path.join(" > "));
const different = results.filter((result) => text(result.found) !== text(result.wanted));
const wrong = different.filter(({ found, wanted }) => found === null || !isSubsequence(found, wanted));
const listed = new Set([...known.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]));
const unlisted = different.filter((result) => !listed.has(result.where));
const stale = [...listed].filter((where) => !different.some((result) => result.where === where));
for (const { where, wanted, found } of different) {
  console.log(`${where}\n  kernel: ${text(wanted)}\n  here:   ${text(found)}`);
}
for (const { where } of wrong) console.log(`claims a state that the kernel was not in: ${where}`);
for (const { where } of unlisted) console.log(`not in docs/known-differences-kernel.md: ${where}`);
for (const where of stale) console.log(`no longer different, but listed: ${where}`);
const exact = results.length - different.length;
console.log(
  `kernel: ${exact} of ${results.length} paths are exactly the kernel's (${((100 * exact) / results.length).toFixed(2)} %), ` +
    `${different.length - wrong.length} leave states out, ${wrong.length} claim a wrong one`,
);
const passes =
  exact / results.length >= THRESHOLD && wrong.length === 0 && unlisted.length === 0 && stale.length === 0;
process.exitCode = passes ? 0 : 1;
