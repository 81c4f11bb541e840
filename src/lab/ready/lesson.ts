import type { Edit } from "../edit/edits.ts";
import type { SegmentPattern } from "../script/script.ts";
import { READY_SCRIPTS } from "./ready-scripts.ts";

/** A task of the lesson “What if?”: an exchange with its goals, and one edit that reaches them. */
interface LessonTask {
  readonly script: string;
  readonly solution: Edit;
}

const TALK = READY_SCRIPTS["four-segment-close"];

/** The server does not wait for the client's FIN. */
const BOTH_CLOSE = `profile linux
delay 10ms
s: listen
c: connect
c: after connected +100ms close
s: after accepted +200ms close
`;

/** Five tasks, each with one edit; the page words them. */
export const LESSON: readonly LessonTask[] = [
  {
    script: `${TALK}goal c SYN-SENT 1s\ngoal edits 1\n`,
    solution: { kind: "lose", segment: first(0, "syn") },
  },
  {
    script: `${TALK}goal s SYN-RECEIVED 1s\ngoal c SYN-SENT 1s\ngoal edits 1\n`,
    solution: { kind: "lose", segment: first(1, "syn-ack") },
  },
  {
    script: `${TALK}goal s LAST-ACK 200ms\ngoal edits 1\n`,
    // The client has taken 300 octets and the FIN, which has the number 301.
    solution: { kind: "lose", segment: { ...first(0, "ack"), ack: 302 } },
  },
  {
    script: `${BOTH_CLOSE}goal c CLOSING\ngoal s CLOSING\ngoal edits 1\n`,
    solution: {
      kind: "delay",
      segment: { end: 0, kind: "fin", octets: null, ack: null, copy: 1 },
      by: 100e6,
    },
  },
  { script: `${TALK}goal s TIME-WAIT\ngoal edits 1\n`, solution: { kind: "close-first", end: 1 } },
];

function first(end: 0 | 1, kind: SegmentPattern["kind"]): SegmentPattern {
  return { end, kind, octets: null, ack: null, copy: 1 };
}
