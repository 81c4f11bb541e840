// How long it takes to pair the segments of two captures of the same traffic, made of the benchmark's own captures.
import { closeSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bundleCore } from "../scripts/bundle.mjs";
import { makeCapture } from "./captures.mjs";

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const SLICE = 1 << 20;
const STEPS_OF_SAMPLE = 4096;
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
/** The last octet of the sender's Ethernet address, and what it is of a client (packets.mjs). */
const LAST_OF_SENDER = 11;
const CLIENT = 1;
/** Microseconds from one host to the other, and by how much the other clock is ahead. */
const DELAY = 5_000;
const AHEAD = 3_700_000;

/**
 * @param {string[]} presets captures, each of which is paired with what the other end would have captured
 * @returns {Promise<{preset: string, segments: number, milliseconds: number, octets: number}[]>} segments of both; the
 *   median of the rounds; the most octets of typed arrays a segment that pairing holds at once
 */
export async function measureMerging(folder, rounds, presets) {
  const core = {};
  for (const [name, entry] of [
    ["read", "capture/read-capture.ts"],
    ["group", "tcp/connections/group-connections.ts"],
    ["merge", "merge/find-pairs.ts"],
    ["turns", "base/turns.ts"],
  ]) {
    const bundle = join(folder, `${name}.mjs`);
    await bundleCore(entry, bundle);
    Object.assign(core, await import(pathToFileURL(bundle)));
  }
  const measured = [];
  for (const preset of presets) {
    const path = join(folder, "first.pcap");
    const other = join(folder, "second.pcap");
    makeCapture(preset, path);
    captureOfOtherEnd(path, other);
    const captures = [await read(core, path), await read(core, other)];
    rmSync(path);
    rmSync(other);
    const tables = captures.map(({ table }) => table);
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      core.allSteps(core.findPairs(captures, tables));
      times.push(performance.now() - start);
    }
    const milliseconds = times.toSorted((a, b) => a - b)[rounds >> 1];
    const segments = tables[0].length + tables[1].length;
    measured.push({ preset, segments, milliseconds, octets: mostOctets(core, captures, tables) / segments });
  }
  return measured;
}

/** What pairing holds in typed arrays, at most, beside the captures; without what nothing needs any more. */
function mostOctets({ findPairs }, captures, tables) {
  const held = () => {
    collectGarbage();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  let most = 0;
  const steps = findPairs(captures, tables);
  for (let index = 0; !steps.next().done; index++)
    if (index % STEPS_OF_SAMPLE === 0) most = Math.max(most, held() - before);
  return Math.max(most, held() - before);
}

async function read({ readCapture, ConnectionGrouping }, path) {
  const result = await readCapture(slices(path));
  const { table } = result.value;
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return { table, connections: grouping.connections };
}

async function* slices(path) {
  const descriptor = openSync(path, "r");
  for (;;) {
    const slice = new Uint8Array(SLICE);
    const count = readSync(descriptor, slice, 0, SLICE, null);
    if (count === 0) break;
    yield slice.subarray(0, count);
  }
  closeSync(descriptor);
}

/** Writes what a capture at the other host holds: the records by their times there. */
function captureOfOtherEnd(path, other) {
  const file = readFileSync(path);
  const records = [];
  for (let at = FILE_HEADER; at < file.length;) {
    const length = file.readUInt32LE(at + 8);
    const time = file.readUInt32LE(at) * 1e6 + file.readUInt32LE(at + 4);
    const isForward = file[at + RECORD_HEADER + LAST_OF_SENDER] === CLIENT;
    records.push({ at, length: RECORD_HEADER + length, time: time + AHEAD + (isForward ? DELAY : -DELAY) });
    at += RECORD_HEADER + length;
  }
  records.sort((a, b) => a.time - b.time || a.at - b.at);
  const output = openSync(other, "w");
  writeSync(output, file.subarray(0, FILE_HEADER));
  for (const { at, length, time } of records) {
    const record = Buffer.from(file.subarray(at, at + length));
    record.writeUInt32LE(Math.floor(time / 1e6), 0);
    record.writeUInt32LE(time % 1e6, 4);
    writeSync(output, record);
  }
  closeSync(output);
}
