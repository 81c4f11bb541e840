import { ACK, SYN } from "../../segments/flags.ts";
import { areOptionsTold, optionsOf } from "../../segments/options.ts";
import type { TcpOptions } from "../../segments/options.ts";
import { type ConnectionAnalysis, Finding } from "../analysis.ts";
import type { Fact } from "../fact.ts";
import type { Position } from "../position.ts";
import { segmentAt, senderAt } from "../segment-at.ts";
import type { Side } from "../state.ts";

/** The MSS without the option (RFC 9293 section 3.7.1); 1220 over IPv6. */
const DEFAULT_MSS = { IPv4: 536, IPv6: 1220 } as const;

interface Handshake {
  readonly client: TcpOptions | null;
  readonly server: TcpOptions | null;
}

/** Options offered in a SYN, what came of them, and the window in octets (docs/state-machine.md 9 no. 6). */
export function optionFacts(analysis: ConnectionAnalysis, position: Position): Fact[] {
  const { segments } = analysis;
  const index = position - 1;
  const flags = segments.flags[index];
  const facts: Fact[] = [];
  if ((flags & SYN) !== 0) facts.push(...offers(optionsOf(segments, index)));
  if ((flags & (SYN | ACK)) === (SYN | ACK)) facts.push(...negotiations(analysis, position));
  facts.push(...windowFacts(analysis, position));
  return facts;
}

function offers(options: TcpOptions): Fact[] {
  const facts: Fact[] = [];
  const { mss, windowScale, sackPermitted, timestamps, fastOpenCookie } = options;
  if (mss !== undefined) facts.push({ kind: "option", option: "mss", value: mss });
  if (windowScale !== undefined) facts.push({ kind: "option", option: "window-scale", value: windowScale });
  if (sackPermitted === true) facts.push({ kind: "option", option: "sack-permitted", value: null });
  if (timestamps !== undefined) facts.push({ kind: "option", option: "timestamps", value: timestamps[0] });
  if (fastOpenCookie !== undefined) {
    facts.push({ kind: "option", option: "fast-open", value: fastOpenCookie.length });
  }
  return facts;
}

function negotiations(analysis: ConnectionAnalysis, position: Position): Fact[] {
  const { client, server } = handshakeUpTo(analysis, position);
  // If one SYN is not in the capture, what it offered is not known.
  if (client === null || server === null) return [];
  const flagOf = (options: TcpOptions, option: "sackPermitted" | "timestamps"): number | null =>
    options[option] === undefined ? null : 1;
  const both = (a: number | null, b: number | null): boolean => a !== null && b !== null;
  const scale = [client.windowScale ?? null, server.windowScale ?? null] as const;
  const sack = [flagOf(client, "sackPermitted"), flagOf(server, "sackPermitted")] as const;
  const timestamps = [flagOf(client, "timestamps"), flagOf(server, "timestamps")] as const;
  return [
    {
      kind: "negotiated",
      option: "mss",
      client: client.mss ?? defaultMss(analysis),
      server: server.mss ?? defaultMss(analysis),
      isInUse: true,
    },
    negotiated("window-scale", scale, both(...scale)),
    negotiated("sack-permitted", sack, both(...sack)),
    negotiated("timestamps", timestamps, both(...timestamps)),
  ];
}

function negotiated(
  option: "window-scale" | "sack-permitted" | "timestamps",
  [client, server]: readonly [number | null, number | null],
  isInUse: boolean,
): Fact {
  return { kind: "negotiated", option, client, server, isInUse };
}

function defaultMss({ connection }: ConnectionAnalysis): number {
  return connection.client.address.includes(":") ? DEFAULT_MSS.IPv6 : DEFAULT_MSS.IPv4;
}

/** The options of the last SYN or SYN,ACK of each end before or at the position; null: not in the capture. */
function handshakeUpTo(analysis: ConnectionAnalysis, position: Position): Handshake {
  const { segments, findings, connection } = analysis;
  const found: Record<Side, TcpOptions | null> = { client: null, server: null };
  for (let index = 0; index < position; index++) {
    if ((segments.flags[index] & SYN) === 0) continue;
    if (!areOptionsTold(segments, index)) continue;
    // An old duplicate or an attack agrees on nothing.
    if ((findings[index] & Finding.StraySyn) !== 0) continue;
    found[senderAt(analysis, index + 1)] = optionsOf(segments, index);
  }
  // A socket connected to itself receives what it sends.
  return connection.isSelfConnect ? { client: found.client, server: found.client } : found;
}

function windowFacts(analysis: ConnectionAnalysis, position: Position): Fact[] {
  const { window, shift } = segmentAt(analysis, position);
  if (window === null) return [];
  return [{ kind: "window", field: window, shift, octets: shift === null ? null : window * 2 ** shift }];
}
