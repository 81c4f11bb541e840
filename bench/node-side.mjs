// What a whole process takes over a capture: the command line, reading alone, and other programs where they are.
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const REPORT = join(ROOT, "bench", "report-memory.mjs");
const READ_ONLY = `
  const { openSync, readSync } = require("node:fs");
  const descriptor = openSync(process.argv[1], "r");
  const slice = new Uint8Array(1 << 20);
  let octets = 0;
  for (let count; (count = readSync(descriptor, slice, 0, slice.length, null)) > 0; ) octets += count;
  process.stdout.write(String(octets));
`;

/** Programs to compare with, each reading one capture. */
const PEERS = {
  "capinfos -c": (path) => ["capinfos", ["-c", path]],
  "tcptrace -n": (path) => ["tcptrace", ["-n", path]],
  "tshark conv,tcp": (path) => ["tshark", ["-q", "-z", "conv,tcp", "-r", path]],
};

/** @returns {{milliseconds: number, memory: number | null}} memory: largest resident set in octets */
export function measureInspect(path) {
  return run(process.execPath, [
    "--import",
    REPORT,
    join(ROOT, "scripts", "inspect.mjs"),
    "--connections",
    path,
  ]);
}

export function measureNodeReading(path) {
  return run(process.execPath, ["--import", REPORT, "-e", READ_ONLY, path]);
}

/** Peers that are installed; the others are named as missing by the caller. */
export function installedPeers() {
  const isThere = (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).error === undefined;
  return Object.keys(PEERS).filter((peer) => isThere(peer.split(" ")[0]));
}

/** Writes what `tcpdump -nn -S` prints of the capture; false if it is not installed. */
export function printAsText(path, text) {
  const output = openSync(text, "w");
  const { error, status } = spawnSync("tcpdump", ["-nn", "-S", "-r", path], {
    stdio: ["ignore", output, "ignore"],
  });
  closeSync(output);
  return error === undefined && status === 0;
}

export function measurePeer(peer, path) {
  return run(...PEERS[peer](path));
}

function run(command, args) {
  const start = performance.now();
  const { status, error, output } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    maxBuffer: 1 << 20,
    timeout: 900_000,
  });
  const milliseconds = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.at(-1)} ended with ${status}`);
  const reported = Number(output[3]?.toString() || Number.NaN);
  return { milliseconds, memory: Number.isNaN(reported) ? null : reported };
}
