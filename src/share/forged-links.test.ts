import { describe, expect, test } from "vitest";
import { ACK, SYN } from "../segments/flags.ts";
import { sharedRows } from "../testing/shared-rows.ts";
import { toBase64url } from "./base64url.ts";
import { decodeLink } from "./decode-link.ts";
import { inEnvelope } from "./envelope.ts";
import type { LinkRefusal } from "./link-refusal.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { writeConnection } from "./version-1/write-connection.ts";

const rows = [
  { flags: SYN, seq: 1000, time: 0 },
  { from: "server", flags: SYN | ACK, seq: 7_000_000, ack: 1001, time: 40_000 },
  { flags: ACK, seq: 1001, ack: 7_000_001, time: 90_000 },
] as const;
const [syn] = rows;
const error = { frame: 0, time: 5, version: 4, type: 3, code: 1, reporter: "192.0.2.9" } as const;
const successor = { after: 1, time: 7, opener: 0, isSynSeen: true, isAnswered: false } as const;
const loop = { server: { address: "192.0.2.1", port: 40_000 } };
const fold = (before: number, segments = 1): SharedConnection["folds"][number] => ({
  before,
  client: { segments, payload: 0 },
  server: { segments: 0, payload: 0 },
});

/** What a link with the right checksum over that body says; null if it is not refused. */
async function refusalOf(body: Uint8Array): Promise<LinkRefusal | null> {
  const decoded = await decodeLink(`1.${toBase64url(inEnvelope(0, body))}`);
  return decoded.ok ? null : decoded.error;
}

describe("a link that says what cannot be is refused for", () => {
  test.each<[string, SharedConnection, string]>([
    ["a SYN that is not there", sharedRows(rows.slice(2), { roleBasis: "SYN" }), "roles"],
    ["a SYN,ACK that is not there", sharedRows(rows.slice(2), { roleBasis: "SYN-ACK" }), "roles"],
    ["two ends where there is one", sharedRows(rows, loop), "roles"],
    ["a loop with a next connection", sharedRows([syn], { ...loop, successor }), "roles"],
    [
      "a next connection from a third end",
      sharedRows(rows, { successor: { ...successor, opener: 16 as 0 } }),
      "roles",
    ],
    [
      "an error about no segment",
      sharedRows(rows, { icmpErrors: [{ ...error, flow: 0, sequenceNumber: 1 }] }),
      "errors",
    ],
    [
      "an error about a third end",
      sharedRows(rows, { icmpErrors: [{ ...error, flow: 16, sequenceNumber: 1000 }] }),
      "errors",
    ],
    ["nothing left out", sharedRows(rows, { folds: [fold(1, 0)] }), "fold"],
    ["twice left out at one place", sharedRows(rows, { folds: [fold(1), fold(1)] }), "fold"],
    ["left out behind the end", sharedRows(rows, { folds: [fold(2), fold(4)] }), "fold"],
  ])("%s", async (_, shared, about) => {
    expect(await refusalOf(writeConnection(shared))).toEqual({ code: "contradiction", about });
  });

  test("what was left out far behind the end", async () => {
    const shared = sharedRows(rows, { folds: [fold(9)] });
    expect(await refusalOf(writeConnection(shared))).toEqual({ code: "too-large" });
  });
});

test("any octet changed under a right checksum: every part of a link knows what cannot be", async () => {
  const body = writeConnection(
    sharedRows(
      [
        ...rows,
        { flags: ACK, seq: 1001, ack: 7_000_001, options: [253, 4, 7, 7], time: 95_000, ttl: 60, ipId: 1 },
        { flags: ACK, seq: 1001, ack: 7_000_001, options: [253, 4, 7, 7], time: 99_000, ttl: 59, ipId: 1 },
        { flags: ACK, seq: 1002, time: undefined },
      ],
      { icmpErrors: [{ ...error, flow: 0, sequenceNumber: 1000 }], successor, folds: [fold(1)], title: "é" },
    ),
  );
  const refusals = new Set<string>();
  for (let at = 0; at < body.length; at++) {
    for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
      const changed = body.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      const refusal = await refusalOf(changed);
      if (refusal !== null) refusals.add("about" in refusal ? refusal.about : refusal.code);
    }
  }
  expect([...refusals].toSorted()).toEqual([
    "damaged",
    "endpoints",
    "errors",
    "fold",
    "options",
    "parts",
    "roles",
    "segments",
    "times",
    "too-large",
  ]);
});
