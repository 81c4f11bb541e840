import { expect, test } from "vitest";
import type { Edit } from "../../lab/edit/edits.ts";
import { READY_SCRIPTS } from "../../lab/ready/ready-scripts.ts";
import { unportedAnalyser } from "../../testing/ported-analyser.ts";
import type { OpenedRun } from "../opened-capture.ts";
import { isSpokenFor } from "./spoken-for.ts";

/** A run of a capture's script that repeats so many of its 11 segments, the last of which leaves at that time. */
async function repeating(replays: number, speaksUntil: number): Promise<OpenedRun> {
  const text = READY_SCRIPTS["four-segment-close"];
  const fidelity = { replays, of: 11, speaksUntil };
  const wish = { original: text, text, edits: [], seenFrom: null, fidelity };
  const outcome = await unportedAnalyser().open({ kind: "script", name: "t", wish }, () => {});
  if (!outcome?.ok || outcome.capture.run === null) throw new Error("not run");
  return outcome.capture.run;
}

const name = { octets: null, ack: null, copy: 1 } as const;
const SYN: Edit = { kind: "lose", segment: { ...name, end: 0, kind: "syn" } };
const FIN: Edit = { kind: "lose", segment: { ...name, end: 0, kind: "fin", copy: "every" } };

test("behind the point where the hosts differ nothing can be edited; what lies before can", async () => {
  const run = await repeating(5, 40e6);
  expect([SYN, FIN].map((edit) => isSpokenFor(run, edit))).toEqual([true, false]);
  const close = run.facts.calls.find(({ verb }) => verb === "close")?.statement ?? -1;
  expect(isSpokenFor(run, { kind: "move-call", statement: close, to: 0 })).toBe(false);
  const raw = { flags: 4, sequence: 1, acknowledgment: null, window: null, octets: 0 };
  expect(isSpokenFor(run, { kind: "inject", end: 0, raw, time: 1e9 })).toBe(false);
});

test("hosts that differ from the first segment on cannot be edited at all", async () => {
  expect(isSpokenFor(await repeating(0, 0), SYN)).toBe(false);
});

test("a whole capture that is repeated can be edited wherever", async () => {
  const run = await repeating(11, 600e6);
  expect([SYN, FIN].map((edit) => isSpokenFor(run, edit))).toEqual([true, true]);
});
