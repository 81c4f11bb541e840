import { assert } from "../../base/assert.ts";
import { CWR, ECE, PSH, URG } from "../../segments/flags.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { SegmentName, SentSegment } from "../host/segment.ts";
import { runScript } from "../run/run-script.ts";
import { patternOf } from "../run/segment-name.ts";
import { USUAL_MSS } from "../run/settings.ts";
import type { End, Script, Statement } from "../script/script.ts";
import { tableSeenFrom } from "../told/trace-table.ts";
import { callsOf } from "./observed-calls.ts";
import { limitsOf } from "./observed-limits.ts";
import { type Observed, observe, type ObservedRow, TIMESTAMP_OCTETS } from "./observed-rows.ts";
import { wireOf } from "./observed-wire.ts";

/** Flags that the laboratory's hosts set otherwise, or not at all, without meaning. */
const UNCOMPARED = PSH | URG | ECE | CWR;

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

/** Whose timers, and the clock that they wait for. */
type Timers = readonly Extract<Statement, { kind: "profile" | "tick" }>[];

/** Hosts that a capture may be of. The clock of most Linux kernels turns 250 times a second. */
const HOSTS: readonly Timers[] = [
  [{ kind: "profile", profile: "linux" }],
  [{ kind: "profile", profile: "rfc" }],
  [
    { kind: "profile", profile: "linux" },
    { kind: "tick", length: 4e6 },
  ],
];

/** Segments of the far end whose way is told to have taken longer, at most; fewer of a long capture. */
const MOST_DELAYED = 64;
/** Rows of the capture that are compared for that, all told. */
const MOST_COMPARED = 4000;

/**
 * Makes a script of a captured connection: calls with causes, fates from the delivery, half the round trip each way, and
 * the hosts that repeat more of it. null where its beginning is not in the capture, or it tells no times.
 */
export function replayOf(analysis: ConnectionAnalysis): Replay | null {
  const observed = observe(analysis);
  if (observed === null) return null;
  const { script, run } = likeliest(HOSTS.map((timers) => fitted(scriptOf(timers, observed), observed)));
  const { replays, speaksUntil } = run;
  const of = observed.of;
  return {
    speaksUntil,
    names: new Map(observed.rows.slice(0, replays).map(({ position, name }) => [position, name])),
    script: [...script, { kind: "end", time: observed.end }],
    seenFrom: observed.at,
    replays,
    of,
    differsAt: replays === of ? null : (observed.rows[replays]?.position ?? replays + 1),
  };
}

interface Fitted {
  readonly script: Script;
  readonly run: Comparison;
}

/** Lets segments of the far end come as late as they did, as long as more of the capture is repeated then. */
function fitted(script: Script, observed: Observed): Fitted {
  let best: Fitted = { script, run: compare(script, observed) };
  const most = Math.min(MOST_DELAYED, Math.floor(MOST_COMPARED / observed.rows.length));
  for (let times = 0; times < most && best.run.early !== null; times++) {
    const delayed = [...best.script, best.run.early];
    const run = compare(delayed, observed);
    if (run.replays <= best.run.replays) break;
    best = { script: delayed, run };
  }
  return best;
}

/** What repeats most of the capture, and of those that repeat as much the one that takes the fewest words. */
function likeliest(all: readonly Fitted[]): Fitted {
  const [best] = all.toSorted((a, b) => b.run.replays - a.run.replays || a.script.length - b.script.length);
  assert(best !== undefined, "there are hosts");
  return best;
}

function scriptOf(timers: Timers, observed: Observed): Script {
  const { delay, mss, hasTimestamps } = observed;
  const settings: Statement[] = [...timers, { kind: "delay", there: delay, back: delay }];
  // The laboratory's Linux always sends timestamps.
  const isLinux = timers.some((each) => each.kind === "profile" && each.profile === "linux");
  const takesTimestamps = isLinux && !hasTimestamps;
  const taken = Math.min(65_495, Math.max(64, mss + (takesTimestamps ? TIMESTAMP_OCTETS : 0)));
  if (taken !== USUAL_MSS) settings.push({ kind: "mss", value: taken });
  const { linear, retries } = limitsOf(observed);
  if (linear > 0) settings.push({ kind: "linear", value: linear });
  // A tail loss probe is a copy, but none of those that are counted (RFC 8985 section 7.2).
  if (retries !== null) settings.push({ kind: "retries", value: Math.max(0, retries - (isLinux ? 1 : 0)) });
  const calls = [...callsOf(1, observed), ...callsOf(0, observed)];
  return [...settings, ...calls, ...wireOf(observed)];
}

/** What a run of a script has of a capture. */
interface Comparison extends Pick<Replay, "replays" | "speaksUntil"> {
  /** Where the first segment that differs came from the far end too early: how much later it came in truth. */
  readonly early: Statement | null;
}

/** How many rows, from the first, a capture of the run would hold as this one does, and when the last of them leaves. */
function compare(script: Script, { rows, at, end }: Observed): Comparison {
  const { table, rows: sent } = tableSeenFrom(runScript([...script, { kind: "end", time: end }]), at);
  const [analysis] = analyseTable(table);
  const repeated = (analysis && observe(analysis))?.rows ?? [];
  let replays = 0;
  while (replays < rows.length && isAlike(rows[replays], repeated[replays])) replays++;
  const segmentOf = (row: ObservedRow | undefined): SentSegment | undefined => {
    const index = row && analysis?.connection.rows[row.position - 1];
    return index === undefined ? undefined : sent[index];
  };
  const differs = repeated[replays];
  const comes = rows.slice(replays).find((row) => isAlike(row, differs));
  const by = Math.round(capturedSince(rows, at, comes) - capturedSince(repeated, at, differs));
  const segment = segmentOf(differs);
  const isEarly = differs !== undefined && differs.from !== at && by > 0 && segment?.isInjected === false;
  return {
    replays,
    speaksUntil: segmentOf(repeated[replays - 1])?.sentAt ?? 0,
    early: isEarly ? { kind: "delay-segment", segment: patternOf(segment.name), by } : null,
  };
}

/** How long after the first row a row was captured; NaN without one. */
function capturedSince([first]: readonly ObservedRow[], at: End, row: ObservedRow | undefined): number {
  const timeOf = (each: ObservedRow | undefined): number =>
    (each?.from === at ? each.sentAt : each?.arrivesAt) ?? Number.NaN;
  return timeOf(row) - timeOf(first);
}

function isAlike(row: ObservedRow, other: ObservedRow | undefined): boolean {
  if (other === undefined) return false;
  const isSameKind = row.from === other.from && (row.flags & ~UNCOMPARED) === (other.flags & ~UNCOMPARED);
  return isSameKind && row.start === other.start && row.ack === other.ack && row.octets === other.octets;
}
