import { describe, expect, test } from "vitest";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { arrow, arrowFor } from "../../tcp/arrows.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { askQuestion, restOfTransfer } from "./ask-question.ts";
import { foreseenAt } from "./foreseen-segments.ts";
import type { Question } from "./question.ts";
import { isOf } from "./sendable.ts";
import { whyState } from "./why-not.ts";

interface Course {
  readonly whole: ConnectionAnalysis;
  readonly questions: readonly Question[];
}

/** All questions about an exchange. */
async function ask(compact: string): Promise<Course> {
  const analyser = compactAnalyser(compact);
  const analyse = async (upTo?: number): Promise<ConnectionAnalysis> => {
    const analysis = await analyser.ask("analyse", 0, upTo);
    if (analysis === null) throw new Error("not analysed");
    return analysis;
  };
  const whole = await analyse();
  const questions: Question[] = [];
  for (let about = 1; about <= whole.segments.length; about++) {
    const [before, after] = [await analyse(about - 1), await analyse(about)];
    const question = askQuestion({ before, after, whole });
    if (question !== null) questions.push(question);
  }
  return { whole, questions };
}

function rightOption({ options, right }: Question): unknown {
  return options[right];
}

/** States that still send data (RFC 9293 section 3.10.2). */
const SENDS: ReadonlySet<unknown> = new Set(["ESTABLISHED", "CLOSE-WAIT"]);

/** What the whole capture says to the question; what it cannot say, the marked option. */
function truthOf(question: Question, whole: ConnectionAnalysis): unknown {
  const row = question.about - 1;
  switch (question.kind) {
    case "state":
      return endStatesAt(whole, question.about)[question.side].state;
    case "acknowledgment":
      return whole.segments.acknowledgmentNumber[row];
    case "sequence":
      return whole.segments.sequenceNumber[row];
    case "may":
      return SENDS.has(endStatesAt(whole, row)[question.side].state) ? "yes" : "no";
    default:
      return rightOption(question);
  }
}

const COURSES = [
  "cS sS. c. cP.+28 s. sP.+43 c. cF. s. sF. c.",
  "cS sS. c. cP.+28 s. cF. s. sP.+43 c. sF. c.",
  "cS sS. c. cF. s. sP.+5 c. sP.+5 c. sP.+5 c. sF. c.",
  "cS ~1 cS ~2 cS",
  "cS sR.",
  "cS ~1 cS sS. c. cF. ~1 cF. sF. c.",
  "cS sS. c. cP.+5 ~1 cP.@1+5 s. sR.",
  "mid cP.+5 s. sP.+7 c. sF. cF. s.",
  "cS c./=500001 cP.+5/=500101 cF./=500101 cF.@6/=500101",
];

describe.each(COURSES)("the questions about %s", (compact) => {
  test("have two to four different options, one of them marked right", async () => {
    for (const question of (await ask(compact)).questions) {
      const options = question.options.map((option) => JSON.stringify(option));
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeGreaterThan(1);
      expect(options.length).toBeLessThan(5);
      expect(options[question.right]).toBeDefined();
    }
  });

  test("are answered by the truth of the whole capture", async () => {
    const { whole, questions } = await ask(compact);
    expect(questions.map(rightOption)).toEqual(questions.map((question) => truthOf(question, whole)));
  });

  test("never call impossible what an end does send next in that state", async () => {
    const { whole, questions } = await ask(compact);
    for (const question of questions) {
      if (question.kind !== "cannot") continue;
      const next = foreseenAt(whole, question.about);
      const what = question.options[question.right];
      expect(next.sender === question.side && what !== undefined && isOf(next, what)).toBe(false);
    }
  });

  test("say why a state is wrong by the arrows of the table alone", async () => {
    for (const question of (await ask(compact)).questions) {
      if (question.kind !== "state") continue;
      const why = question.options.map((_, option) => whyState(question, option));
      expect(why[question.right]?.kind ?? "taken").toBe("taken");
      for (const [option, said] of why.entries()) {
        if (option === question.right || said?.kind !== "needs") continue;
        expect(said.event).not.toContain("not captured");
        expect(arrow(arrowFor(said.from, said.event) ?? "T01").to).toContain(question.options[option]);
      }
    }
  });
});

test("a plain connection is asked about in every way that TCP answers, and never which segment comes", async () => {
  const kinds = new Set<string>();
  for (const compact of COURSES) for (const { kind } of (await ask(compact)).questions) kinds.add(kind);
  expect([...kinds].toSorted()).toEqual(["acknowledgment", "cannot", "may", "sequence", "state"]);
});

test("first of all the state is asked that the first segment gives its sender, and none of an unknown end", async () => {
  const first = (await ask("cS ~1 cS ~2 cS")).questions.filter(({ kind }) => kind === "state");
  expect(first.map((question) => [question.about, rightOption(question)])).toEqual([[1, "SYN-SENT"]]);
  expect((await ask("mid cP.+5 s. sP.+7")).questions.filter(({ kind }) => kind === "state")).toEqual([]);
});

test("the right option does not always stand at the same place", async () => {
  const { questions } = await ask(COURSES[0] ?? "");
  expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThan(2);
});

test("of a transfer the first segments are asked about, and the rest of it is passed over", async () => {
  const { whole } = await ask("cS sS. c. cP.+100 s. cP.+100 s. cP.+100 s. cP.+100 s. cF. s. sF. c.");
  const rests = Array.from({ length: whole.segments.length }, (_, row) => restOfTransfer(whole, row + 1));
  // Segments 4 to 11 are data and their acknowledgments; 12 is the FIN.
  expect(rests).toEqual([0, 0, 0, 0, 0, 0, 0, 4, 3, 2, 1, 0, 0, 0, 0]);
});
