// The captures of the benchmark, made anew on every machine from the same numbers: `makeCapture` writes one to a file.
import { CaptureFile } from "./capture-file.mjs";
import { CLOSINGS, conversation } from "./conversation.mjs";
import { merged } from "./merge-flows.mjs";
import { SYN, writePacket } from "./packets.mjs";
import { random } from "./random.mjs";

const SERVICES = [443, 443, 443, 80, 80, 22, 25, 5432, 8080];

/** What can be made. `snapLength` 0: whole packets. */
const PRESETS = {
  class: { snapLength: 0, flows: classFlows },
  short: { snapLength: 96, flows: (rng) => shortFlows(rng, 200_000) },
  short20k: { snapLength: 96, flows: (rng) => shortFlows(rng, 20_000) },
  flood: { snapLength: 96, flows: (rng) => floodFlows(rng, 1_000_000) },
  flood100k: { snapLength: 96, flows: (rng) => floodFlows(rng, 100_000) },
  bulk: { snapLength: 0, flows: (rng) => bulkFlows(rng, 20, 53_000_000) },
  /** 5 GB. */
  huge: { snapLength: 0, flows: (rng) => bulkFlows(rng, 92, 53_000_000) },
  /** Some of 10 to 12 segments and some of a hundred, for the length of links. */
  links: { snapLength: 96, flows: linkFlows },
  /** One connection of a million segments: what a diagram has to scroll through. */
  long: { snapLength: 96, flows: (rng) => bulkFlows(rng, 1, 965_000_000) },
  long100k: { snapLength: 96, flows: (rng) => bulkFlows(rng, 1, 96_500_000) },
  long10k: { snapLength: 96, flows: (rng) => bulkFlows(rng, 1, 9_650_000) },
};

/**
 * Writes a capture and says what is in it.
 *
 * @param {keyof typeof PRESETS} preset
 * @param {string} path
 * @param {{format?: "pcap" | "pcapng", snapLength?: number}} [options]
 */
export function makeCapture(preset, path, { format = "pcap", snapLength = PRESETS[preset].snapLength } = {}) {
  const file = new CaptureFile(path, format, snapLength);
  const manifest = { preset, format, connections: 0, segments: 0, copies: 0, bytes: 0 };
  const flows = PRESETS[preset].flows(random(0x53594e));
  for (const { flow, segment } of merged(flows, manifest)) {
    const { octets, wireLength } = writePacket(flow, segment, snapLength);
    file.record(segment.time, octets, wireLength);
    manifest.segments++;
    if (segment.isCopy) manifest.copies++;
  }
  manifest.bytes = file.close();
  return manifest;
}

function* shortFlows(rng, count) {
  for (let index = 0, start = 0; index < count; start += rng.between(200, 1800)) {
    const isReused = index + 1 < count && rng.chance(0.0005);
    const flow = flowOf(index, rng.chance(0.25) ? 6 : 4, rng.pick(SERVICES));
    const plan = shortPlan(rng, start);
    if (isReused) plan.ending = "client-three";
    const segments = isReused ? twice(plan, shortPlan(rng, 0), rng) : conversation(plan, rng);
    yield { flow, start, segments, connections: isReused ? 2 : 1 };
    index += isReused ? 2 : 1;
  }
}

/** The port is used again soon after the connection was closed, with a higher initial sequence number. */
function* twice(first, second, rng) {
  let last = first.start;
  for (const segment of conversation(first, rng)) {
    last = segment.time;
    yield segment;
  }
  const start = last + rng.between(300_000, 2_000_000);
  yield* conversation({ ...second, start, clientIsn: (first.clientIsn + 0x1000000) >>> 0 }, rng);
}

function shortPlan(rng, start) {
  const draw = rng.fraction();
  const ending =
    draw < 0.03 ? "refused" : draw < 0.04 ? "no-answer" : draw < 0.06 ? "open" : shortEnding(rng);
  const isLossy = rng.chance(0.03);
  const turns = [];
  const exchanges = rng.chance(0.08) ? 2 : 1;
  for (let exchange = 0; exchange < exchanges; exchange++) {
    turns.push({ fromClient: true, octets: rng.between(60, 900) });
    turns.push({
      fromClient: false,
      octets: rng.chance(0.8) ? rng.between(100, 1400) : rng.between(1500, 7000),
    });
  }
  return {
    start,
    toServer: rng.between(100, 20_000),
    toClient: rng.between(20, 8000),
    clientIsn: rng.uint32(),
    serverIsn: rng.uint32(),
    hasTimestamps: rng.chance(0.85),
    turns,
    ending,
    lost: isLossy && rng.chance(0.2) ? rng.pick(["syn", "syn-ack"]) : null,
    loss: isLossy ? 0.25 : 0.001,
    reordering: isLossy ? 0.4 : 0.03,
  };
}

function shortEnding(rng) {
  const draw = rng.fraction();
  if (draw < 0.42) return "client-three";
  if (draw < 0.64) return "client-four";
  if (draw < 0.86) return "server-four";
  if (draw < 0.9) return "simultaneous";
  return draw < 0.96 ? "client-reset" : "server-reset";
}

function* floodFlows(rng, count) {
  for (let index = 0; index < count; index++) {
    const start = index * 8;
    const flow = flowOf(index, rng.chance(0.1) ? 6 : 4, 80);
    const plan = { ...shortPlan(rng, start), hasTimestamps: true };
    yield { flow, start, segments: oneSyn(plan, rng) };
  }
}

function* oneSyn(plan, rng) {
  for (const segment of conversation({ ...plan, ending: "open", turns: [] }, rng)) {
    if (segment.flags === SYN) yield segment;
    return;
  }
}

function* bulkFlows(rng, count, octets) {
  for (let index = 0; index < count; index++) {
    const start = index * 40_000;
    const flow = flowOf(index, index % 4 === 3 ? 6 : 4, 443);
    const plan = {
      ...shortPlan(rng, start),
      hasTimestamps: true,
      turns: [
        { fromClient: true, octets: 300 },
        { fromClient: false, octets },
      ],
      ending: CLOSINGS[index % CLOSINGS.length],
      lost: null,
      loss: 0.0003,
      reordering: 0.0003,
    };
    yield { flow, start, segments: conversation(plan, rng) };
  }
}

function* linkFlows(rng) {
  yield* shortFlows(rng, 200);
  for (let index = 200; index < 300; index++) {
    const start = index * 1_000_000;
    const plan = {
      ...shortPlan(rng, start),
      ending: "client-three",
      lost: null,
      loss: 0.005,
      hasTimestamps: true,
    };
    const turns = [];
    while (turns.length < 38) {
      turns.push({ fromClient: true, octets: rng.between(60, 900) });
      turns.push({ fromClient: false, octets: rng.between(100, 3500) });
    }
    yield { flow: flowOf(index, 4, 443), start, segments: conversation({ ...plan, turns }, rng) };
  }
}

/** Four small stories: all is well across the end of the number circle; refused; both close at once; lost and reset. */
function* classFlows(rng) {
  const plan = { toServer: 9000, toClient: 400, hasTimestamps: true, lost: null, loss: 0, reordering: 0 };
  const request = { fromClient: true, octets: 180 };
  const answer = { fromClient: false, octets: 2600 };
  const stories = [
    { ending: "client-four", turns: [request, answer], clientIsn: 0xffffffc0 },
    { ending: "refused", turns: [] },
    { ending: "simultaneous", turns: [request], lost: "syn" },
    { ending: "client-reset", turns: [{ ...request, octets: 90 }], loss: 1 },
  ];
  for (const [index, story] of stories.entries()) {
    const start = index * 2_000_000;
    const isns = { clientIsn: rng.uint32(), serverIsn: rng.uint32() };
    const segments = conversation({ ...plan, ...isns, ...story, start }, rng);
    yield { flow: flowOf(index, index === 2 ? 6 : 4, index === 1 ? 22 : 80), start, segments };
  }
}

/** Sockets that no other index has. */
function flowOf(index, family, serverPort) {
  const client = Math.floor(index / 50_000);
  const host = [10, 20 + (client & 0x7f), (index >>> 8) & 0xff, index & 0xff];
  const clientPort = 10_240 + (index % 50_000);
  const server = index % 23;
  if (family === 4) {
    return {
      family,
      client: Uint8Array.from(host),
      server: Uint8Array.from([192, 0, 2, 10 + server]),
      clientPort,
      serverPort,
    };
  }
  const v6 = (subnet, tail) =>
    Uint8Array.from([0x20, 0x01, 0x0d, 0xb8, 0, subnet, 0, 0, 0, 0, 0, 0, ...tail]);
  return { family, client: v6(1, host), server: v6(2, [0, 0, 0, 10 + server]), clientPort, serverPort };
}
