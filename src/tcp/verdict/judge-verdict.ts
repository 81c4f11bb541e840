import type { SteppedConnection } from "../analysis.ts";
import type { Annotation } from "../annotation.ts";
import { createRowClock } from "../notes/row-clock.ts";
import type { Verdict } from "../verdict.ts";
import { closingMarks } from "./closing-marks.ts";
import { completenessOf } from "./completeness.ts";
import { connectionHistory } from "./connection-history.ts";
import { countTraffic } from "./count-traffic.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import { judgeClosing, judgeOpening } from "./judge-style.ts";
import { openingRows, openingTimeOf, roundTripOf } from "./opening-times.ts";
import { closeTiming } from "./timings.ts";
import { zeekConnectionState } from "./zeek-connection-state.ts";

/** How the connection was opened and closed, what it carried and how long it took (docs/state-machine.md 8). */
export function judgeVerdict(stepped: SteppedConnection, annotations: readonly Annotation[]): Verdict {
  const history = connectionHistory(stepped);
  const closing = closingMarks(stepped);
  const clock = createRowClock(stepped);
  const { outcome, evidence } = judgeOutcome(stepped, annotations, history, closing);
  const opening = openingRows(stepped);
  const { length } = stepped.segments;
  return {
    outcome,
    evidence,
    startCaptured: history.syns.length > 0 || history.synAcks.length > 0,
    opening: judgeOpening(stepped, history),
    closing: judgeClosing(outcome, closing, history),
    firstCloser: closing.first,
    zeek: zeekConnectionState(stepped),
    completeness: completenessOf(stepped.segments),
    ...countTraffic(stepped, annotations),
    handshakeRoundTrip: roundTripOf(opening, clock),
    openingTime: openingTimeOf(opening, clock),
    close: closeTiming(closing, clock),
    duration: length > 0 ? clock(1, length) : null,
  };
}
