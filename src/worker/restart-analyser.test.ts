import { beforeEach, expect, test } from "vitest";
import { answering } from "../testing/answering.ts";
import type { OpenOutcome } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { ConnectedAnalyser } from "./connect-analyser.ts";
import { AnalyserStopped, restartAnalyser, type StartedAnalyser } from "./restart-analyser.ts";

const TEXT: CaptureSource = { kind: "text", name: "pasted text", text: "" };
const REFUSED: OpenOutcome = { ok: false, failure: { kind: "fault", name: "x", message: "y" } };

/** A worker whose answers the test gives. */
class FakeWorker {
  readonly answers: ((outcome: OpenOutcome | null) => void)[] = [];
  readonly died: (why: AnalyserStopped) => void;
  isEnded = false;
  isLeft = false;
  cancels = 0;
  private fault: Error | null = null;
  private readonly rejects: ((fault: Error) => void)[] = [];

  constructor(died: (why: AnalyserStopped) => void) {
    this.died = died;
  }

  started(): StartedAnalyser {
    const analyser: Partial<ConnectedAnalyser> = {
      open: () =>
        new Promise((resolve, reject) => {
          if (this.fault) reject(this.fault);
          this.answers.push(resolve);
          this.rejects.push(reject);
        }),
      ask: answering(),
      leave: () => void (this.isLeft = true),
      cancel: () => void this.cancels++,
      fail: (fault) => {
        this.fault = fault;
        for (const reject of this.rejects) reject(fault);
      },
    };
    return { analyser: analyser as ConnectedAnalyser, end: () => void (this.isEnded = true) };
  }
}

let workers: FakeWorker[] = [];
const start = (died: (why: AnalyserStopped) => void): StartedAnalyser => {
  const worker = new FakeWorker(died);
  workers.push(worker);
  return worker.started();
};

beforeEach(() => {
  workers = [];
});

test("a worker that dies takes what is pending along, and the next capture gets a new one", async () => {
  const analyser = restartAnalyser(start);
  const pending = analyser.open(TEXT, () => {});
  workers[0]?.died(new AnalyserStopped("no memory"));
  await expect(pending).rejects.toThrow(new AnalyserStopped("no memory"));
  await expect(analyser.ask("analyse", 0)).rejects.toBeInstanceOf(AnalyserStopped);
  expect(workers).toHaveLength(1);
  const next = analyser.open(TEXT, () => {});
  expect(workers).toHaveLength(2);
  workers[1]?.answers[0]?.(REFUSED);
  await expect(next).resolves.toBe(REFUSED);
  await expect(analyser.ask("analyse", 0)).resolves.toBeNull();
});

test("to cancel answers null at once and ends the worker, whatever it is doing", async () => {
  const analyser = restartAnalyser(start);
  const pending = analyser.open(TEXT, () => {});
  analyser.cancel();
  await expect(pending).resolves.toBeNull();
  expect(workers.map(({ isEnded, isLeft }) => [isEnded, isLeft])).toEqual([
    [true, true],
    [false, false],
  ]);
});

test("another capture takes the place of one that is still read", async () => {
  const analyser = restartAnalyser(start);
  const first = analyser.open(TEXT, () => {});
  const second = analyser.open(TEXT, () => {});
  await expect(first).resolves.toBeNull();
  workers[1]?.answers[0]?.(REFUSED);
  await expect(second).resolves.toBe(REFUSED);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test("a capture that is open keeps its worker, which forgets it when it is left", async () => {
  const analyser = restartAnalyser(start);
  const first = analyser.open(TEXT, () => {});
  workers[0]?.answers[0]?.(REFUSED);
  await first;
  analyser.cancel();
  void analyser.open(TEXT, () => {});
  expect(workers.map(({ isEnded, cancels }) => [isEnded, cancels])).toEqual([[false, 1]]);
});
