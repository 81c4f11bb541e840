import { addressOctets } from "../../segments/address-octets.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import { OctetWriter } from "../octet-writer.ts";
import { ROLE_BASES, type SharedConnection, START_REASONS } from "../shared-connection.ts";
import { largeZigzag } from "../zigzag.ts";
import {
  ADDRESS_KINDS,
  ADDRESSES_SHIFT,
  EPOCH,
  FRAME_MODES,
  FRAMES_SHIFT,
  Part,
  SUCCESSOR,
  TIME_KINDS,
  WHY_SHIFT,
} from "./format.ts";
import { findRepeats } from "./repeats.ts";
import { CLOCK_RATES } from "./sender-clock.ts";
import { startingNumbers } from "./starting-numbers.ts";
import { TickTimes } from "./tick-times.ts";
import { writeAddress, writeExtras } from "./write-extras.ts";
import { keptMarks, writeSegments } from "./write-segments.ts";

/** The times of the connection as a reader of the link has them. */
export function ticksOf({ segments, successor, icmpErrors }: SharedConnection): TickTimes {
  const errors = icmpErrors.map(({ time }) => time);
  return new TickTimes(segments, [segments.lastRecordTime, successor?.time ?? Number.NaN, ...errors]);
}

/** Writes the body of a link of version 1 (docs/link-format.md). */
export function writeConnection(shared: SharedConnection): Uint8Array {
  const { segments, successor, icmpErrors } = shared;
  const times = ticksOf(shared);
  const starts = startingNumbers(segments, times);
  const repeats = findRepeats(segments);
  const frameMode = frameModeOf(shared);
  const writer = new OctetWriter();
  const ticks = Array.from(segments.time.subarray(0, segments.length), (time) => times.ticks(time));
  const known = ticks.filter((tick) => tick !== null);
  const isMissing = times.kind !== "none" && known.length < ticks.length;
  const isBackward = known.some((tick, i) => tick < (known[i - 1] ?? 0n));
  const addresses = addressKindOf(shared);
  writer.varint(
    TIME_KINDS.indexOf(times.kind) |
      (FRAME_MODES.indexOf(frameMode) << FRAMES_SHIFT) |
      (ADDRESS_KINDS.indexOf(addresses) << ADDRESSES_SHIFT) |
      (starts.sequence[0] === null ? 0 : Part.ClientStart) |
      (starts.sequence[1] === null ? 0 : Part.ServerStart) |
      (starts.clock[0] === null ? 0 : Part.ClientClock) |
      (starts.clock[1] === null ? 0 : Part.ServerClock) |
      (shared.title === "" ? 0 : Part.Title) |
      (shared.hostNames.size === 0 ? 0 : Part.Names) |
      (segments.marks.subarray(0, segments.length).some((marks) => keptMarks(marks) !== 0) ? Part.Marks : 0) |
      (icmpErrors.length === 0 ? 0 : Part.Errors) |
      (repeats.size === 0 ? 0 : Part.Repeats) |
      (segments.urgentPointer.size === 0 ? 0 : Part.Urgent) |
      (shared.folds.length === 0 ? 0 : Part.Folds) |
      (shared.lacksTimestampsAndSack ? Part.LacksTimestampsAndSack : 0) |
      (isMissing ? Part.TimesMissing : 0) |
      (isBackward ? Part.TimesBackward : 0),
  );
  writer.octet(
    ROLE_BASES.indexOf(shared.roleBasis) |
      (START_REASONS.indexOf(shared.why) << WHY_SHIFT) |
      (successor === null ? 0 : SUCCESSOR),
  );
  for (const end of [shared.client, shared.server]) writeEnd(writer, end, addresses);
  if (times.kind !== "none") {
    writer.octet(times.exponent | (resolutionCode(segments.timeBase.resolution) << 4));
    const zero = times.kind === "epoch" ? EPOCH / times.unit : 0n;
    writer.largeVarint(largeZigzag(times.start - zero));
    const last = times.ticks(segments.lastRecordTime);
    writer.largeVarint(last === null ? 0n : 1n + largeZigzag(last - times.last));
  }
  for (const start of starts.sequence) if (start !== null) writer.fixed(start, 4);
  for (const clock of starts.clock) {
    if (clock === null) continue;
    writer.octet(CLOCK_RATES.indexOf(clock.rate));
    writer.fixed(clock.first, 4);
  }
  writer.varint(segments.length);
  if (frameMode !== "not-told") writer.varint(segments.frame[0]);
  writeSegments(writer, { segments, times, ticks, isMissing, isBackward, frameMode, starts });
  writeExtras(writer, shared, times, repeats);
  return writer.written();
}

type FrameMode = (typeof FRAME_MODES)[number];
type AddressKind = (typeof ADDRESS_KINDS)[number];

/** Frame numbers that do not ascend say nothing about the place in a capture. */
function frameModeOf({ segments }: SharedConnection): FrameMode {
  const frames = segments.frame.subarray(0, segments.length);
  const first = frames[0];
  if (first === 0 || frames.some((frame, row) => frame < frames[row - 1])) return "not-told";
  return frames.every((frame, row) => frame === first + row) ? "consecutive" : "each";
}

function addressKindOf({ client, server }: SharedConnection): AddressKind {
  const lengths = [client, server].map(({ address, port }) =>
    typeof port === "number" ? addressOctets(address)?.length : undefined,
  );
  if (lengths.every((length) => length === 4)) return "ipv4";
  return lengths.every((length) => length === 16) ? "ipv6" : "each";
}

function writeEnd(writer: OctetWriter, { address, port }: Endpoint, kind: AddressKind): void {
  writeAddress(writer, address, kind);
  if (kind === "each") writer.octet(typeof port === "number" ? 0 : 1);
  if (typeof port === "number") writer.fixed(port, 2);
  else writer.text(port);
}

/** Resolution of the capture's clock as a power of ten; 0 where it is not known or no power of ten. */
function resolutionCode(resolution: number | undefined): number {
  const exponent = resolution === undefined ? -1 : Math.log10(resolution);
  return Number.isInteger(exponent) && exponent >= 0 && exponent <= 9 ? exponent + 1 : 0;
}
