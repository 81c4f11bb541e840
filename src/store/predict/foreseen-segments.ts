import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { ARROW_IDS, arrow } from "../../tcp/arrows.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import type { EndStates } from "../../tcp/states.ts";
import type { ForeseenSegment } from "./question.ts";

/** How the events and actions of the transition table name segments; a FIN goes with an ACK on the wire. */
const NAMED: Readonly<Record<string, number>> = {
  SYN,
  "SYN,ACK": SYN | ACK,
  ACK,
  FIN: FIN | ACK,
  "FIN,ACK": FIN | ACK,
  RST,
};

/** States in which an end may send data. */
const MAY_SEND: ReadonlySet<TcpState | null> = new Set(["ESTABLISHED", "CLOSE-WAIT", null]);

/** The segment at a position, reduced to what could be predicted. */
export function foreseenAt(analysis: ConnectionAnalysis, position: Position): ForeseenSegment {
  const flags = analysis.segments.flags[position - 1] ?? 0;
  return {
    sender: senderAt(analysis, position),
    flags: (flags & RST) !== 0 ? RST : flags & (SYN | ACK | FIN),
    hasData: (analysis.segments.payloadLength[position - 1] ?? 0) > 0,
  };
}

/**
 * The segments that may come in these states: those that an arrow out of them sends or needs, and data with its
 * acknowledgment if an end may send data. Each once, a RST last.
 */
export function foreseeableIn({ client, server }: EndStates, isSelfConnect: boolean): ForeseenSegment[] {
  const sides: readonly Side[] = isSelfConnect ? ["client"] : ["client", "server"];
  const found = sides.flatMap((side) => {
    const { state } = side === "client" ? client : server;
    const peer = sides.length === 1 ? side : otherSide(side);
    return ofArrows(side, peer, state).concat(ofData(side, peer, state));
  });
  return found
    .filter((one, index) => found.findIndex((other) => isAlike(one, other)) === index)
    .toSorted((one, other) => Number(one.flags === RST) - Number(other.flags === RST));
}

/** Whether both are the same prediction. */
export function isAlike(one: ForeseenSegment, other: ForeseenSegment): boolean {
  return one.sender === other.sender && one.flags === other.flags && one.hasData === other.hasData;
}

function ofArrows(side: Side, peer: Side, state: TcpState | null): ForeseenSegment[] {
  return ARROW_IDS.map(arrow)
    .filter(({ from }) => from.includes(state))
    .flatMap(({ kind, event, action }) => {
      if (kind === "send") return named(side, action, "snd ");
      return kind === "receive" ? named(peer, event, "rcv ") : [];
    });
}

/** `rcv ACK of SYN` needs an ACK. */
function named(sender: Side, words: string | null, verb: string): ForeseenSegment[] {
  const flags = words?.startsWith(verb) ? NAMED[words.slice(verb.length).split(" ")[0] ?? ""] : undefined;
  return flags === undefined ? [] : [{ sender, flags, hasData: false }];
}

function ofData(side: Side, peer: Side, state: TcpState | null): ForeseenSegment[] {
  if (!MAY_SEND.has(state)) return [];
  return [
    { sender: side, flags: ACK, hasData: true },
    { sender: peer, flags: ACK, hasData: false },
  ];
}
