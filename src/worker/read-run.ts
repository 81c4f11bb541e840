import { present } from "../base/assert.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { ReadReport } from "../capture/read-report.ts";
import { type EditedRun, type LabWish, runEdited } from "../lab/edit/edited-run.ts";
import { replayOf } from "../lab/replay/replay.ts";
import { printScript } from "../lab/script/print-script.ts";
import { isScript, MOST_CHARACTERS } from "../lab/script/read-script.ts";
import { tableOfSends, tableSeenFrom } from "../lab/told/trace-table.ts";
import { whatHappened } from "../lab/told/what-happened.ts";
import { decodeLab, encodeLab } from "../share/lab-link.ts";
import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { knownSoFar } from "../tcp/known-so-far.ts";
import type { OpenedRun, OpenFailure } from "./analyser.ts";
import type { SingleSource } from "./capture-source.ts";
import type { ArrowsTaken, CapturedScript, EncodedLink } from "./questions.ts";
import type { GroupedCapture } from "./read-source.ts";

/** A run of the laboratory as a capture. */
export interface GroupedRun extends GroupedCapture {
  readonly run: OpenedRun;
}

/** Opens a script, whichever way it came; null: the source is none. */
export async function openRun(source: SingleSource): Promise<Result<GroupedRun, OpenFailure> | null> {
  if (source.kind === "script") return ok(readRun(source.wish));
  if (source.kind === "link") {
    const decoded = await decodeLab(source.fragment);
    if (decoded.ok) return ok(readRun(unedited(decoded.value)));
    return fail({ kind: "link", name: source.name, refusal: decoded.error });
  }
  const text = source.kind === "text" ? source.text : await source.file.slice(0, MOST_CHARACTERS + 1).text();
  return isScript(text) ? ok(readRun(unedited(text))) : null;
}

/** A script that nobody has edited yet. */
function unedited(text: string): LabWish {
  return { original: text, text, edits: [], seenFrom: null, fidelity: null };
}

/** Runs what is wished for, and shows it as it happened, or as a capture at one end would. */
function readRun(wish: LabWish): GroupedRun {
  const edited = runEdited(wish);
  const { trace, facts } = edited;
  const { table, rows } = wish.seenFrom === null ? tableOfSends(trace) : tableSeenFrom(trace, wish.seenFrom);
  const grouping = new ConnectionGrouping(table);
  const connections = grouping.finish();
  const happened = wish.seenFrom === null ? whatHappened(trace) : null;
  const report = new ReadReport();
  report.records = table.length;
  return {
    capture: { table, report },
    connections,
    run: {
      wish,
      facts,
      segments: grouping.connections.map((connection) =>
        [...connection.rows].map((row) => segmentOf(edited, present(rows[row], "the segment of a row").id)),
      ),
    },
    told: (id, upTo) => {
      if (happened === null)
        return upTo === undefined
          ? analyseConnection(table, connections, id)
          : analyseBeginning(table, connections, id, upTo);
      const whole = present(happened[id], `connection ${id}`);
      return upTo === undefined
        ? copied(whole)
        : knownSoFar(whole, analyseBeginning(table, connections, id, upTo));
    },
  };
}

function segmentOf({ segments }: EditedRun, id: number): EditedRun["segments"][number] {
  return present(segments[id], "a segment of the run");
}

/** The columns of an answer move to the page; this one is asked for again. */
function copied(analysis: ConnectionAnalysis): ConnectionAnalysis {
  return structuredClone(analysis);
}

/** The arrows of the runs before, with those of one run more. `connections` counts the runs. */
export function withArrowsOf({ facts }: OpenedRun, { steps, connections }: ArrowsTaken): ArrowsTaken {
  const all = new Map(
    [...steps, ...facts.steps].map((step) => [`${step.arrow} ${step.from} ${step.to}`, step]),
  );
  return { steps: [...all.values()], connections: connections + 1 };
}

/** The link to a run holds its script. */
export async function linkToRun({ facts, wish }: OpenedRun): Promise<EncodedLink> {
  const fragment = await encodeLab(facts.problems.length > 0 ? wish.text : facts.script);
  return { fragment, folded: 0, why: fragment === null ? "too-long" : null };
}

/** The script of a captured connection; null where its beginning was not captured. */
export function scriptOfConnection(analysis: ConnectionAnalysis): CapturedScript | null {
  const replay = replayOf(analysis);
  if (replay === null || replay.replays === 0) return null;
  const { script, replays, of, speaksUntil, names } = replay;
  // The capture ended, but the hosts go on: an edit may have its effect later.
  const goesOn = script.filter(({ kind }) => kind !== "end");
  return { script: printScript(goesOn), fidelity: { replays, of, speaksUntil }, names };
}
