import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statePath } from "../../tcp/states.ts";
import { anyScript } from "../../testing/any-script.ts";
import { exchangesToTry } from "../../testing/exchanges-to-try.ts";
import { pathOf, runText } from "../../testing/run-text.ts";
import { story } from "../../testing/story.ts";
import { READY_SCRIPTS } from "../ready/ready-scripts.ts";
import { runScript } from "../run/run-script.ts";
import { printScript } from "../script/print-script.ts";
import type { Script } from "../script/script.ts";
import { ENDPOINTS } from "./trace-table.ts";
import { whatHappened } from "./what-happened.ts";

const RUNS = exchangesToTry(100);

describe("what happened", () => {
  test("is told segment by segment, and nothing of it is inferred", () => {
    const [analysis] = whatHappened(runText(READY_SCRIPTS["three-segment-close"]));
    expect(analysis && story(analysis)).toEqual([
      "client SYN: SYN-SENT, SYN-RECEIVED",
      "server SYN,ACK: ESTABLISHED, SYN-RECEIVED",
      "client ACK: ESTABLISHED, SYN-RECEIVED",
      "client PSH,ACK data: ESTABLISHED, ESTABLISHED",
      "server ACK: ESTABLISHED, ESTABLISHED",
      "server PSH,ACK data: ESTABLISHED, ESTABLISHED",
      "client ACK: ESTABLISHED, ESTABLISHED",
      "client FIN,ACK: FIN-WAIT-1, CLOSE-WAIT",
      "server FIN,ACK: TIME-WAIT, LAST-ACK",
      "client ACK: TIME-WAIT, CLOSED",
    ]);
  });

  test("knows the states that no capture shows: a server that no SYN reaches listens", () => {
    const [analysis] = whatHappened(runText(READY_SCRIPTS["syn-dropped"]));
    expect(analysis && [statePath(analysis, "client"), statePath(analysis, "server")]).toEqual([
      ["CLOSED", "SYN-SENT", "CLOSED"],
      ["LISTEN"],
    ]);
  });

  test(`of ${RUNS} scripts of any kind has the states of the run, each known`, { timeout: 600_000 }, () => {
    const failure = fc.check(
      fc.property(
        anyScript({ reopens: true, fails: true }),
        (script) => differences(script).join("\n") === "",
      ),
      { numRuns: RUNS, seed: Number(process.env["SYNFIN_SEED"] ?? 1), endOnFailure: true },
    );
    expect(
      failure.counterexample?.map((script) => differences(script).concat(printScript(script))) ?? [],
    ).toEqual([]);
  });
});

/** Ends of the first connection whose path is not that of the run, and moves that are not known. */
function differences(script: Script): string[] {
  const trace = runScript(script);
  const [analysis] = whatHappened(trace);
  if (analysis === undefined) return trace.segments.length === 0 ? [] : ["no connection"];
  const unknown = [...analysis.moves, ...analysis.epilogue].filter(
    ({ basis }) => basis !== "sent" && basis !== "arrived" && basis !== "timer",
  );
  const isStraight = analysis.connection.client.port === ENDPOINTS[0].port;
  const wrong = ([0, 1] as const).flatMap((end) => {
    const told = statePath(analysis, (end === 0) === isStraight ? "client" : "server");
    // What the analysis takes for one connection may be several attempts, one after the other.
    const path = trace.blocks[end].flatMap((_, block) => pathOf(trace, end, block));
    const begins = asText(path).startsWith(asText(told));
    return begins ? [] : [`${end}: ${told.join(" ")}, not ${path.join(" ")}`];
  });
  return wrong.concat(unknown.map(({ arrow, basis }) => `${arrow} is ${basis}`));
}

/** Without states that only repeat, as T29 does, and without LISTEN, in which an end may begin as well as in CLOSED. */
function asText(path: readonly string[]): string {
  const listed = path
    .filter((state) => state !== "LISTEN")
    .filter((state, index, all) => state !== all[index - 1]);
  return listed.join(" ").replace(/^CLOSED(?: |$)/u, "");
}
