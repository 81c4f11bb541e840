import { PROFILE, type Profile } from "../host/profile.ts";
import type { Script } from "../script/script.ts";

/** A run never goes on for longer (docs/laboratory.md 3), in nanoseconds. */
export const LONGEST_RUN = 3_600e9;
/** More segments are no exchange that a person can look at (docs/laboratory.md 3). */
export const MOST_SEGMENTS = 2000;
/** Things that happen in one run at most: a program may read an octet each nanosecond. */
export const MOST_EVENTS = 1_000_000;
/** Where the script says nothing: 10 ms each way, and the MSS of Ethernet. */
const USUAL_DELAY = 10e6;
export const USUAL_MSS = 1460;

/** What the settings of a script say, later lines over earlier ones. Times in nanoseconds. */
export interface Settings {
  readonly profile: Profile;
  /** One-way delay by the end that sends. */
  readonly delay: readonly [client: number, server: number];
  readonly mss: number;
  /** Receive buffer in octets. */
  readonly window: number;
  readonly seed: number;
  /** Copies after which a host gives up; null: as the profile says. */
  readonly retries: number | null;
  /** Copies of a SYN that leave before its timeout doubles (Linux `tcp_syn_linear_timeouts`, 4 since version 6.5). */
  readonly linear: number;
  /** The hosts' timers run out when a clock with this step turns; null: exactly. */
  readonly tick: number | null;
  /** When the run ends; null: when nothing is left to happen. */
  readonly end: number | null;
}

export function settingsOf(script: Script): Settings {
  let profile = PROFILE.rfc;
  let delay: Settings["delay"] = [USUAL_DELAY, USUAL_DELAY];
  let end: number | null = null;
  let tick: number | null = null;
  const values = new Map<string, number>();
  for (const statement of script) {
    if (statement.kind === "profile") profile = PROFILE[statement.profile];
    else if (statement.kind === "delay") delay = [statement.there, statement.back];
    else if (statement.kind === "tick") tick = statement.length;
    else if (statement.kind === "end") end = Math.min(statement.time, LONGEST_RUN);
    else if ("value" in statement) values.set(statement.kind, statement.value);
  }
  return {
    profile,
    delay,
    mss: values.get("mss") ?? USUAL_MSS,
    window: values.get("window") ?? profile.window,
    seed: values.get("seed") ?? 1,
    retries: values.get("retries") ?? null,
    linear: values.get("linear") ?? 0,
    tick,
    end,
  };
}
