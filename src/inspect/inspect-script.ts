import { runScript } from "../lab/run/run-script.ts";
import { LONGEST_RUN, MOST_EVENTS, MOST_SEGMENTS } from "../lab/run/settings.ts";
import type { Trace } from "../lab/run/trace.ts";
import { describeProblem } from "../lab/script/describe-problem.ts";
import { printStatement } from "../lab/script/print-script.ts";
import { readScript } from "../lab/script/read-script.ts";
import type { Script } from "../lab/script/script.ts";
import { tableOfSends, tableSeenFrom } from "../lab/told/trace-table.ts";
import { whatHappened } from "../lab/told/what-happened.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { writeConnection } from "./connection-line.ts";
import type { JsonLines } from "./json-lines.ts";
import type { InspectOptions } from "./options.ts";
import type { Refused } from "./refused.ts";

/** Runs a laboratory script and reports on it as on a capture: what happened, or what a capture at one end knows. */
export async function inspectScript(
  file: string,
  text: string,
  { connectionsOnly, seenFrom }: InspectOptions,
  output: JsonLines,
): Promise<Refused | null> {
  const read = readScript(text);
  if (!read.ok) {
    const [first, ...others] = read.error.map(describeProblem);
    const more =
      others.length === 0 ? "" : ` (and in ${others.length} more ${others.length === 1 ? "line" : "lines"})`;
    return {
      kind: "script",
      reason: `this is a script of the laboratory with a mistake in ${first ?? ""}${more}`,
    };
  }
  const trace = runScript(read.value);
  if (trace.segments.length === 0) {
    return { kind: "script", reason: "this script sends no segment: add a call, such as “c: connect”" };
  }
  const analyses = seenFrom === null ? whatHappened(trace) : analyseTable(seenTable(trace, seenFrom).table);
  for (const analysis of analyses) {
    await writeConnection(output, file, analysis, connectionsOnly, { format: "script", simulated: true });
  }
  const segments = (seenFrom === null ? tableOfSends(trace) : seenTable(trace, seenFrom)).rows.length;
  await output.write({
    summary: {
      file,
      format: "script",
      simulated: true,
      records: segments,
      segments,
      connections: analyses.length,
      skipped: {},
      warnings: warningsOf(read.value, trace),
    },
  });
  return null;
}

function seenTable(trace: Trace, side: "client" | "server"): ReturnType<typeof tableSeenFrom> {
  return tableSeenFrom(trace, side === "client" ? 0 : 1);
}

/** Lines of the wire that met nothing, and why the run was stopped. */
function warningsOf(script: Script, { unmet, stopped }: Trace): object[] {
  const warnings: object[] = unmet.map((index) => ({
    at: `line ${index + 1}`,
    text: printStatement(script[index] ?? { kind: "blank" }),
    reason: "no segment was sent that this line means",
  }));
  if (stopped !== null) {
    const limit = { segments: MOST_SEGMENTS, time: LONGEST_RUN / 1e9, events: MOST_EVENTS }[stopped];
    const reason = `it was stopped after ${limit} ${stopped === "time" ? "seconds" : stopped}`;
    warnings.push({ at: "the run", text: "", reason });
  }
  return warnings;
}
