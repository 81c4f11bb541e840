import type { Endpoint } from "../../segments/endpoint.ts";
import type { TimeBase } from "../../segments/segment-table.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { ROLE_BASES, type SharedConnection, START_REASONS } from "../shared-connection.ts";
import { largeUnzigzag } from "../zigzag.ts";
import {
  ADDRESS_KINDS,
  ADDRESSES_SHIFT,
  ALL_PARTS,
  EPOCH,
  FRAME_MODES,
  FRAMES_SHIFT,
  LONGEST_NAME,
  MOST_SEGMENTS,
  Part,
  SUCCESSOR,
  TIME_KINDS,
  WHY_SHIFT,
} from "./format.ts";
import { readAddress } from "./read-address.ts";
import { readExtras } from "./read-extras.ts";
import { readSegments } from "./read-segments.ts";
import { CLOCK_RATES } from "./sender-clock.ts";
import type { StartingClock } from "./starting-numbers.ts";

/** No clock tells times further than some 580 years from its zero. */
const LATEST = 1n << 64n;

/** What a link says of its times before it tells them. */
export interface Timing {
  readonly kind: TimeBase["kind"];
  /** Nanoseconds of a tick. */
  readonly unit: number;
  /** Nanoseconds from the zero of the kind to the first time. */
  readonly start: bigint;
  readonly resolution: number | null;
  /** Ticks from the last segment's time to the last record's; null if not told. */
  readonly lastRecord: bigint | null;
}

/** Reads the body of a link of version 1 (docs/link-format.md). Throws `RefusedLink` for what cannot be. */
export function readConnection(reader: OctetReader): SharedConnection {
  const parts = reader.varint(ALL_PARTS);
  const has = (part: number): boolean => (parts & part) !== 0;
  const frameMode = FRAME_MODES[(parts & Part.Frames) >>> FRAMES_SHIFT];
  const addressKind = ADDRESS_KINDS[(parts & Part.Addresses) >>> ADDRESSES_SHIFT];
  if (frameMode === undefined || addressKind === undefined) throw contradiction("parts");
  const roles = reader.octet();
  const client = readEnd(reader, addressKind);
  const server = readEnd(reader, addressKind);
  const timing = readTiming(reader, TIME_KINDS[parts & Part.TimeKind] ?? "none");
  const clientStart = has(Part.ClientStart) ? reader.fixed(4) : null;
  const serverStart = has(Part.ServerStart) ? reader.fixed(4) : null;
  const clientClock = has(Part.ClientClock) ? readClock(reader) : null;
  const serverClock = has(Part.ServerClock) ? readClock(reader) : null;
  const length = reader.varint(MOST_SEGMENTS);
  if (length === 0 || length > reader.left) throw contradiction("segments");
  const segments = readSegments(reader, {
    length,
    timing,
    has,
    frameMode,
    firstFrame: frameMode === "not-told" ? 1 : reader.varint(0xffffffff),
    starts: { sequence: [clientStart, serverStart], clock: [clientClock, serverClock] },
  });
  const extras = readExtras(reader, {
    has,
    hasSuccessor: (roles & SUCCESSOR) !== 0,
    segments,
    timing,
    ends: [client, server],
  });
  const roleBasis = ROLE_BASES[roles & 7];
  const why = START_REASONS[(roles >>> WHY_SHIFT) & 7];
  if (roleBasis === undefined || why === undefined || roles >= 2 * SUCCESSOR) throw contradiction("roles");
  if (reader.left > 0) throw contradiction("parts");
  return { segments, client, server, roleBasis, why, ...extras };
}

function readEnd(reader: OctetReader, kind: (typeof ADDRESS_KINDS)[number]): Endpoint {
  const address = readAddress(reader, kind);
  const isNamed = kind === "each" && reader.octet() === 1;
  return { address, port: isNamed ? reader.text(LONGEST_NAME) : reader.fixed(2) };
}

function readTiming(reader: OctetReader, kind: TimeBase["kind"]): Timing {
  if (kind === "none") return { kind, unit: Number.NaN, start: 0n, resolution: null, lastRecord: null };
  const scales = reader.octet();
  const exponent = scales & 15;
  const resolution = scales >>> 4;
  if (exponent > 9 || resolution > 10) throw contradiction("times");
  const unit = 10 ** exponent;
  const start = largeUnzigzag(reader.largeVarint()) * BigInt(unit) + (kind === "epoch" ? EPOCH : 0n);
  if (start > LATEST || start < -LATEST) throw contradiction("times");
  const lastRecord = reader.largeVarint();
  return {
    kind,
    unit,
    start,
    resolution: resolution === 0 ? null : 10 ** (resolution - 1),
    lastRecord: lastRecord === 0n ? null : largeUnzigzag(lastRecord - 1n),
  };
}

function readClock(reader: OctetReader): StartingClock {
  const rate = CLOCK_RATES[reader.octet()];
  if (rate === undefined) throw contradiction("options");
  return { rate, first: reader.fixed(4) };
}
