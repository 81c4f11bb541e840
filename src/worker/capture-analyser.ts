import { unreachable } from "../base/assert.ts";
import type { Result } from "../base/result.ts";
import { takeTurns } from "../base/turns.ts";
import { visibleText } from "../base/visible-text.ts";
import type {
  OpenedCapture,
  OpenedLink,
  OpenedRun,
  OpenFailure,
  OutcomeCount,
  Practice,
} from "./analyser.ts";
import type { CaptureSource, SingleSource } from "./capture-source.ts";
import type { ConnectionTable } from "./connection-table.ts";
import { mayBeScript } from "./may-be-script.ts";
import type { CaptureFile } from "./octets/capture-file.ts";
import type { CaptureOctets } from "./octets/capture-octets.ts";
import type { Answers, AnswerTo, ArrowsTaken, Questions } from "./questions.ts";
import type { GroupedCapture } from "./read-source.ts";
import { readSource } from "./read-source.ts";
import { sourceName, sourceOctets, sourceSize } from "./source-slices.ts";
import type { Opening, OpeningEnd, WorkingAnalyser } from "./working-analyser.ts";

/** A capture, or a link as one. */
type OpenedGroup = GroupedCapture & { readonly link?: OpenedLink | null; readonly run?: OpenedRun | null };

/** What reads the file once more, loaded when a question needs it. */
const octetsOf = () => import("./octets/capture-octets.ts");

/** The rules of TCP, loaded while the first capture is read, so that the worker starts fast. */
const judge = () => import("./judge-capture.ts");

/** Hosts and wire of the laboratory, loaded when a script is opened or a connection becomes one. */
const laboratory = () => import("./read-run.ts");

const NO_ARROWS: ArrowsTaken = { steps: [], connections: 0 };

/** The analyser itself, on the thread that it is made on. It keeps one capture, the last one opened. */
export class CaptureAnalyser implements WorkingAnalyser, Practice {
  private opening = new AbortController();
  private opened: OpenedGroup | null = null;
  private source: CaptureSource | null = null;
  private octets: CaptureOctets | null = null;
  private hasBeenAsked = false;
  /** What all runs took since the laboratory was entered. */
  private triedInRuns = NO_ARROWS;
  /** Called when a requested connection is analysed. */
  private onLook: () => void = () => {};

  async open(source: CaptureSource, opening: Opening): Promise<OpeningEnd | null> {
    this.cancel();
    this.hasBeenAsked = true;
    if (source.kind !== "script") this.triedInRuns = NO_ARROWS;
    const { signal } = this.opening;
    try {
      const judging = judge();
      // Its failure is handled where it is awaited below.
      judging.catch(() => {});
      const read = await this.read(source, signal, opening.onProgress);
      signal.throwIfAborted();
      if (!read.ok) return { ok: false, failure: read.error };
      const { judgeAll } = await judging;
      signal.throwIfAborted();
      this.opened = read.value;
      this.source = source;
      await judgeAll(read.value, signal, {
        onListed: (table, judged, outcomes) =>
          opening.onListed(describeCapture(source, read.value, { table, judged, outcomes })),
        onJudged: opening.onJudged,
        looked: new Promise((resolve) => {
          this.onLook = resolve;
        }),
      });
      return { ok: true };
    } catch (error) {
      if (signal.aborted) return null;
      this.opened = null;
      if (!isOutOfMemory(error)) throw error;
      return { ok: false, failure: { kind: "memory", name: sourceName(source), message: error.message } };
    }
  }

  /** Reads what is opened; what few inputs need is loaded then. */
  private async read(
    source: CaptureSource,
    signal: AbortSignal,
    onProgress: Opening["onProgress"],
  ): Promise<Result<OpenedGroup, OpenFailure>> {
    if (source.kind === "pair" || source.kind === "pieces")
      return (await import("./read-several.ts")).readSeveral(source, signal, onProgress);
    const run = await this.readRun(source);
    if (run !== null) return run;
    if (source.kind === "link") return (await import("./read-link.ts")).readLink(source);
    if (source.kind === "script") return unreachable(source as never);
    return readSource(source, sourceOctets(source), signal, onProgress);
  }

  /** Runs a script, whichever way it came; null: it is none. */
  private async readRun(source: SingleSource): Promise<Result<OpenedGroup, OpenFailure> | null> {
    if (!(await mayBeScript(source))) return null;
    const { openRun, withArrowsOf } = await laboratory();
    const read = await openRun(source);
    if (read?.ok) this.triedInRuns = withArrowsOf(read.value.run, this.triedInRuns);
    return read;
  }

  cancel(): void {
    this.opening.abort();
    this.opening = new AbortController();
    this.opened = null;
    this.octets?.octetsRead(true);
    this.octets = null;
    this.onLook = () => {};
  }

  practise(captures: readonly Uint8Array[]): void {
    if (this.hasBeenAsked) return;
    const { signal } = this.opening;
    // It has no result, so its failure, and its end when something is opened, are ignored.
    void import("./practise.ts").then(({ practise }) => practise(captures, signal)).catch(() => {});
  }

  async ask<Kind extends keyof Questions>(
    kind: Kind,
    ...about: Questions[Kind]["about"]
  ): Promise<AnswerTo<Kind>> {
    const { opened } = this;
    const answer = opened && (await this.answers[kind](opened, ...about));
    return this.opened === opened ? answer : null;
  }

  private async octetsOf(opened: OpenedGroup): Promise<CaptureOctets> {
    const { CaptureOctets } = await octetsOf();
    if (this.octets?.grouped === opened) return this.octets;
    const file = this.source?.kind === "file" ? this.source.file : null;
    const analyse: CaptureFile["analyse"] = async (id) => (await judge()).analyseOne(opened, id);
    this.octets = new CaptureOctets(opened, file, analyse);
    return this.octets;
  }

  private readonly answers: Answers<[opened: OpenedGroup]> = {
    analyse: async (opened, connection, upTo) => {
      const analysis = (await judge()).analyseOne(opened, connection, upTo);
      this.onLook();
      return analysis;
    },
    encodeLink: async (opened, connection, wish) =>
      opened.run
        ? (await laboratory()).linkToRun(opened.run)
        : (await import("./make-link.ts")).makeLink(opened, connection, wish),
    placeOfFrame: async ({ capture: { table }, connections }, frame) => ({
      place: connections.placeOfRow(table.frame.subarray(0, table.length).indexOf(frame)),
    }),
    segmentOctets: async (opened, ...about) => (await this.octetsOf(opened)).segment(...about),
    follow: async (opened, ...about) => (await this.octetsOf(opened)).follow(...about),
    packets: async (opened, ...about) => (await this.octetsOf(opened)).packets(...about),
    octetsRead: async (opened, stop) => (await this.octetsOf(opened)).octetsRead(stop),
    names: async (opened) => (await import("./octets/connection-names.ts")).namesOf(opened),
    witnesses: async ({ tellWitnesses }, connection) => ({ told: tellWitnesses?.(connection) ?? null }),
    sockets: async (opened, connection, beside) => {
      const analysis = (await judge()).analyseOne(opened, connection);
      const { socketsOf } = await import("./observed-sockets.ts");
      return analysis && socketsOf(opened.capture, opened.connections, analysis, beside);
    },
    kinship: async (opened, others, areAlike) => {
      const { signal } = this.opening;
      const { findKinship } = await import("./find-kinship.ts");
      try {
        return { kinship: await findKinship(opened, others, areAlike, signal) };
      } catch (error) {
        if (signal.aborted) return { kinship: null };
        throw error;
      }
    },
    arrowsTaken: async (opened) => {
      if (opened.run) return this.triedInRuns;
      const { arrowsInSteps, WORK_MILLISECONDS } = await judge();
      const isLeft = (): boolean => this.opened !== opened;
      return takeTurns(arrowsInSteps(opened), { isLeft, work: WORK_MILLISECONDS });
    },
    scriptOf: async (opened, connection) => {
      const [{ analyseOne }, { scriptOfConnection }] = await Promise.all([judge(), laboratory()]);
      const analysis = analyseOne(opened, connection);
      return analysis && scriptOfConnection(analysis);
    },
  };
}

function describeCapture(
  source: CaptureSource,
  { capture: { report, table }, link = null, run = null, merge = null }: OpenedGroup,
  {
    table: connections,
    judged,
    outcomes,
  }: {
    readonly table: ConnectionTable;
    readonly judged: number;
    readonly outcomes: readonly OutcomeCount[];
  },
): OpenedCapture<ConnectionTable> {
  return {
    name: visibleText(link?.title ?? "") || sourceName(source),
    size: sourceSize(source),
    format: run === null ? (link === null ? (report.format ?? "text") : "link") : "script",
    isCompressed: report.isCompressed,
    damage: report.damage && { ...report.damage, total: report.octets },
    records: report.records,
    segments: table.length,
    skipped: [...report.skipped],
    warnings: report.warnings,
    hasSockets: report.sockets.length > 0,
    warningCount: report.warningCount,
    timeBase: table.timeBase,
    hostNames: table.hostNames,
    connections,
    judged,
    outcomes,
    link,
    run,
    merge,
  };
}

/**
 * Whether an error means that memory ran out. Chromium: "Array buffer allocation failed", Firefox: "out of memory";
 * an array that is longer than any may be: "Invalid typed array length".
 */
function isOutOfMemory(error: unknown): error is Error {
  const words = /allocation failed|out of memory|invalid (?:typed )?array (?:buffer )?length/iu;
  return error instanceof Error && words.test(error.message);
}
