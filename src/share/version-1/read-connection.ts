import type { Endpoint } from "../../segments/endpoint.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { ROLE_BASES, type SharedConnection, START_REASONS } from "../shared-connection.ts";
import {
  ADDRESS_KINDS,
  ADDRESSES_SHIFT,
  ALL_PARTS,
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
import { readTiming } from "./read-timing.ts";
import { CLOCK_RATES } from "./sender-clock.ts";
import type { StartingClock } from "./starting-numbers.ts";

/** Reads the body of a link of version 1 (docs/link-format.md). Throws `RefusedLink` at an impossible value. */
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
  const beyond = { witnesses: null, notes: [], unread: [] };
  return { segments, client, server, roleBasis, why, ...extras, ...beyond };
}

function readEnd(reader: OctetReader, kind: (typeof ADDRESS_KINDS)[number]): Endpoint {
  const address = readAddress(reader, kind);
  const isNamed = kind === "each" && reader.octet() === 1;
  return { address, port: isNamed ? reader.text(LONGEST_NAME) : reader.fixed(2) };
}

function readClock(reader: OctetReader): StartingClock {
  const rate = CLOCK_RATES[reader.octet()];
  if (rate === undefined) throw contradiction("options");
  return { rate, first: reader.fixed(4) };
}
