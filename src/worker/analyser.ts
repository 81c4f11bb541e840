import type { CaptureFormat, ReadWarning, Refusal } from "../capture/read-report.ts";
import type { SkipReason } from "../capture/reading-codes.ts";
import type { LabWish, RunFacts, RunSegment } from "../lab/edit/edited-run.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import type { TimeBase } from "../segments/segment-table.ts";
import type { LinkRefusal } from "../share/link-refusal.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import type { AnnotationKind } from "../tcp/annotation.ts";
import type { Connection } from "../tcp/connection.ts";
import type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
import type { TcpState } from "../tcp/state.ts";
import type { Timing, Verdict } from "../tcp/verdict.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { Ask, ConnectionNames } from "./questions.ts";

/** The part of a verdict that the list shows. */
export interface ListedVerdict extends Pick<
  Verdict,
  | "outcome"
  | "startCaptured"
  | "opening"
  | "closing"
  | "firstCloser"
  | "payload"
  | "duration"
  | "retransmissions"
> {
  readonly handshakeRoundTrip: Pick<Timing, "duration"> | null;
  readonly openingTime: Pick<Timing, "duration"> | null;
  /** How long either end offered no window, both together, in nanoseconds; NaN where there are no times. */
  readonly zeroWindow: number;
}

/** One line of the list of connections. */
export interface ConnectionSummary {
  readonly id: number;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly roleBasis: Connection["roleBasis"];
  readonly segments: number;
  /** Nanoseconds as in the time column of the table; NaN where the text has no times. */
  readonly start: number;
  /** Time of its latest segment, as {@link start}. */
  readonly end: number;
  /** null: it is not judged yet, and what follows is empty. */
  readonly verdict: ListedVerdict | null;
  /** Every state that either end passed, each once. */
  readonly states: readonly TcpState[];
  /** Where each end is after the last segment, and after what a clock or the next connection shows; null: not known. */
  readonly lastStates: { readonly client: TcpState | null; readonly server: TcpState | null };
  /** How many SYNs without ACK the client sent. */
  readonly syns: number;
  /** The kinds of its annotations, each once. */
  readonly notes: readonly AnnotationKind[];
  /** The control bits of its segments, as in octets 12 and 13 of the header: each combination once, in ascending order. */
  readonly flags: readonly number[];
  /** The exchange in at most 24 ticks: control bits of the segment and whether the client sent it. */
  readonly fingerprint: readonly {
    readonly flags: number;
    readonly fromClient: boolean;
    readonly hasData: boolean;
  }[];
}

/** Lines of the list in some order, each made on demand. An array of lines fits too. */
export interface ConnectionLines<Line = ConnectionSummary> extends Iterable<Line> {
  readonly length: number;
  /** The line at an index; undefined beyond the end. @param place the index */
  at(place: number): Line | undefined;
  /**
   * The index of the connection with this number; -1 if it is not among them. Lines without this method are searched.
   */
  placeOf?(id: number): number;
}

/** One word of the summary line, and one value of the outcome filter. */
export interface OutcomeClass {
  readonly outcome: Verdict["outcome"];
  readonly startCaptured: boolean;
}

export interface OutcomeCount extends OutcomeClass {
  readonly count: number;
}

/** An open capture. On the page its connections are lines; before the port they are columns. */
export interface OpenedCapture<Connections = ConnectionLines> {
  readonly name: string;
  /** Octets of the input as given, before inflating. */
  readonly size: number;
  readonly format: CaptureFormat | "link" | "script";
  readonly isCompressed: boolean;
  /** Octets of the file, unpacked, that hold no record though the file goes on: how many, from where on; null: none. */
  readonly damage: { readonly from: number; readonly octets: number; readonly total: number } | null;
  readonly records: number;
  readonly segments: number;
  readonly skipped: readonly (readonly [reason: SkipReason, count: number])[];
  readonly warnings: readonly ReadWarning[];
  readonly warningCount: number;
  /** Whether lines of its text say what kernels know of sockets. */
  readonly hasSockets: boolean;
  readonly timeBase: TimeBase;
  readonly hostNames: ReadonlyMap<string, string>;
  /** What is known of who the connections are; absent until it is asked for, and where nothing is. */
  readonly names?: ConnectionNames;
  /** In the order of their first segments; the index of a connection is its number. */
  readonly connections: Connections;
  /** How many of them, from the first one on, are judged. */
  readonly judged: number;
  /** How many of these have each outcome, the most frequent first. */
  readonly outcomes: readonly OutcomeCount[];
  /** What a link holds beside its segments; null for a capture. */
  readonly link: OpenedLink | null;
  /** What was run, if it is a run of the laboratory; null for a capture. */
  readonly run: OpenedRun | null;
  /** Set where it was put together from two captures, one at each side of the path. */
  readonly merge: OpenedMerge | null;
}

/** A run of the laboratory, beside its segments. */
export interface OpenedRun {
  readonly wish: LabWish;
  readonly facts: RunFacts;
  /** By connection and position: what edits call a segment, and how it differs from the original. */
  readonly segments: readonly (readonly RunSegment[])[];
}

/** Connections of one capture that the other one of a pair does not hold. */
export interface AloneConnections {
  readonly count: number;
  /** The ends of the first ones, at most {@link MOST_ALONE}. */
  readonly first: readonly Pick<Connection, "id" | "client" | "server">[];
}

/** So many of them are named. */
export const MOST_ALONE = 100;

/** Two captures that were merged; a pair has the one at the client's side of most connections first. */
export interface OpenedMerge {
  readonly names: readonly [string, string];
  /** The connections of each of them of which the other has no segment. */
  readonly alone: readonly [AloneConnections, AloneConnections];
  /** Connections of the first one that may be any of several of the second one, so that they are not merged. */
  readonly undecided: number;
}

/** What the maker of a link left out, its title and notes, and what of it cannot be read here. */
export type OpenedLink = Pick<
  SharedConnection,
  "title" | "folds" | "lacksTimestampsAndSack" | "notes" | "unread"
>;

export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly segments: number;
  /** Connections found so far. */
  readonly connections: number;
  /**
   * Connections that are new or changed since the last progress message: a bounded number of the first ones found.
   */
  readonly lines: readonly ConnectionSoFar[];
}

/**
 * Why nothing is open: the input was refused; it could not be read (the browser's words); it needs more memory than
 * the browser gives; Synfin is at fault; the worker that held it died (`stopped`); or a part that reads it could not
 * be loaded or started (`unstarted`).
 */
export type OpenFailure =
  | { readonly kind: "refused"; readonly name: string; readonly refusal: Refusal }
  | { readonly kind: "link"; readonly name: string; readonly refusal: LinkRefusal }
  | { readonly kind: "unreadable"; readonly name: string; readonly message: string }
  | { readonly kind: "memory"; readonly name: string; readonly message: string }
  | { readonly kind: "stopped"; readonly name: string; readonly message: string }
  | { readonly kind: "unstarted"; readonly name: string; readonly message: string }
  | { readonly kind: "fault"; readonly name: string; readonly message: string };

export type OpenOutcome =
  | { readonly ok: true; readonly capture: OpenedCapture }
  | { readonly ok: false; readonly failure: OpenFailure };

/**
 * The analyser behind the worker, the same interface on both sides of the message port. Every call gets exactly one
 * answer. Opening another capture cancels the one before, whose promise resolves to `null`.
 */
export interface Analyser {
  /**
   * Resolves once every connection is judged.
   * @param onJudging called if that takes longer than a tenth of a second: with the capture as soon as it is read,
   * and repeatedly while more of its connections are judged; questions about it are possible from the first call on
   */
  open(
    source: CaptureSource,
    onProgress: (progress: ReadProgress) => void,
    onJudging?: (capture: OpenedCapture) => void,
  ): Promise<OpenOutcome | null>;
  /** Stops reading, and forgets what is open; the pending `open` resolves to `null`. */
  cancel(): void;
  readonly ask: Ask;
}

/** What an analyser can do while it has no request. */
export interface Practice {
  /**
   * Works through the captures (pcap, Ethernet, IPv4) a few times, so that the browser compiles the code for reading
   * and judging before it is needed. It stops as soon as something is opened, has no answer, and does not affect what
   * is open.
   */
  practise(captures: readonly Uint8Array[]): void;
}
