import { describe, expect, test } from "vitest";
import { ACK, FIN, PSH, RST, SYN, URG } from "../segments/flags.ts";
import { type IcmpError, Mark } from "../segments/segment-table.ts";
import { describeShared } from "../testing/describe-shared.ts";
import { Random } from "../testing/random.ts";
import { type SharedRow, sharedRows } from "../testing/shared-rows.ts";
import { decodeLink } from "./decode-link.ts";
import { encodeLink } from "./encode-link.ts";
import type { LinkRefusal } from "./link-refusal.ts";
import type { SharedConnection } from "./shared-connection.ts";

const MICROSECOND = 1000;
const SECOND = 1e9;
const opening = (time: (nanoseconds: number) => number | undefined): readonly SharedRow[] => [
  { flags: SYN, seq: 1000, window: 64240, time: time(0) },
  { from: "server", flags: SYN | ACK, seq: 7_000_000, ack: 1001, window: 65160, time: time(40_000) },
  { flags: ACK, seq: 1001, ack: 7_000_001, window: 502, time: time(90_000) },
];
const handshake = opening((time) => time);
const timeless = opening(() => undefined);
const timed = (...times: readonly (number | undefined)[]): SharedRow[] =>
  times.map((time, index) => ({ flags: ACK, seq: 1000, ack: index, window: 10, time }));
const error: IcmpError = {
  frame: 9,
  time: 5 * MICROSECOND,
  version: 4,
  type: 3,
  code: 1,
  reporter: "192.0.2.254",
  flow: 0,
  sequenceNumber: 1000,
};
const successor = { after: 2, time: 3 * SECOND, opener: 0, isSynSeen: true, isAnswered: false } as const;
const timestamps = (value: number, echo: number): number[] => {
  const words = new DataView(new ArrayBuffer(8));
  words.setUint32(0, value);
  words.setUint32(4, echo);
  return [8, 10, ...new Uint8Array(words.buffer)];
};

async function through(shared: SharedConnection): Promise<SharedConnection | LinkRefusal> {
  const link = await encodeLink(shared);
  if (link === null) throw new Error("no link holds it");
  const decoded = await decodeLink(link);
  return decoded.ok ? decoded.value : decoded.error;
}

async function told(shared: SharedConnection): Promise<string[] | LinkRefusal> {
  const again = await through(shared);
  return "code" in again ? again : describeShared(again);
}

describe("what comes out of a link is what went in", () => {
  test.each<[string, SharedConnection]>([
    ["three segments", sharedRows(handshake)],
    ["without times", sharedRows(timeless)],
    ["a time of day", sharedRows(handshake, {}, { timeBase: { kind: "time-of-day", origin: 0n } })],
    [
      "a clock of known resolution and a later last record",
      sharedRows(
        handshake,
        {},
        { timeBase: { kind: "epoch", origin: 0n, resolution: 1000 }, lastRecordTime: SECOND },
      ),
    ],
    [
      "a last record before the last segment",
      sharedRows(handshake, {}, { lastRecordTime: 80 * MICROSECOND }),
    ],
    ["a time missing at first", sharedRows(timed(undefined, 0, 7))],
    ["times missing in between and last", sharedRows(timed(0, undefined, 7, undefined))],
    ["times that go back", sharedRows(timed(0, 90, 30, 100))],
    ["times that go back, with one missing", sharedRows(timed(0, 90, undefined, 30))],
    [
      "times before the zero of the clock",
      sharedRows(timed(0, 90), {}, { timeBase: { kind: "epoch", origin: -5n } }),
    ],
    [
      "IPv6 with both names",
      sharedRows(handshake, {
        client: { address: "2001:db8::1", port: 1 },
        server: { address: "2001:db8::2", port: 65_535 },
        hostNames: new Map([
          ["2001:db8::1", "alpha.example"],
          ["2001:db8::2", "βήτα.example"],
        ]),
      }),
    ],
    ["one name", sharedRows(handshake, { hostNames: new Map([["192.0.2.2", "alpha.example"]]) })],
    ["an IPv4 end and an IPv6 end", sharedRows(handshake, { server: { address: "2001:db8::2", port: 80 } })],
    [
      "names of hosts and ports instead of numbers",
      sharedRows(handshake, {
        client: { address: "alpha", port: 40_000 },
        server: { address: "192.0.2.2", port: "https" },
      }),
    ],
    ["a title", sharedRows(handshake, { title: "Why does it wait? 为什么" })],
    [
      "numbers of frames with gaps",
      sharedRows(handshake.map((row, index) => ({ ...row, frame: 5 + index * index }))),
    ],
    [
      "an urgent pointer",
      sharedRows([...handshake, { flags: ACK | URG, seq: 1001, ack: 7_000_001, urgent: 9 }]),
    ],
    [
      "errors of both versions, with and without time and frame",
      sharedRows(handshake, {
        icmpErrors: [
          error,
          { ...error, version: 6, reporter: "2001:db8::9", time: Number.NaN },
          { ...error, frame: 0, flow: 1, sequenceNumber: 7_000_000, reporter: "gateway" },
        ],
      }),
    ],
    ["a next connection", sharedRows(handshake, { successor, why: "reuse-in-time-wait" })],
    [
      "a next connection opened from the other end, without times",
      sharedRows(timeless, {
        successor: { after: 3, time: Number.NaN, opener: 1, isSynSeen: false, isAnswered: true },
      }),
    ],
    [
      "segments captured twice, with and without identification",
      sharedRows([
        ...handshake,
        ...[1, 0, 1, 2, undefined].map((ipId, index) => ({
          flags: ACK | PSH,
          seq: 1001,
          ack: 7_000_001,
          payload: 10,
          ttl: 64 - index,
          time: (100 + index) * MICROSECOND,
          ipId,
        })),
      ]),
    ],
    [
      "segments captured twice of which nothing is known of the IP header",
      sharedRows([...handshake, ...handshake]),
    ],
    [
      "marks of a text",
      sharedRows([
        { flags: ACK, seq: 0, ack: 9, marks: Mark.SequenceUnknown, window: 5 },
        { flags: ACK, seq: 40, ack: 0, marks: Mark.AcknowledgmentUnknown | Mark.WindowUnknown },
        { from: "server", flags: ACK, seq: 9, ack: 41, marks: Mark.SequenceRelative | Mark.ElidedBefore },
      ]),
    ],
    [
      "no number of the server but what the client acknowledges",
      sharedRows([{ flags: ACK, seq: 1, ack: 77_000 }]),
    ],
    [
      "a reset, and data with FIN",
      sharedRows([
        ...handshake,
        { flags: ACK | FIN, seq: 1001, ack: 7_000_001, payload: 3 },
        { from: "server", flags: RST, seq: 7_000_001 },
      ]),
    ],
    [
      "a window that the SYN did not scale",
      sharedRows([
        { flags: SYN, seq: 1, window: 1000, options: [3, 3, 7] },
        { from: "server", flags: SYN | ACK, seq: 1, ack: 2, window: 65_535, options: [3, 3, 14, 0] },
        { flags: ACK, seq: 2, ack: 2, window: 8 },
        { from: "server", flags: ACK, seq: 2, ack: 2, window: 4 },
      ]),
    ],
    [
      "options that no layout can say",
      sharedRows([
        { flags: SYN, seq: 1, options: [...timestamps(1, 2), ...timestamps(3, 4)] },
        { flags: ACK, seq: 2, options: [2, 40, 5] },
        { flags: ACK, seq: 2, options: [0, 9, 9, 9] },
        { flags: ACK, seq: 2, options: [2, 5, 1, 1, 1] },
        { flags: ACK, seq: 2, options: [3, 1] },
      ]),
    ],
    [
      "options of an own layout, twice",
      sharedRows([
        { flags: SYN, seq: 1, options: [253, 4, 7, 7, 2, 4, 5, 180] },
        { flags: SYN, seq: 1, options: [253, 4, 8, 8, 2, 4, 5, 180] },
      ]),
    ],
    [
      "three hundred time stamps, echoed late",
      sharedRows(
        Array.from({ length: 300 }, (_, index) => ({
          from: index % 2 === 0 ? ("client" as const) : ("server" as const),
          flags: ACK,
          seq: 5,
          ack: 5,
          time: index * 10_000_000 * (1 + (index % 7)),
          options: timestamps(1000 + index * 3, Math.max(0, 1000 + (index - 5) * 3)),
        })),
      ),
    ],
    [
      "a connection of an endpoint with itself",
      sharedRows([handshake[0] ?? { flags: SYN }], {
        server: { address: "192.0.2.1", port: 40_000 },
        roleBasis: "SYN-ACK",
      }),
    ],
  ])("%s", async (_, shared) => expect(await told(shared)).toEqual(describeShared(shared)));
});

test("where no segment has a time, nothing else is given one", async () => {
  const time = Number.NaN;
  const without = sharedRows(timeless, {
    icmpErrors: [{ ...error, time }],
    successor: { ...successor, time },
  });
  expect(await told(sharedRows(timeless, { icmpErrors: [error], successor }))).toEqual(
    describeShared(without),
  );
});

test("numbers of frames that do not ascend, or are not known, are not told: they count from 1", async () => {
  const counted = await told(sharedRows(handshake));
  for (const frames of [
    [3, 2, 4],
    [0, 0, 0],
  ]) {
    const rows = handshake.map((row, index) => ({ ...row, frame: frames[index] ?? 0 }));
    expect(await told(sharedRows(rows))).toEqual(counted);
  }
});

describe("no link holds", () => {
  const long = "x".repeat(5000);
  const random = new Random(5);
  const unforeseen = Array.from({ length: 42_000 }, () => ({
    flags: ACK,
    options: [253, 40, ...Array.from({ length: 38 }, () => random.below(256))],
  }));
  test.each<[string, SharedConnection]>([
    ["no segment", sharedRows([])],
    ["a title like a book", sharedRows(handshake, { title: long })],
    ["a port with a name like a book", sharedRows(handshake, { server: { address: "a", port: long } })],
    [
      "an address with a name like a book",
      sharedRows(handshake, { hostNames: new Map([["192.0.2.1", long]]) }),
    ],
    ["more than fits in any", sharedRows(unforeseen)],
  ])("%s", async (_, shared) => expect((await encodeLink(shared)) === null).toBe(true));
});

test("records that the input says are of one packet share an identification in a link", async () => {
  const marks = [0, Mark.CapturedAgain, 0, Mark.CapturedAgain, Mark.CapturedAgain];
  const data = { flags: ACK | PSH, seq: 1001, ack: 7_000_001, payload: 10 };
  const rows = marks.map((mark, index) =>
    Object.assign({ marks: mark, time: (100 + index) * MICROSECOND }, data),
  );
  const link = await through(sharedRows([...handshake, ...rows]));
  if ("code" in link) throw new Error(link.code);
  const ids = [...link.segments.ipId.subarray(3, 8)];
  expect(ids).toEqual([1, 1, 2, 2, 2]);
  expect(link.segments.marks[3]).toBe(Mark.HasIpId);
});
