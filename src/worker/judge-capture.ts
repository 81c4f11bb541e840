import { type Steps, takeTurns } from "../base/turns.ts";
import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";
import type { OutcomeCount } from "./analyser.ts";
import type { ConnectionTable, JudgedPart } from "./connection-table.ts";
import type { GroupedCapture } from "./read-source.ts";
import { Summaries } from "./summaries.ts";

export { arrowsInSteps } from "./collect-arrows.ts";

/** How long the analyser works before it checks for another request. */
export const WORK_MILLISECONDS = 12;
/** Reading the clock costs as much as a connection with a known outline. */
const CONNECTIONS_A_LOOK = 16;
/** If judging takes less than this, the list is shown only when complete. */
const BLINK_MILLISECONDS = 100;
/**
 * The first interval between two updates of the page. It grows, because the page filters and sorts the list again
 * each time.
 */
const FIRST_SHOWN_FOR = 250;
const LONGEST_SHOWN_FOR = 2000;
/** How long judging waits for the page to request the connection that it shows first. */
const LOOK_MILLISECONDS = 250;

/** Analyses one connection; null if there is none of that number. @param upTo as in {@link analyseBeginning} */
export function analyseOne(
  { capture: { table }, connections, witnessed = null, told }: GroupedCapture,
  connection: number,
  upTo?: Position,
): ConnectionAnalysis | null {
  if (connections.at(connection) === undefined) return null;
  if (told) return told(connection, upTo);
  return upTo === undefined
    ? analyseConnection(table, connections, connection, { witnessed })
    : analyseBeginning(table, connections, connection, upTo, witnessed);
}

/** Receives the results of judging. */
export interface JudgingListener {
  /** Called once, with the list and the number of its connections that are judged. */
  readonly onListed: (table: ConnectionTable, judged: number, outcomes: readonly OutcomeCount[]) => void;
  readonly onJudged: (part: JudgedPart) => void;
  /** Settles when the connection that the page requested first is analysed. */
  readonly looked: Promise<void>;
}

/**
 * Judges one connection after the other, with turns for other requests in between. Hands the list over once: complete
 * if that takes less than a tenth of a second, else with the rest in parts after it. Throws the signal's reason once
 * it is aborted.
 */
export async function judgeAll(
  grouped: GroupedCapture,
  signal: AbortSignal,
  { onListed, onJudged, looked }: JudgingListener,
): Promise<void> {
  const summaries = new Summaries(grouped);
  let isListed = false;
  let shownFor = FIRST_SHOWN_FOR;
  let showAt = performance.now() + BLINK_MILLISECONDS;
  const list = (): void => {
    onListed(summaries.table(), summaries.judged, summaries.outcomes());
    isListed = true;
  };

  function* judging(): Steps<void> {
    while (!summaries.isComplete) {
      if (isListed && summaries.isFull) onJudged(summaries.part(false));
      summaries.takeNext();
      if (summaries.judged % CONNECTIONS_A_LOOK === 0 || summaries.wasAnalysed) yield;
    }
  }

  async function show(): Promise<void> {
    if (performance.now() <= showAt || summaries.isComplete) return;
    if (isListed) onJudged(summaries.part(true));
    else {
      list();
      // The connection that is shown first is analysed before anything else.
      await Promise.race([looked, pause(LOOK_MILLISECONDS)]);
    }
    showAt = performance.now() + shownFor;
    shownFor = Math.min(shownFor * 1.5, LONGEST_SHOWN_FOR);
  }

  const isLeft = (): boolean => signal.aborted;
  await takeTurns(judging(), { isLeft, work: WORK_MILLISECONDS, afterTurn: show });
  signal.throwIfAborted();
  if (isListed) onJudged(summaries.part(false));
  else list();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
