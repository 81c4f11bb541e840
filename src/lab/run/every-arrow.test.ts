import { describe, expect, test } from "vitest";
import { ARROW_IDS, type ArrowId, arrow } from "../../tcp/arrows.ts";
import { runText } from "../../testing/run-text.ts";
import { READY_SCRIPTS } from "../ready/ready-scripts.ts";

/** A script for each arrow that no ready script takes. */
const OTHERS: Partial<Record<ArrowId, string>> = {
  T08: "profile linux\ns: listen\nc: connect\nlose c.ack(1)\nc: after connected close\n",
  T09: "s: listen\ninject c [S] seq 0 at 1ms\ninject c [R] seq 1 at 2ms\n",
  T10: "s: listen\ninject c [S] seq 0 at 1ms\ninject c [S] seq 100 at 2ms\n",
  T11: "c: connect\ns: connect\ndelay s.syn-ack by 1s\nc: at 15ms close\n",
  T12: "s: listen\nc: connect\ns: at 15ms abort\n",
  T15: "c: connect\nc: at 5ms close\n",
  T17: "c: connect\nicmp c.syn\n",
  T24: "profile linux\ns: listen\nc: connect\nc: after connected close\n",
  T29: "s: listen\nc: connect\nc: close\ns: after eof close\nlose c.ack(2)\n",
  T31: "s: listen\nc: connect\nc: close\ns: after eof close\ninject s [R] seq 2 at 1s\n",
  T32: "s: listen\nc: connect\nc: after connected abort\n",
  T33: "s: listen\nc: connect\nc: close\ns: after eof close\nlose c.ack(2)*\ninject c [R] seq 2 at 1s\n",
  T34: "s: listen\nc: connect\nc: after connected abort\n",
  T36: "profile linux\nretries 2\ns: listen\nc: connect\nc: after connected send 10\nlose c.data*\n",
  T37: "s: listen\nc: connect\nc: close\ns: after eof close\nc: at 5s connect\n",
  T38: "s: listen\ns: at 1s close\nc: at 2s connect\n",
  T43: READY_SCRIPTS["crash-and-restart"],
  T44: "c: connect\nc: at 5ms abort\n",
};

/** Repairs of what a capture does not hold: in a run everything is known. */
const OBSERVED_ONLY: readonly ArrowId[] = ["T39", "T40", "T41", "T42"];

function taken(text: string): Set<ArrowId> {
  return new Set(runText(text).moves.map((move) => move.arrow));
}

const READY = new Set(Object.values(READY_SCRIPTS).flatMap((text) => Array.from(taken(text))));

describe("every arrow of the transition table is reached by a script", () => {
  test.each(Object.entries(OTHERS))("%s", (id, text) => {
    expect([...taken(text)]).toContain(id);
  });

  test("a listener that sends becomes an active opener, as figure 5 draws", () => {
    const { moves } = runText("s: listen\ns: at 1ms send 5\nend 1s\n");
    expect(moves.map(({ arrow: id, from, to }) => `${id} ${from} ${to}`)).toContain("T02 LISTEN SYN-SENT");
  });

  test("but for those that only repair what a capture lacks", () => {
    const reached = new Set<string>([...READY, ...Object.keys(OTHERS)]);
    expect(ARROW_IDS.filter((id) => !reached.has(id))).toEqual(OBSERVED_ONLY);
    expect(OBSERVED_ONLY.filter((id) => arrow(id).isInFigure5)).toEqual([]);
  });
});
