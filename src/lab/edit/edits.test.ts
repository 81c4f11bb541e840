import { describe, expect, test } from "vitest";
import { pathOf, scriptOfText } from "../../testing/run-text.ts";
import { READY_SCRIPTS } from "../ready/ready-scripts.ts";
import { runScript } from "../run/run-script.ts";
import { printScript } from "../script/print-script.ts";
import { differenceBetween } from "./difference.ts";
import { applyEdit, applyEdits, type Edit } from "./edits.ts";

const SCRIPT = scriptOfText(READY_SCRIPTS["four-segment-close"]);
const TRACE = runScript(SCRIPT);
const S = 1e9;

function named(kind: string, end: 0 | 1 = 0) {
  const found = TRACE.segments.find(({ name }) => name.kind === kind && name.end === end);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found.name;
}

function edited(edit: Edit) {
  const trace = runScript(applyEdit(SCRIPT, edit));
  return { trace, difference: differenceBetween(TRACE, trace) };
}

/** The line that an edit adds. */
function lineOf(edit: Edit): string | undefined {
  return printScript(applyEdit(SCRIPT, edit)).split("\n").at(-2);
}

describe("an edit", () => {
  test("is one line of the script, with the segment's whole name", () => {
    expect(lineOf({ kind: "lose", segment: named("syn") })).toBe("lose c.syn");
    expect(lineOf({ kind: "twice", segment: named("data") })).toBe("twice c.data[1..100]");
    expect(lineOf({ kind: "icmp", segment: named("syn") })).toBe("icmp c.syn");
    expect(lineOf({ kind: "delay", segment: named("ack"), by: 0.04 * S })).toBe("delay c.ack(1) by 40ms");
    expect(lineOf({ kind: "loss", millionths: 50_000 })).toBe("lose 5%");
  });

  test("that is switched off leaves the script as it was", () => {
    const edit: Edit = { kind: "lose", segment: named("fin") };
    expect(applyEdits(SCRIPT, [{ edit, isOn: false }])).toBe(SCRIPT);
    expect(applyEdits(SCRIPT, [])).toBe(SCRIPT);
  });

  test("is undone by its opposite: what is delivered is not lost", () => {
    const segment = named("syn");
    const lost = applyEdit(SCRIPT, { kind: "lose", segment });
    expect(runScript(applyEdit(lost, { kind: "deliver", segment }))).toEqual(TRACE);
    const late = applyEdit(SCRIPT, { kind: "delay", segment, by: S });
    expect(runScript(applyEdit(late, { kind: "delay", segment, by: 0 }))).toEqual(TRACE);
  });

  test("moves a call: its pause after its cause", () => {
    const statement = SCRIPT.findIndex(
      (line) => line.kind === "call" && line.end === 1 && line.verb.kind === "close",
    );
    const { difference } = edited({ kind: "move-call", statement, to: 1.3 * S });
    expect(difference.first).toEqual({ kind: "stays", end: 1, state: "CLOSE-WAIT", by: S });
  });

  test("lets the server close first", () => {
    const { trace } = edited({ kind: "close-first", end: 1 });
    expect(pathOf(trace, 1)).toContain("FIN-WAIT-1");
    expect(pathOf(trace, 0)).toContain("CLOSE-WAIT");
  });

  test("adds a call", () => {
    const call = {
      kind: "call",
      end: 1,
      when: { kind: "at", time: 0.1 * S },
      verb: { kind: "abort" },
    } as const;
    expect(pathOf(edited({ kind: "add-call", call }).trace, 0).at(-1)).toBe("CLOSED");
  });

  test("whose segment is never sent is kept, and said to meet nothing", () => {
    const segment = { ...named("fin"), copy: 9 };
    const { trace, difference } = edited({ kind: "lose", segment });
    expect(trace.unmet).toEqual([SCRIPT.length]);
    expect(difference.rows.every(({ kind }) => kind === "same")).toBe(true);
    expect(difference.first).toBeNull();
  });
});

describe("the difference to the run before", () => {
  test("of a lost SYN: the client stays in SYN-SENT a second longer, in the end the same states, one segment more", () => {
    const { difference } = edited({ kind: "lose", segment: named("syn") });
    expect(difference.first).toEqual({ kind: "stays", end: 0, state: "SYN-SENT", by: S });
    expect(difference.last.after).toEqual(difference.last.before);
    expect(difference.more).toBe(1);
    expect(difference.rows.filter(({ kind }) => kind === "new")).toHaveLength(1);
    expect(difference.rows.filter(({ kind }) => kind === "gone")).toEqual([]);
  });

  test("of a refused SYN: it goes to CLOSED instead of ESTABLISHED, and the rest is gone", () => {
    const { difference } = edited({ kind: "icmp", segment: named("syn") });
    expect(difference.first).toEqual({
      kind: "goes",
      end: 0,
      from: "SYN-SENT",
      to: "CLOSED",
      instead: "ESTABLISHED",
    });
    expect(difference.rows.filter(({ kind }) => kind === "gone")).toHaveLength(TRACE.segments.length - 1);
  });
});
