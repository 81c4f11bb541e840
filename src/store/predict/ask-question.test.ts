import { describe, expect, test } from "vitest";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { askQuestion } from "./ask-question.ts";
import type { Question } from "./question.ts";

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
    questions.push(askQuestion({ before, after, whole }));
  }
  return { whole, questions };
}

function rightOption({ options, right }: Question): unknown {
  return options[right];
}

/** What the whole capture says to the question. */
function truthOf(question: Question, whole: ConnectionAnalysis): unknown {
  const row = question.about - 1;
  if (question.kind === "state") return endStatesAt(whole, question.about)[question.side].state;
  if (question.kind === "acknowledgment") return whole.segments.acknowledgmentNumber[row];
  const flags = whole.segments.flags[row] ?? 0;
  return {
    sender: whole.fromClient[row] === 1 ? "client" : "server",
    flags: (flags & RST) === 0 ? flags & (SYN | FIN | ACK) : RST,
    hasData: (whole.segments.payloadLength[row] ?? 0) > 0,
  };
}

const COURSES = [
  "cS sS. c. cP.+28 s. sP.+43 c. cF. s. sF. c.",
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
});

test("first of all: which segment comes?", async () => {
  expect((await ask("cS sS. c.")).questions[0]?.kind).toBe("segment");
});

test("a plain connection is asked about in all three ways", async () => {
  const { questions } = await ask(COURSES[0] ?? "");
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(["segment", "state", "acknowledgment"]));
});

test("no state is asked of an end of which nothing is known", async () => {
  const { questions } = await ask("cS ~1 cS ~2 cS");
  expect(questions.map(({ kind }) => kind)).toEqual(["segment", "segment", "segment"]);
});

test("the right option does not always stand at the same place", async () => {
  const { questions } = await ask(COURSES[0] ?? "");
  expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThan(2);
});
