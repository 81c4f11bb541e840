// Holds `inspect --together` against recordings of both ends of two Linux hosts: the kernel's transitions, and the log of
// the wire between them. Over ../shared/kernel (each folder with client.pcap and server.pcap): what one capture alone
// holds is what the wire did, the true offset of the clocks (0) is possible, the paths of both ends are the kernel's, and
// no state at a row of either end is wrong. Over ../shared/kernel-fuzz/recorded: no wrong path by `sent`, `arrived` or
// `proved`, every `lost` and every injected segment as the wire's log has it, 0 in every interval.
// Usage: node scripts/checks/together.mjs [KERNEL-FOLDER [FUZZ-FOLDER]]
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { bundleCore } from "../bundle.mjs";
import { HostTruth, isSubsequence, judgedPath, pathWithin } from "../kernel-truth.mjs";

const shared = resolve(import.meta.dirname, "../../../shared");
const kernel = resolve(process.argv[2] ?? join(shared, "kernel"));
const fuzz = resolve(process.argv[3] ?? join(shared, "kernel-fuzz", "recorded"));
const ENDS = ["client", "server"];
const CERTAIN = new Set(["sent", "arrived", "proved"]);
/** Nanoseconds around a row in which a kernel's change of state and its trace may lie. */
const BEFORE = 200_000n;
const AFTER = 300_000n;

function foldersOf(folder) {
  if (!existsSync(folder)) {
    console.log(`together: ${folder} is not there, nothing to compare with`);
    return [];
  }
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) =>
      ["client.pcap", "server.pcap", "truth.json"].every((file) => existsSync(join(path, file))),
    );
}

const scratch = mkdtempSync(join(tmpdir(), "together-"));
await bundleCore("inspect/inspect-files.ts", join(scratch, "inspect.mjs"));
const { inspectFiles } = await import(pathToFileURL(join(scratch, "inspect.mjs")));
rmSync(scratch, { recursive: true });

/** As the command line does, in this process: a process for each pair would take minutes. */
async function mergedIn({ path }) {
  let written = "";
  const lines = new Writable({
    write: (chunk, _, done) => {
      written += chunk;
      done();
    },
  });
  const options = {
    connectionsOnly: false,
    links: "none",
    relation: "together",
    files: ["client.pcap", "server.pcap"],
  };
  await inspectFiles(options, { lines, complain: () => {}, pathOf: (file) => join(path, file) });
  return written
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ witnesses }) => witnesses === 2);
}

const nanoseconds = (time) => BigInt(time.replace(".", ""));
const failures = [];
/** Paths that leave states out, and rows at which the kernel moved in silence: docs/known-differences-kernel.md has each. */
const leftOut = new Map();
const counted = {
  folders: 0,
  rows: 0,
  states: 0,
  paths: 0,
  wrong: 0,
  lost: 0,
  injected: 0,
  unknown: 0,
  undecided: 0,
  different: 0,
};

/** What no limit holds: a kernel may leave a state in silence. */
function note(where, what) {
  counted.different++;
  if (process.env.SYNFIN_VERBOSE) console.log(`${where}: ${what}`);
}

function fail(where, what) {
  failures.push(`${where}: ${what}`);
}

function judgeOffset(where, { clock }) {
  const [low, high] = clock?.offset ?? [null, null];
  const isTrue = clock !== null && (low ?? -1) <= 0 && (high ?? 1) >= 0;
  if (!isTrue) fail(where, `the true offset 0 is not in ${JSON.stringify(clock)}`);
}

/** States at an end's own rows, against what its kernel was in around them. */
function judgeRows(where, connection, truths, isWrong) {
  for (const [index, end] of ENDS.entries()) {
    const truth = truths[end];
    if (truth === null) continue;
    for (const { times, states, frames } of connection.segments) {
      if (times[index] === null || states[end] === null) continue;
      const at = nanoseconds(times[index]);
      counted.states++;
      if (truth.allows(states[end], at - BEFORE, at + AFTER)) continue;
      isWrong(
        `${end} frame ${frames[index]}: ${states[end]}, kernel ${truth.between(at - BEFORE, at + AFTER)}`,
      );
    }
  }
}

// ---------------------------------------------------------------- ../shared/kernel

/** `10.0.0.1.40 > 10.0.0.2.80 [S] seq 1 …`: the fields that find the segment again. */
function wireKey({ packet }) {
  const [, source, sourcePort, target, targetPort, flags, seq, length] =
    /^(\S+)\.(\d+) > (\S+)\.(\d+) \[(\S+)\] seq (\d+) .*len (\d+)/u.exec(packet);
  return [
    source,
    sourcePort,
    target,
    targetPort,
    flags.includes("S"),
    flags.includes("F"),
    flags.includes("R"),
    seq,
    length,
  ].join(" ");
}

function segmentKey({ client, server }, { from, flags, seq, length }) {
  const [source, target] = from === "client" ? [client, server] : [server, client];
  const has = (flag) => flags.split(",").includes(flag);
  return [
    source.address,
    source.port,
    target.address,
    target.port,
    has("SYN"),
    has("FIN"),
    has("RST"),
    seq,
    length,
  ].join(" ");
}

async function judgeKernel(folder) {
  const { name: where } = folder;
  const truth = JSON.parse(readFileSync(join(folder.path, "truth.json"), "utf8"));
  const connections = await mergedIn(folder);
  counted.folders++;
  const known = truth.connections?.length > 0 ? truth.connections : [truth];
  const wire = truth.wire.not_forwarded_unchanged.filter(({ action }) => !action.startsWith("delay"));
  const left = new Map();
  for (const entry of wire) left.set(wireKey(entry), (left.get(wireKey(entry)) ?? 0) + 1);
  const ofMerged = new Set(
    connections.flatMap(({ client, server }) => [
      `${client.address} ${client.port}`,
      `${server.address} ${server.port}`,
    ]),
  );
  for (const connection of connections) {
    judgeOffset(where, connection);
    for (const segment of connection.segments) {
      counted.rows++;
      if (!segment.times.includes(null)) continue;
      const key = segmentKey(connection, segment);
      const count = left.get(key) ?? 0;
      // What a file that begins later or ends earlier cannot hold is told as not known.
      if (count === 0 && !(segment.arrived === null || segment.arrived === true))
        fail(where, `frames ${segment.frames} are in one capture only, and the wire forwarded the segment`);
      if (count > 0) left.set(key, count - 1);
      else counted.unknown++;
    }
  }
  for (const [key, count] of left) {
    const [source, port] = key.split(" ");
    if (count > 0 && ofMerged.has(`${source} ${port}`))
      fail(where, `the wire did not forward ${key}, and both captures are told to hold it`);
  }
  for (const wanted of known) {
    const found = connections.find(
      ({ client, server }) =>
        (client.port === wanted.client.port &&
          server.port === wanted.server.port &&
          client.address === wanted.client.addr) ||
        (client.port === wanted.server.port &&
          server.port === wanted.client.port &&
          client.address === wanted.server.addr),
    );
    if (found === undefined) {
      fail(where, `the connection from port ${wanted.client.port} is not merged`);
      continue;
    }
    connections.splice(connections.indexOf(found), 1);
    const isTurned = found.client.port !== wanted.client.port;
    for (const end of ENDS) {
      counted.paths++;
      const told = found.path[isTurned ? (end === "client" ? "server" : "client") : end];
      const within = known.length === 1 ? stateWithin(truth, end) : { first: "CLOSED", last: undefined };
      const path = pathWithin(wanted[end].path, within.first, within.last);
      if (told.join(" > ") === path.join(" > ")) continue;
      const text = `${where} ${end}`;
      if (isSubsequence(told, path))
        leftOut.set(text, `told ${told.join(" > ")}, kernel ${path.join(" > ")}`);
      else fail(where, `${end} told ${told.join(" > ")}, kernel ${path.join(" > ")}`);
    }
    if (isTurned || known.length > 1) continue;
    judgeRows(
      where,
      found,
      { client: HostTruth.of(wanted.client), server: HostTruth.of(wanted.server) },
      (what) => leftOut.set(`${where} rows`, what),
    );
  }
}

/** The states of an end at the first packet of either capture, and when the later one was stopped. */
function stateWithin(truth, end) {
  const files = ["client.pcap", "server.pcap"].map((name) => truth.files[name]);
  const [first] = files.toSorted((a, b) => a.first - b.first);
  const last = files.toSorted((a, b) => a.end - b.end).at(-1);
  return {
    first: first.kernel_state?.[`${end}_at_first_packet`] ?? "CLOSED",
    last: last.kernel_state?.[`${end}_at_stop`],
  };
}

// ---------------------------------------------------------------- ../shared/kernel-fuzz

async function judgeFuzz(folder) {
  const { name: where } = folder;
  const truth = JSON.parse(readFileSync(join(folder.path, "truth.json"), "utf8"));
  if (truth.mismatch?.length > 0 || truth.clock?.trace_events_lost > 0) return;
  counted.folders++;
  const { plan, sysctl, arrivals } = truth;
  const isPlain = !plan.inject && !plan.replay && !(plan.host?.length > 0) && !plan.listen?.defer;
  const used = new Set();
  const ambiguous = new Set(truth.ambiguous_frames.map(([side, frame]) => `${side}${frame}`));
  const wire = ENDS.map((end) => new Map(arrivals[end].map(([frame, there]) => [frame, there])));
  for (const connection of await mergedIn(folder)) {
    judgeOffset(where, connection);
    for (const segment of connection.segments)
      judgeWire(where, segment, connection, wire, arrivals, ambiguous, truth);
    const isTurned = connection.client.address !== truth.client.addr;
    const initial = initialOf(connection, isTurned);
    const port = isTurned ? connection.server.port : connection.client.port;
    const wanted = truth.connections.find(
      (one) => one.client.port === port && one.isn === initial && !used.has(one),
    );
    if (wanted === undefined) {
      counted.undecided++;
      continue;
    }
    used.add(wanted);
    const truths = {};
    for (const end of ENDS) {
      const told = isTurned ? (end === "client" ? "server" : "client") : end;
      truths[told] = HostTruth.of(wanted[end], firstFin(connection, told));
      judgePath(where, connection, told, truths[told], {
        isPlain,
        sysctl,
        cookie: wanted.cookie && end === "server",
      });
    }
    if (isPlain && !isTurned && !wanted.cookie && !sysctl.tcp_rfc1337)
      judgeRows(where, connection, truths, (what) => note(where, what));
  }
}

function initialOf({ segments }, isTurned) {
  for (const { from, seq, relativeSeq, ack, relativeAck } of segments) {
    const isOwn = (from === "client") !== isTurned;
    const [number, relative] = isOwn ? [seq, relativeSeq] : [ack, relativeAck];
    if (number !== null && relative !== null) return (number - relative) >>> 0;
  }
  return null;
}

function firstFin({ segments }, end) {
  const index = ENDS.indexOf(end);
  const fin = segments.find(
    ({ from, flags, times }) => from === end && flags.split(",").includes("FIN") && times[index] !== null,
  );
  return fin === undefined ? null : nanoseconds(fin.times[index]);
}

function judgeWire(where, segment, connection, wire, arrivals, ambiguous, truth) {
  const { from, frames, fate, arrived, injected } = segment;
  counted.rows++;
  const isTurned = connection.client.address !== truth.client.addr;
  const sender = (from === "client") !== isTurned ? 0 : 1;
  const [here, there] = [frames[sender], frames[1 - sender]];
  if (there !== null && ambiguous.has(`${ENDS[1 - sender][0]}${there}`)) return;
  const reached = here === null ? null : (wire[sender].get(here) ?? []);
  const told = `frames ${frames} ${segment.flags}`;
  const isInjected = there !== null && (arrivals[`injected at ${ENDS[1 - sender]}`] ?? []).includes(there);
  if (fate === "lost" || arrived === false) {
    counted.lost++;
    if (reached === null || reached.length > 0)
      fail(where, `${told} is told as lost, and arrived as ${reached}`);
  }
  if (arrived === null) counted.unknown++;
  // Of equal segments nothing tells which of them came.
  const isAlone = connection.segments.filter((other) => isEqual(other, segment)).length === 1;
  if (
    isAlone &&
    here !== null &&
    arrived === true &&
    (there === null ? reached.length === 0 : !reached.includes(there))
  )
    fail(where, `${told} are told to be one segment, and the wire brought ${reached}`);
  if (isInjected) {
    counted.injected++;
    // What came after the last record of the other capture may have been sent: null.
    if (injected === undefined) fail(where, `${told} was injected, and is not told so`);
  } else if (injected === true) fail(where, `${told} is told as injected, and was sent`);
}

function isEqual(one, other) {
  return ["from", "seq", "ack", "flags", "length", "window"].every((field) => one[field] === other[field]);
}

function judgePath(where, connection, end, truth, { isPlain, sysctl, cookie }) {
  counted.paths++;
  const { told, claims } = judgedPath(connection, end);
  const isRight = [truth.path, truth.onWire?.path].some(
    (path) => path !== undefined && isSubsequence(told, path),
  );
  if (isRight || cookie) return;
  counted.wrong++;
  const first = claims.find(({ upTo }) => !isSubsequence(upTo, truth.path)) ?? claims.at(-1);
  const isRfc1337 = first.rule === "T31" && sysctl.tcp_rfc1337;
  const text = `${end} told ${told.join(" > ")}, kernel ${truth.path.join(" > ")}: ${first.rule} ${first.basis} at frames ${first.frames}`;
  if (isPlain && !isRfc1337 && CERTAIN.has(first.basis)) fail(where, text);
  else note(where, `not judged: ${text}`);
}

// ----------------------------------------------------------------

for (const folder of foldersOf(kernel)) await judgeKernel(folder);
const documented = readFileSync(
  resolve(import.meta.dirname, "../../docs/known-differences-kernel.md"),
  "utf8",
);
const listed = new Set([...documented.matchAll(/^\| `together ([^`]+)` \|/gmu)].map(([, where]) => where));
for (const [where, what] of leftOut)
  if (!listed.has(where)) fail(where, `${what}: not in docs/known-differences-kernel.md`);
if (existsSync(kernel))
  for (const where of listed) if (!leftOut.has(where)) fail(where, "no longer different, but listed");
const ofKernel = { ...counted };
console.log(
  `together: kernel: ${ofKernel.folders} pairs, ${ofKernel.paths} paths, ${ofKernel.states} states at rows of both ends, ` +
    `${ofKernel.rows} rows of which ${ofKernel.unknown} are told as not known; ${leftOut.size} leave out what no segment shows, ${failures.length} are wrong`,
);
for (const name of Object.keys(counted)) counted[name] = 0;
const before = failures.length;
for (const folder of foldersOf(fuzz)) await judgeFuzz(folder);
for (const failure of failures.slice(0, 60)) console.log(failure);
console.log(
  `together: kernel-fuzz: ${counted.folders} pairs, ${counted.paths} paths, ${counted.wrong} wrong by any basis, ` +
    `${counted.states} states of which ${counted.different} differ, ${counted.rows} rows, ${counted.lost} lost, ${counted.injected} injected, ` +
    `${counted.unknown} not known whether they arrived, ${counted.undecided} connections without a truth; ` +
    `${failures.length - before} beyond the limits`,
);
process.exit(failures.length === 0 ? 0 : 1);
