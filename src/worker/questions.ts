import type { Fidelity } from "../lab/edit/edited-run.ts";
import type { SegmentName } from "../lab/host/segment.ts";
import type { Misjudged } from "../merge/misjudged-alone.ts";
import type { PathChanges } from "../merge/path-changes.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import type { Note } from "../segments/note.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import type { SocketObservation } from "../segments/socket-observation.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import type { ConnectionAnalysis, Move } from "../tcp/analysis.ts";
import type { PlacedSocket } from "../tcp/observed/place-sockets.ts";
import type { Position } from "../tcp/position.ts";
import type { Side } from "../tcp/state.ts";
import type { OneSource } from "./capture-source.ts";

/**
 * The questions about the open capture by name, with their arguments and answers. A new question is one entry here
 * and one answer in `CaptureAnalyser`; the port passes on every entry.
 */
export interface Questions {
  /** Full analysis of one connection, or of its first `upTo` segments, as if the rest had not been captured yet. */
  readonly analyse: {
    readonly about: readonly [connection: number, upTo?: Position];
    readonly answer: ConnectionAnalysis;
  };
  /** A link to one connection. */
  readonly encodeLink: {
    readonly about: readonly [connection: number, wish: LinkWish];
    readonly answer: EncodedLink;
  };
  /** Where the segment of a record stands. @param frame number of the record in the file, from 1 on */
  readonly placeOfFrame: {
    readonly about: readonly [frame: number];
    readonly answer: { readonly place: SegmentPlace | null };
  };
  /** The octets of one segment, read from the file once more. */
  readonly segmentOctets: {
    readonly about: readonly [connection: number, position: Position];
    readonly answer: SegmentOctets | OctetsObstacle;
  };
  /** What one end sent, in order. @param from how many octets of it are known already */
  readonly follow: {
    readonly about: readonly [connection: number, side: Side, from: number];
    readonly answer: FollowedPart | OctetsObstacle;
  };
  /** The packets of connections, as a capture file. */
  readonly packets: {
    readonly about: readonly [connections: Uint32Array, wish: PacketsWish];
    readonly answer: PacketFile | OctetsObstacle;
  };
  /** How far reading the file once more has come; `stop`: gives it up, and its question gets `stopped`. */
  readonly octetsRead: {
    readonly about: readonly [stop: boolean];
    readonly answer: { readonly read: number; readonly total: number };
  };
  /** The names of connections that their first data, DNS, processes and comments tell. */
  readonly names: { readonly about: readonly []; readonly answer: ConnectionNames };
  /** What two captures show of a connection; `told` is null where it was made of one. */
  readonly witnesses: {
    readonly about: readonly [connection: number];
    readonly answer: { readonly told: ToldWitnesses | null };
  };
  /** What kernels say of a connection in its text, and in texts that were given beside it. */
  readonly sockets: {
    readonly about: readonly [connection: number, beside: readonly File[]];
    readonly answer: ToldSockets;
  };
  /** How the open capture is related to others. @param areAlike whether they are called as the files of a ring are */
  readonly kinship: {
    readonly about: readonly [others: readonly OneSource[], areAlike: boolean];
    readonly answer: { readonly kinship: Kinship | null };
  };
  /** The arrows of the transition table that the connections take. */
  readonly arrowsTaken: { readonly about: readonly []; readonly answer: ArrowsTaken };
  /** The laboratory script of one connection; null if its beginning was not captured. */
  readonly scriptOf: { readonly about: readonly [connection: number]; readonly answer: CapturedScript };
}

/** The answer to a question; null once the capture is no longer open. */
export type AnswerTo<Kind extends keyof Questions> = Questions[Kind]["answer"] | null;

/** Asks about the open capture. Rejects with a fault of Synfin. */
export type Ask = <Kind extends keyof Questions>(
  kind: Kind,
  ...about: Questions[Kind]["about"]
) => Promise<AnswerTo<Kind>>;

/** Functions that answer the questions. @typeParam Known what every answer is made from */
export type Answers<Known extends readonly unknown[] = []> = {
  readonly [Kind in keyof Questions]: (
    ...asked: [...Known, ...Questions[Kind]["about"]]
  ) => Promise<AnswerTo<Kind>>;
};

/** A question as a message. */
export type Question<Kind extends keyof Questions = keyof Questions> = {
  readonly [One in Kind]: {
    readonly kind: "ask";
    readonly request: number;
    readonly question: One;
    readonly about: Questions[One]["about"];
  };
}[Kind];

/**
 * Why there are no octets: text, link and several captures in one have none; the file was changed, moved or deleted
 * since it was opened; reading was given up.
 */
export interface OctetsObstacle {
  readonly obstacle: "not-a-file" | "changed" | "stopped";
}

/** What kernels say of the sockets of a connection. */
export interface ToldSockets {
  readonly placed: readonly PlacedSocket[];
  /** Of the texts beside the capture, what fits no connection; that of its own text is among its warnings. */
  readonly fitNone: readonly SocketObservation[];
}

/** The octets of one segment, as they stand in the file. */
export interface SegmentOctets {
  /** Of the record, without its header; of a datagram out of fragments, the segment alone. */
  readonly octets: Uint8Array;
  readonly frame: number;
  /** Octets on the wire; more than `octets` where the record was cut. */
  readonly wireLength: number;
  readonly isReassembled: boolean;
  /** Headers by name, from the outermost, and where each begins; null: it has no name of its own. */
  readonly layers: readonly { readonly name: string | null; readonly at: number }[];
  readonly payloadAt: number;
  /** Octets of data on the wire, and how many of them were captured. */
  readonly payloadLength: number;
  readonly payloadCaptured: number;
}

/** A part of what one end sent, of at most a megabyte. */
export interface FollowedPart {
  readonly octets: Uint8Array;
  /** In order: octets, or a gap of so many. `cut`: captured without them; `missing`: no segment holds them. */
  readonly pieces: readonly { readonly length: number; readonly gap: "cut" | "missing" | null }[];
  /** How many octets of data are known with this part, and how many there are in all segments; copies count once. */
  readonly until: number;
  readonly total: number;
}

/** How packets are exported. */
export interface PacketsWish {
  /** With their data; else only the headers. */
  readonly isWhole: boolean;
  /** Addresses are replaced, and the headers around IP left out. */
  readonly isAnonymous: boolean;
}

/** Packets as a file. */
export interface PacketFile {
  readonly file: Blob;
  readonly ending: "pcap" | "pcapng" | "snoop";
  readonly packets: number;
}

/** Names of connections. */
export interface ConnectionNames {
  /** Each once. */
  readonly names: readonly string[];
  /** By connection: index into the names, plus one; 0: none. */
  readonly nameOf: Uint32Array;
  /** There were more names than are kept. */
  readonly isFull: boolean;
}

/** What two captures, merged, show of a connection. */
export interface ToldWitnesses {
  readonly witnesses: Witnesses;
  /** The rest; null where a link tells the connection. */
  readonly own: OwnSides | null;
}

/** What each of two captures holds of a connection, in its own coordinates. A pair has the first capture first. */
export interface OwnSides {
  /** Its own segments of the connection. */
  readonly segments: readonly [SegmentColumns, SegmentColumns];
  /** The row of {@link segments} by row of the merged connection; -1: it does not hold the segment. */
  readonly rows: readonly [Int32Array, Int32Array];
  /** Its own endpoints, which the path may have changed. */
  readonly ends: readonly [Endpoints, Endpoints];
  /** What the path changed of what each end sent. */
  readonly changed: Readonly<Record<Side, PathChanges>>;
  readonly misjudged: readonly Misjudged[];
}

interface Endpoints {
  readonly client: Endpoint;
  readonly server: Endpoint;
}

/**
 * How captures are related. `pieces`: all of them are one capture, cut into files, and so many connections cross from
 * one to the next. `both`: the one with that index holds
 * segments of so many connections of the open capture. `same`: it is the open capture once more.
 */
export type Kinship =
  | { readonly kind: "pieces"; readonly crossing: number }
  | { readonly kind: "both"; readonly other: number; readonly connections: number }
  | { readonly kind: "same"; readonly other: number };

/** A segment of the capture. */
export interface SegmentPlace {
  readonly connection: number;
  readonly position: Position;
}

/** A move of an end from one state to another by an arrow; null: a state that cannot be known. */
export type StepTaken = Pick<Move, "arrow" | "from" | "to" | "via">;

/** The arrows of the transition table that a capture shows. */
export interface ArrowsTaken {
  /** Each arrow once between each two states, without predicted moves. */
  readonly steps: readonly StepTaken[];
  /** How many connections, from the first one on, were looked at before the time was over. */
  readonly connections: number;
}

/** What a captured connection is as a script of the laboratory. */
export interface CapturedScript {
  readonly script: string;
  readonly fidelity: Fidelity;
  /** What edits call the segments that the laboratory repeats, by position. */
  readonly names: ReadonlyMap<Position, SegmentName>;
}

/** The options of a link. */
export interface LinkWish {
  /** Addresses are replaced by those for documentation, and names dropped. */
  readonly isAnonymous: boolean;
  /** Port numbers are replaced too. */
  readonly hidesPorts: boolean;
  /** The title that the person gives. */
  readonly title: string;
  /** What the person wrote of the connection; at most 2,000 characters in all. */
  readonly notes: readonly Note[];
  /** What is left out to make it shorter. */
  readonly reduction: LinkReduction;
}

/** `options`: TCP timestamps and SACK blocks. `middle`: these, and what lies between handshake and close. */
export type LinkReduction =
  | { readonly kind: "none" }
  | { readonly kind: "options" }
  | { readonly kind: "middle" }
  | { readonly kind: "range"; readonly from: Position; readonly to: Position };

/** A link that was made. */
export interface EncodedLink {
  /** Without `#`; null if there is none. */
  readonly fragment: string | null;
  /** Segments of the connection that the link leaves out. */
  readonly folded: number;
  /** Why there is no link: it would be too long, or the remaining segments would give another analysis. */
  readonly why: "too-long" | "untrue" | null;
}
