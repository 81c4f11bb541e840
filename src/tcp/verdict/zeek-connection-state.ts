import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { SteppedConnection } from "../analysis.ts";
import { otherSide } from "../connection.ts";
import { isSkippedAt, senderAt } from "../segment-at.ts";
import type { Side } from "../state.ts";

/** Zeek's state of an end, which follows from control bits, never from delivery. */
type ZeekState = "inactive" | "syn-sent" | "syn-ack-sent" | "partial" | "established" | "closed" | "reset";

interface ZeekEnds {
  client: ZeekState;
  server: ZeekState;
}

/**
 * Zeek's `conn_state` with our client as its originator: SF, S0, REJ, RSTO …
 * (the rules of Zeek's TCP session adapter and `conn/main.zeek`).
 */
export function zeekConnectionState(stepped: SteppedConnection): string {
  const { segments } = stepped;
  const ends: ZeekEnds = { client: "inactive", server: "inactive" };
  const closedBeforeReset: Record<Side, boolean> = { client: false, server: false };
  let hasPayload = false;
  for (let index = 0; index < segments.length; index++) {
    if (isSkippedAt(stepped, index + 1)) continue;
    const side = senderAt(stepped, index + 1);
    const flags = segments.flags[index];
    const length = segments.payloadLength[index];
    if (length > 0 && (flags & RST) === 0) hasPayload = true;
    const before = ends[side];
    ends[side] = nextState(ends, side, flags, length);
    if (ends[side] === "reset" && before !== "reset") closedBeforeReset[side] = before === "closed";
    const peer = otherSide(side);
    if (before === "inactive" && side === "server" && (flags & SYN) !== 0 && ends[peer] === "syn-sent") {
      ends[peer] = "established";
    }
    // FIN and RST of one end and then the FIN of the other are a normal end for Zeek.
    const isNormalEnd = ends[side] === "closed" && (before === "established" || before === "partial");
    if (isNormalEnd && ends[peer] === "reset" && closedBeforeReset[peer]) ends[peer] = "closed";
  }
  return stateCode(ends, hasPayload);
}

function nextState(ends: ZeekEnds, side: Side, flags: number, length: number): ZeekState {
  const state = ends[side];
  const peer = ends[otherSide(side)];
  const isRst = (flags & RST) !== 0;
  const isFin = (flags & FIN) !== 0;
  switch (state) {
    case "inactive":
      return leaveInactive(side, peer, flags, length);
    case "partial":
      if ((flags & (SYN | ACK | FIN | RST)) === SYN && peer === "inactive") return "syn-sent";
      return isRst ? "reset" : isFin ? "closed" : state;
    case "syn-sent":
    case "syn-ack-sent":
    case "established":
      if (isRst) return "reset";
      return isFin ? "closed" : state;
    case "closed":
      return isRst && peer !== "closed" ? "reset" : state;
    default:
      return state;
  }
}

function leaveInactive(side: Side, peer: ZeekState, flags: number, length: number): ZeekState {
  if ((flags & RST) !== 0) return "reset";
  if ((flags & FIN) !== 0) return "closed";
  if ((flags & SYN) !== 0) {
    if (side === "server") return "established";
    return (flags & ACK) === 0 ? "syn-sent" : "syn-ack-sent";
  }
  // Some hosts acknowledge the SYN before they answer it.
  if (side === "server" && length === 0 && peer === "syn-sent") return "inactive";
  return (flags & ACK) !== 0 && peer === "established" ? "established" : "partial";
}

function stateCode({ client, server }: ZeekEnds, hasPayload: boolean): string {
  const isClientSilent = client === "inactive" || client === "partial";
  const isServerSilent = server === "inactive" || server === "partial";
  if (server === "reset") {
    const isRejected = client === "syn-sent" || client === "syn-ack-sent";
    if (isRejected || (client === "reset" && !hasPayload)) return "REJ";
    return isClientSilent ? "RSTRH" : "RSTR";
  }
  if (client === "reset") return isServerSilent ? "RSTOS0" : "RSTO";
  if (client === "closed" && server === "closed") return "SF";
  if (client === "closed") return isServerSilent ? "SH" : "S2";
  if (server === "closed") return isClientSilent ? "SHR" : "S3";
  if (client === "syn-sent" && server === "inactive") return "S0";
  return client === "established" && server === "established" ? "S1" : "OTH";
}
