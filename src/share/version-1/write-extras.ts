import { addressOctets } from "../../segments/address-octets.ts";
import type { OctetWriter } from "../octet-writer.ts";
import type { SharedConnection, SharedSuccessor } from "../shared-connection.ts";
import { largeZigzag, zigzag } from "../zigzag.ts";
import type { ADDRESS_KINDS } from "./format.ts";
import type { TickTimes } from "./tick-times.ts";

/** Writes the parts that few connections have, each only if the link says that it is there. */
export function writeExtras(
  writer: OctetWriter,
  shared: SharedConnection,
  times: TickTimes,
  repeats: ReadonlyMap<number, number>,
): void {
  if (shared.successor !== null) writeSuccessor(writer, shared.successor, shared.segments.length, times);
  if (shared.title !== "") writer.text(shared.title);
  if (shared.hostNames.size > 0) {
    for (const { address } of [shared.client, shared.server])
      writer.text(shared.hostNames.get(address) ?? "");
  }
  if (repeats.size > 0) writeRepeats(writer, shared, repeats);
  const { urgentPointer } = shared.segments;
  if (urgentPointer.size > 0) {
    writer.varint(urgentPointer.size);
    for (const [row, value] of urgentPointer) {
      writer.varint(row);
      writer.fixed(value, 2);
    }
  }
  if (shared.icmpErrors.length > 0) writeErrors(writer, shared, times);
  if (shared.folds.length > 0) writeFolds(writer, shared);
}

function writeFolds(writer: OctetWriter, { folds }: SharedConnection): void {
  writer.varint(folds.length);
  let row = 0;
  for (const { before, client, server } of folds) {
    writer.varint(before - row);
    row = before;
    for (const { segments, payload } of [client, server]) {
      writer.varint(segments);
      writer.varint(payload);
    }
  }
}

/** An address: 4, 16 or, for any other text, 0 octets; the number comes first unless the kind tells it. */
export function writeAddress(
  writer: OctetWriter,
  address: string,
  kind: (typeof ADDRESS_KINDS)[number],
): void {
  const octets = addressOctets(address);
  if (kind === "each") writer.octet(octets?.length ?? 0);
  if (octets === null) writer.text(address);
  else writer.all(octets);
}

function writeSuccessor(
  writer: OctetWriter,
  successor: SharedSuccessor,
  length: number,
  times: TickTimes,
): void {
  const tick = times.ticks(successor.time);
  writer.octet(
    successor.opener |
      (successor.isSynSeen ? 2 : 0) |
      (successor.isAnswered ? 4 : 0) |
      (tick === null ? 0 : 8),
  );
  writer.varint(length - successor.after);
  if (tick !== null) writer.largeVarint(largeZigzag(tick - times.last));
}

function writeRepeats(
  writer: OctetWriter,
  { segments }: SharedConnection,
  repeats: ReadonlyMap<number, number>,
): void {
  const ttl = [0, 0];
  let row = -1;
  writer.varint(repeats.size);
  for (const next of repeats.keys()) {
    writer.varint(next - row - 1);
    row = next;
  }
  for (const next of repeats.keys()) {
    const end = segments.flow[next];
    const nextTtl = segments.ttl[next];
    writer.varint(zigzag(nextTtl - ttl[end]));
    ttl[end] = nextTtl;
  }
  for (const code of repeats.values()) writer.varint(code);
}

function writeErrors(writer: OctetWriter, { icmpErrors }: SharedConnection, times: TickTimes): void {
  writer.varint(icmpErrors.length);
  for (const error of icmpErrors) {
    const tick = times.ticks(error.time);
    writer.octet(
      error.flow | (error.version === 6 ? 2 : 0) | (tick === null ? 0 : 4) | (error.frame === 0 ? 0 : 8),
    );
    writer.octet(error.type);
    writer.octet(error.code);
    writer.fixed(error.sequenceNumber, 4);
    if (tick !== null) writer.largeVarint(largeZigzag(tick));
    if (error.frame !== 0) writer.varint(error.frame);
    writeAddress(writer, error.reporter, "each");
  }
}
