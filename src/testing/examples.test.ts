import { describe, expect, test } from "vitest";
import { unreachable } from "../base/assert.ts";
import { drawCoverage } from "../diagram/state-graph/coverage.ts";
import { sourceOf } from "../lessons/captures.ts";
import { type PictureSegment, pictureOf } from "../lessons/example.ts";
import { EXAMPLES, type ExampleName } from "../lessons/examples.ts";
import { fillNote } from "../lessons/fill-note.ts";
import { LESSON_LANGUAGES } from "../lessons/lesson-language.ts";
import { tourOf, tourWords } from "../lessons/lesson.ts";
import type { Claim } from "../lessons/tour.ts";
import { ACK, FIN, PSH, RST, SYN } from "../segments/flags.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { type ConnectionAnalysis, type Fate, FATES, type Move } from "../tcp/analysis.ts";
import { endStatesAt, statePath } from "../tcp/states.ts";
import { examples } from "../ui/messages/en/start/examples.ts";
import { readSeveral } from "../worker/read-several.ts";
import { readSource } from "../worker/read-source.ts";
import { sourceOctets } from "../worker/source-slices.ts";

/** The picture of an example shows at most so many of its segments. */
const PICTURE_LENGTH = 14;
const NAMES = EXAMPLES.map(({ name }) => name);

const analysed = new Map<ExampleName, Promise<readonly ConnectionAnalysis[]>>();

function analyse(name: ExampleName): Promise<readonly ConnectionAnalysis[]> {
  const known = analysed.get(name) ?? readAndAnalyse(name);
  analysed.set(name, known);
  return known;
}

async function readAndAnalyse(name: ExampleName): Promise<readonly ConnectionAnalysis[]> {
  const source = await sourceOf(name);
  const { signal } = new AbortController();
  const read = await (source.kind === "pair"
    ? readSeveral(source, signal, () => {})
    : readSource(source, sourceOctets(source), signal, () => {}));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  const { capture, connections, witnessed = null } = read.value;
  expect(capture.report.warningCount).toBe(0);
  return Array.from({ length: connections.length }, (_, id) =>
    analyseConnection(capture.table, connections, id, { witnessed }),
  );
}

/** A picture as small as a stamp does not tell "lost" from "doubtful"; what was ignored has arrived. */
const NEVER_ARRIVED: ReadonlySet<Fate> = new Set<Fate>(["lost", "doubtful", "no-answer", "lost-or-late"]);

/** The rows of all connections of the capture, in capture order. */
function pictured(analyses: readonly ConnectionAnalysis[]): PictureSegment[] {
  const rows = analyses.flatMap(({ segments, fromClient, fate }) =>
    Array.from({ length: segments.length }, (_, row) => ({
      frame: segments.frame[row] ?? 0,
      segment: {
        fromClient: fromClient[row] === 1,
        flags: segments.flags[row] ?? 0,
        hasData: (segments.payloadLength[row] ?? 0) > 0,
        isLost: NEVER_ARRIVED.has(FATES[fate[row] ?? 0] ?? "unknown"),
      },
    })),
  );
  return rows.toSorted((a, b) => a.frame - b.frame).map(({ segment }) => segment);
}

describe.each(EXAMPLES)("$name", (example) => {
  test("its small picture shows what is in the capture", async () => {
    const segments = pictured(await analyse(example.name));
    expect(segments).toHaveLength(example.segments);
    expect(pictureOf(example)).toEqual(segments.slice(0, PICTURE_LENGTH));
  });

  test("every claim of its tour is true", async () => {
    const analyses = await analyse(example.name);
    const { steps } = await tourOf(example.name);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const analysis = analyses[step.connection ?? 0];
      if (!analysis) throw new Error(`there is no connection ${step.connection}`);
      expect(step.position).toBeLessThanOrEqual(analysis.segments.length);
      for (const [name, claim] of Object.entries(step.claims ?? {})) {
        const fact = factOf(claim, claim.at ?? step.position, analysis);
        expect(fact, `${step.note}: ${name}`).toEqual(claimed(claim));
      }
    }
  });

  test.each(LESSON_LANGUAGES)(
    "its words in %s mention only what is claimed, and every claim that English mentions",
    async (language) => {
      const { steps } = await tourOf(example.name);
      const [words, english] = [await tourWords(language, example.name), await tourWords("en", example.name)];
      expect(Object.keys(words.notes).toSorted()).toEqual(
        [...new Set(steps.map(({ note }) => note))].toSorted(),
      );
      for (const { note, claims } of steps) {
        const told = words.notes[note] ?? "";
        const parts = fillNote(told, claims);
        expect(mentioned(told), note).toEqual(mentioned(english.notes[note] ?? ""));
        const asked = words.questions[note];
        const ask = asked?.ask ?? "";
        expect(mentioned(ask), note).toEqual(mentioned(english.questions[note]?.ask ?? ""));
        const plain = [...parts, ...fillNote(ask, claims)]
          .filter(({ claim }) => claim === null)
          .map(({ text }) => text)
          .concat(Object.values(asked?.options ?? {}))
          .join(" ");
        expect(plain, `${note} names a state without a claim`).not.toMatch(STATE_NAMES);
        expect(plain.replace(NAMED_BY_NUMBER, ""), `${note} tells a number without a claim`).not.toMatch(
          /\d/u,
        );
      }
    },
  );
});

/** States that a tour may name only by a claim; LISTEN and CLOSED are words of their own, too. */
const STATE_NAMES =
  /\b(?:SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-[12]|CLOSE-WAIT|LAST-ACK|CLOSING|TIME-WAIT)\b/u;
/** Numbers that are names or say nothing of the capture. */
const NAMED_BY_NUMBER = /RFC \d{4}|HTTP\/1\.0|[34]-way/gu;

function mentioned(note: string): string[] {
  return [...note.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? "").toSorted();
}

/** What a claim states, in the shape in which the core's answer comes. */
function claimed(claim: Claim): unknown {
  switch (claim.kind) {
    case "state":
      return claim.state;
    case "flags":
      return `${claim.side} ${claim.flags}`;
    case "fate":
      return claim.fate;
    case "annotation":
    case "arrow":
      return true;
    case "interval":
      return claim.seconds;
    default:
      return claim.value;
  }
}

/** What the core says of it. */
function factOf(claim: Claim, position: number, analysis: ConnectionAnalysis): unknown {
  const { segments } = analysis;
  const row = position - 1;
  switch (claim.kind) {
    case "state":
      return endStatesAt(analysis, position)[claim.side].state;
    case "sequence":
      return ((segments.sequenceNumber[row] ?? 0) - base(analysis, row, true)) >>> 0;
    case "acknowledgment":
      return ((segments.acknowledgmentNumber[row] ?? 0) - base(analysis, row, false)) >>> 0;
    case "payload":
      return segments.payloadLength[row];
    case "window":
      return segments.window[row];
    case "copy":
      return analysis.annotations.find(({ position: at, count }) => at === position && count !== null)?.count;
    case "interval":
      return rounded(
        ((segments.time[row] ?? 0) - (segments.time[claim.since - 1] ?? 0)) / 1e9,
        claim.seconds,
      );
    case "flags":
      return `${analysis.fromClient[row] === 1 ? "client" : "server"} ${flagLetters(segments.flags[row] ?? 0)}`;
    case "fate":
      return FATES[analysis.fate[row] ?? 0];
    case "annotation":
      return analysis.annotations.some(
        ({ position: at, kind }) => at === position && kind === claim.annotation,
      );
    case "arrow":
      return analysis.moves.some((move) => isMove(move, claim, position));
    default:
      return unreachable(claim);
  }
}

function isMove(move: Move, claim: Extract<Claim, { kind: "arrow" }>, position: number): boolean {
  return move.position === position && move.side === claim.side && move.arrow === claim.arrow;
}

/** The ISN of the row's sender, or of the other end. */
function base(analysis: ConnectionAnalysis, row: number, ofSender: boolean): number {
  const isOfClient = (analysis.fromClient[row] === 1) === ofSender;
  const { client, server } = analysis.relativeBase;
  return (isOfClient ? client : server) ?? 0;
}

/** As tcpdump writes them. */
function flagLetters(flags: number): string {
  const letters = [
    [FIN, "F"],
    [SYN, "S"],
    [RST, "R"],
    [PSH, "P"],
    [ACK, "."],
  ] as const;
  return letters.map(([bit, letter]) => ((flags & bit) === 0 ? "" : letter)).join("");
}

/** In the digits in which the claim is written: 0.25 of 0.2503. */
function rounded(seconds: number, written: number): number {
  const digits = String(written).split(".")[1]?.length ?? 0;
  return Number(seconds.toFixed(digits));
}

test("together they take every arrow that a capture can show", async () => {
  const taken = new Set<string>();
  for (const name of NAMES) {
    for (const { moves, epilogue } of await analyse(name)) {
      // Foreseen is not shown.
      for (const { arrow, basis } of [...moves, ...epilogue]) if (basis !== "predicted") taken.add(arrow);
    }
  }
  const missing = drawCoverage([]).arrows.filter(({ arrow }) => !taken.has(arrow));
  expect(missing.map(({ arrow, unseen }) => `${arrow} ${unseen}`).toSorted()).toEqual([
    "T01 call",
    "T24 clock",
    "T36 clock",
    "T38 call",
    "T43 call",
    "T44 call",
  ]);
  expect(drawCoverage([]).arrows.filter(({ unseen }) => unseen !== null)).toHaveLength(missing.length);
});

test("the first three go the way that the kernels went which they were recorded from", async () => {
  const paths = await Promise.all(
    (["handshake-and-close", "refused", "syn-lost"] as const).map(async (name) => {
      const [analysis] = await analyse(name);
      if (!analysis) throw new Error("no connection");
      return [name, statePath(analysis, "client").join(" "), statePath(analysis, "server").join(" ")];
    }),
  );
  const opener = "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT";
  const listener = "LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED";
  expect(paths).toEqual([
    ["handshake-and-close", opener, listener],
    ["refused", "CLOSED SYN-SENT CLOSED", "CLOSED"],
    ["syn-lost", opener, listener],
  ]);
});

test("every example has a title and a text", () => {
  expect(NAMES.toSorted()).toEqual(Object.keys(examples).toSorted());
});

test("a tour goes through the capture in its order", async () => {
  for (const name of NAMES) {
    const analyses = await analyse(name);
    const { steps } = await tourOf(name);
    const frames = steps.map(
      ({ connection = 0, position }) => analyses[connection]?.segments.frame[Math.max(0, position - 1)] ?? 0,
    );
    expect(frames, name).toEqual(frames.toSorted((a, b) => a - b));
  }
});
