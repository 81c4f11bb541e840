import { nextTurn } from "../base/turns.ts";
import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";
import type { OutcomeCount } from "./analyser.ts";
import type { ConnectionTable, JudgedPart } from "./connection-table.ts";
import type { GroupedCapture } from "./read-source.ts";
import { Summaries } from "./summaries.ts";

export { collectArrows } from "./collect-arrows.ts";

/** How long the analyser works before it looks whether something else is asked of it. */
const WORK_MILLISECONDS = 12;
/** Looking at the clock costs as much as a connection that is like another. */
const CONNECTIONS_A_LOOK = 16;
/** A list that is complete so soon is not shown before. */
const BLINK_MILLISECONDS = 100;
/** How long the page shows how far it is before it hears more; longer and longer, since it works through the list anew. */
const FIRST_SHOWN_FOR = 250;
const LONGEST_SHOWN_FOR = 2000;
/** How long judging waits for the page to ask for the connection that it shows first. */
const LOOK_MILLISECONDS = 250;

/** The analysis of one connection; null if there is none of that number. @param upTo as in {@link analyseBeginning} */
export function analyseOne(
  { capture: { table }, connections }: GroupedCapture,
  connection: number,
  upTo?: Position,
): ConnectionAnalysis | null {
  if (connections.at(connection) === undefined) return null;
  return upTo === undefined
    ? analyseConnection(table, connections, connection)
    : analyseBeginning(table, connections, connection, upTo);
}

/** Whoever follows the judging. */
export interface JudgingListener {
  /** The list, with so many of its connections judged. */
  readonly onListed: (table: ConnectionTable, judged: number, outcomes: readonly OutcomeCount[]) => void;
  readonly onJudged: (part: JudgedPart) => void;
  /** Settles when what somebody looked at in the list is analysed. */
  readonly looked: Promise<void>;
}

/**
 * Judges one connection after the other; other requests get their turn in between. The list is handed over once, complete
 * if that takes no longer than an eye blinks, the rest in parts after it. Throws the signal's reason once it is aborted.
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
  let workUntil = performance.now() + WORK_MILLISECONDS;
  const list = (): void => {
    onListed(summaries.table(), summaries.judged, summaries.outcomes());
    isListed = true;
  };
  while (!summaries.isComplete) {
    if (isListed && summaries.isFull) onJudged(summaries.part(false));
    summaries.takeNext();
    if (summaries.judged % CONNECTIONS_A_LOOK !== 0 && !summaries.wasAnalysed) continue;
    if (performance.now() < workUntil) continue;
    await nextTurn();
    signal.throwIfAborted();
    if (performance.now() > showAt && !summaries.isComplete) {
      if (isListed) onJudged(summaries.part(true));
      else {
        list();
        // What is looked at first is analysed before anything else.
        await Promise.race([looked, pause(LOOK_MILLISECONDS)]);
        signal.throwIfAborted();
      }
      showAt = performance.now() + shownFor;
      shownFor = Math.min(shownFor * 1.5, LONGEST_SHOWN_FOR);
    }
    workUntil = performance.now() + WORK_MILLISECONDS;
  }
  if (isListed) onJudged(summaries.part(false));
  else list();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
