import { readFileSync } from "node:fs";
import { OptionKind } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";

/** `ES?`, `--`, `TW!`: state and basis as docs/state-machine.md 4.2 and 12 abbreviate them. */
type StateMark = string;

/** One segment of a case. `from` says which address sends it: `c` is 10.0.0.1, `s` is 10.0.0.2. */
export interface CaseSegment {
  readonly from: "c" | "s";
  readonly flags: number;
  readonly seq: number;
  readonly ack: number | null;
  readonly len: number;
  readonly win: number;
  /** Seconds. */
  readonly t: number;
  readonly sport: number;
  readonly dport: number;
  readonly opts: {
    readonly ws?: string;
    readonly id?: string;
    readonly ttl?: string;
    readonly u?: string;
    /** `true`: empty Fast Open option (a request); a number: a cookie of so many octets. */
    readonly tfo?: string | true;
  };
}

interface CaseMove {
  readonly end: "c" | "s";
  /** null or absent: not known. */
  readonly from?: string | null;
  readonly to: string;
  readonly cause: string;
  readonly basis: string;
  readonly provedByRow?: number;
}

/** What is expected of one segment. */
interface CaseRow {
  /** 1-based, as `id` of {@link CaseConnection}. */
  readonly connection: number;
  readonly client: StateMark;
  readonly server: StateMark;
  readonly fate?: string;
  readonly arrivesAtRow: number | null;
  readonly annotations: readonly string[];
  readonly tsharkFlags: readonly string[];
  readonly transitions: readonly CaseMove[];
}

/** What is expected of one connection. */
interface CaseConnection {
  readonly id: number;
  readonly why: string;
  readonly roleBasis: string;
  readonly outcome: string;
  readonly open: string;
  readonly close: string;
  readonly completeness: number;
  readonly epilogue: readonly CaseMove[];
}

/** One of the 97 cases of docs/state-machine.md section 12. `rows` run parallel to `segments`. */
export interface StateCase {
  readonly id: string;
  readonly title: string;
  readonly compact: string;
  readonly segments: readonly CaseSegment[];
  readonly rows: readonly CaseRow[];
  readonly connections: readonly CaseConnection[];
}

const file = new URL("state-cases.json", import.meta.url);
export const STATE_CASES = JSON.parse(readFileSync(file, "utf8")) as readonly StateCase[];

/** The segment table that a reader would make of the case; frame n is the n-th segment. */
export function tableOfCase({ segments }: Pick<StateCase, "segments">): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  for (const [index, segment] of segments.entries()) {
    const { opts } = segment;
    const [address, peer] = segment.from === "c" ? ["10.0.0.1", "10.0.0.2"] : ["10.0.0.2", "10.0.0.1"];
    const octets = optionsOfCase(segment);
    table.append({
      frame: index + 1,
      time: BigInt(Math.round(segment.t * 1e9)),
      flow: table.flows.internEndpoints(
        { address, port: segment.sport },
        { address: peer, port: segment.dport },
      ),
      sequenceNumber: segment.seq,
      acknowledgmentNumber: segment.ack ?? 0,
      payloadLength: segment.len,
      window: segment.win,
      flags: segment.flags,
      octets,
      optionsLength: octets.length,
      ...(opts.id === undefined ? {} : { ipId: Number(opts.id) }),
      ttl: Number(opts.ttl ?? 64),
      ...(opts.u === undefined ? {} : { urgentPointer: Number(opts.u) }),
    });
  }
  return table;
}

function optionsOfCase({ opts }: CaseSegment): Uint8Array {
  const octets: number[] = [];
  if (opts.ws !== undefined) octets.push(OptionKind.WindowScale, 3, Number(opts.ws));
  if (opts.tfo !== undefined) {
    const cookieLength = opts.tfo === true ? 0 : Number(opts.tfo);
    octets.push(OptionKind.FastOpen, 2 + cookieLength, ...Array.from({ length: cookieLength }, () => 0xc0));
  }
  return new Uint8Array(octets);
}
