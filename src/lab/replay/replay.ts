import { CWR, ECE, PSH } from "../../segments/flags.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { SegmentName } from "../host/segment.ts";
import { runScript } from "../run/run-script.ts";
import { type End, PROFILES, type ProfileName, type Script, type Statement } from "../script/script.ts";
import { tableSeenFrom } from "../told/trace-table.ts";
import { callsOf } from "./observed-calls.ts";
import { type Observed, observe, type ObservedRow } from "./observed-rows.ts";
import { wireOf } from "./observed-wire.ts";

/** Flags that the laboratory's hosts set otherwise, or not at all, without meaning. */
const UNCOMPARED = PSH | ECE | CWR;

/** The script of a captured connection, and how far the laboratory's hosts answer like the real ones. */
export interface Replay {
  readonly script: Script;
  /** The host at which the run is compared with the capture. */
  readonly seenFrom: End;
  /** How many segments of the capture, from the first, the run repeats. */
  readonly replays: number;
  /** How many the capture holds. */
  readonly of: number;
  /**
   * The position of the first segment that differs; null: none. Behind it the laboratory cannot speak for these hosts,
   * and edits are refused.
   */
  readonly differsAt: number | null;
  /** When the last segment that it repeats leaves in the run, in nanoseconds since the script began. */
  readonly speaksUntil: number;
  /** What edits call the segments of the capture that it repeats, by position. */
  readonly names: ReadonlyMap<Position, SegmentName>;
}

/**
 * Makes a script of a captured connection: calls with causes, fates from the delivery, half the round trip each way, and
 * the profile that repeats more. null where its beginning is not in the capture, or it tells no times.
 */
export function replayOf(analysis: ConnectionAnalysis): Replay | null {
  const observed = observe(analysis);
  if (observed === null) return null;
  const [one, other] = PROFILES.map((profile) => replayWith(profile, observed));
  if (one === undefined || other === undefined) return null;
  return other.replays >= one.replays ? other : one;
}

function replayWith(profile: ProfileName, observed: Observed): Replay {
  const script = scriptOf(profile, observed);
  const { replays, speaksUntil } = compare(script, observed);
  const of = observed.of;
  return {
    speaksUntil,
    names: new Map(observed.rows.slice(0, replays).map(({ position, name }) => [position, name])),
    script,
    seenFrom: observed.at,
    replays,
    of,
    differsAt: replays === of ? null : (observed.rows[replays]?.position ?? replays + 1),
  };
}

function scriptOf(profile: ProfileName, observed: Observed): Script {
  const { delay, end, mss, hasTimestamps } = observed;
  const settings: Statement[] = [
    { kind: "profile", profile },
    { kind: "delay", there: delay, back: delay },
  ];
  // The laboratory's Linux always sends timestamps, which take 12 octets of a segment.
  const takesTimestamps = profile === "linux" && !hasTimestamps;
  if (mss !== null)
    settings.push({ kind: "mss", value: Math.min(65_495, Math.max(64, mss + (takesTimestamps ? 12 : 0))) });
  const calls = [...callsOf(1, observed), ...callsOf(0, observed)];
  return [...settings, ...calls, ...wireOf(observed), { kind: "end", time: end }];
}

/** How many rows, from the first, a capture of the run would hold as this one does, and when the last of them leaves. */
function compare(script: Script, { rows, at }: Observed): Pick<Replay, "replays" | "speaksUntil"> {
  const { table, rows: sent } = tableSeenFrom(runScript(script), at);
  const [analysis] = analyseTable(table);
  const repeated = (analysis && observe(analysis))?.rows ?? [];
  let replays = 0;
  while (replays < rows.length && isAlike(rows[replays], repeated[replays])) replays++;
  const last = repeated[replays - 1];
  const row = last && analysis?.connection.rows[last.position - 1];
  return { replays, speaksUntil: (row === undefined ? undefined : sent[row]?.sentAt) ?? 0 };
}

function isAlike(row: ObservedRow, other: ObservedRow | undefined): boolean {
  if (other === undefined) return false;
  const isSameKind = row.from === other.from && (row.flags & ~UNCOMPARED) === (other.flags & ~UNCOMPARED);
  return isSameKind && row.start === other.start && row.ack === other.ack && row.octets === other.octets;
}
