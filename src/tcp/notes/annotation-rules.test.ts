import { describe, expect, test } from "vitest";
import { analyseCompact, analyseText } from "../../testing/story.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { formatAnnotation } from "../annotation.ts";

/** `segment: note` of every note, with the octets it counts, the segment it refers to and the milliseconds since. */
function notes({ annotations }: ConnectionAnalysis): string {
  return annotations
    .map((annotation) => {
      const { position, octets, refersTo, interval } = annotation;
      const counted = octets === undefined ? "" : ` ${octets}`;
      const reference = refersTo === null ? "" : ` of ${refersTo}`;
      const wait = interval === null ? "" : ` after ${interval / 1e6}`;
      return `${position}: ${formatAnnotation(annotation)}${counted}${reference}${wait}`;
    })
    .join(", ");
}

/** docs/state-machine.md 7.2, which says what Wireshark says wherever there is no reason to differ. */
const NOTES = [
  [
    "cS sS. c. s./11 s./11 sP.+7/21 c.@21/8",
    "4: ack-unseen 10, 5: duplicate-ack#1 of 4 after 10, 7: gap-before 20",
    "one direction lacks data: it is noted once, until more is missing",
  ],
  ["cS sS. c. c.@11/6", "4: gap-before 10, 4: ack-unseen 5", "data of both ends is missing"],
  [
    "cS sS. c. sR./11 sR./11",
    "4: ack-unseen 10, 4: rst-abort, 5: ack-unseen 10, 5: rst-abort",
    "a RST changes nothing for the next segment",
  ],
  [
    "cS sS. c. sP.@11+10 cR.@1/21 c./21",
    "4: gap-before 10, 5: ack-unseen, 5: rst-abort, 6: ack-unseen",
    "nor where the end of the data was captured",
  ],
  [
    "cS sS. c. c.+100 s. cF.@1+100 s.",
    "6: spurious-retransmission of 4 after 20",
    "a FIN behind octets sent again leaves nothing unseen",
  ],
  [
    "cS sS. c. c.+7 ~0.3 c.@1+151 s.",
    "5: retransmission of 4 after 300, 6: ack-unseen 0 of 5",
    "a longer copy brought what is acknowledged: Wireshark does not see it, we do",
  ],
  [
    "cS ~0.1 sS. ~0.0001 c. cP.+10 cP.+10 cP.+10 ~0.05 cP.@11+10 ~0.1 s.",
    "7: retransmission of 5 after 60",
    "captured at its sender: what comes again within a round trip was sent again",
  ],
  [
    "cS ~0.0001 sS. ~0.1 c. cP.+10 cP.+10 cP.+10 ~0.05 cP.@11+10 ~0.0001 s.",
    "7: out-of-order of 5 after 60",
    "captured at the other end: it may have been overtaken",
  ],
  [
    "cS sS. c. cP.+10 s. ~1 cS s. cP.+5",
    "6: syn-retransmission#1 of 1 after 1040, 7: challenge-ack",
    "RFC 5961 section 4.2: a late copy of the SYN is challenged",
  ],
  [
    "cS s.@=70000/=9000 cR@=9000 ~1 cS sS. c.",
    "2: challenge-ack, 3: rst-reply, 4: syn-retransmission#1 of 1 after 1020",
    "RFC 9293 figure 9: the challenge of an older connection",
  ],
  ["mid c. cS", "2: out-of-order", "a SYN behind the segments that follow it"],
  ["cS@=4294967295 sS. c. c.+5 s.", "1: wrap", "the SYN takes the last number"],
  ["cS@=4294967290 sS. c. c.+5 s.", "4: wrap", "data takes the last number"],
  ["cS@=4294967290 sS. c. c.+4 s. c.+6 s.", "6: wrap", "noted where it happens"],
  [
    "cS sS. c. ~1 c. ~1 c.",
    "4: duplicate-ack#1 of 3 after 1000, 5: duplicate-ack#2 of 3 after 2000",
    "all are duplicates of the first",
  ],
  [
    "cS sS. c. cP.+10 ~1 cP.@1+10 ~0.3 cP.@1+10",
    "5: retransmission of 4 after 1000, 6: retransmission of 5 after 300",
    "each repeats the one before it",
  ],
  ["cS sS. c. cP.+10 c.@1", "", "an ACK that was overtaken carries nothing that could be late"],
  [
    "cS ~0 sS. ~0 c. cP.@11+10 ~0.002 cP.@1+10 s.",
    "4: gap-before 10, 5: out-of-order",
    "without a round trip 3 ms decide",
  ],
  [
    "cS ~0 sS. ~0 c. cP.@11+10 ~0.004 cP.@1+10 s.",
    "4: gap-before 10, 5: retransmission",
    "later than that it was sent again",
  ],
  [
    "cS sS. c. ~10 c.@0 s. ~10 c.@0 s.",
    "4: keep-alive, 5: keep-alive-ack of 4 after 10, 6: keep-alive, 7: keep-alive-ack of 6 after 10",
    "RFC 9293 section 3.8.4",
  ],
  [
    "cS sS. c. cP.+10:w0 s. ~1 sP.+1 c./1:w0 ~2 sP.@1+1 c./1:w0",
    "4: zero-window, 6: window-probe, 7: zero-window, 7: window-probe-ack of 6 after 10, 8: window-probe, 9: zero-window, 9: window-probe-ack of 8 after 10",
    "RFC 9293 section 3.8.6.1",
  ],
  [
    "cS sS. c. c.:w0 ~1 sP.+1 c. sP.+5 c.",
    "4: zero-window, 5: window-probe",
    "the octet of a probe that was taken is captured like any other",
  ],
  [
    "cS sS. c. c.:w0 ~1 sP.+1 c.:w0 ~1 sP.+1 c. sP.+4 c.",
    "4: zero-window, 5: window-probe, 6: zero-window, 7: window-probe",
    "also while the window stays shut",
  ],
  ["cS sS. c. c.:w0 ~1 sF. c.", "4: zero-window", "a FIN is no probe"],
  [
    "cS sS. c. cP.+10 ~0.005 cP.@1+10",
    "5: retransmission of 4 after 5",
    "the same octets at once are no late ones",
  ],
  [
    "cS ~0.00002 sS. ~0.1 c. sP.+10 ~0.02 sP.@1+10 ~0.00002 c. sP.+10 sP.+10 ~0.001 sP.@11+10",
    "5: retransmission of 4 after 20, 9: retransmission of 7 after 11",
    "the answer to a first sending does not tell how near its receiver is: it may stand right behind the copy (RFC 6298 3)",
  ],
  [
    "mid cP.+10 cP.+10 cP.+10 s./11 s./11 s./11 ~0.005 cP.@21+10 s.",
    "5: duplicate-ack#1 of 4 after 10, 6: duplicate-ack#2 of 4 after 20, 7: retransmission of 3 after 35",
    "no fast retransmission: duplicates ask for the octets at 11",
  ],
  ["cS+10:tfo8 sS./11 c.@11", "1: tfo-data, 2: tfo-accepted of 1 after 10", "RFC 7413"],
  ["cS+10:tfo8 sS./1 c.", "1: tfo-data, 2: tfo-refused of 1 after 10", "the data was not taken"],
  ["mid s. cR", "2: rst-reply", "a RST that starts where the ACK ends answers it"],
  ["mid s. cR@7", "2: rst-bare, 2: rst-not-exact", "another one does not"],
] as const;

test.each(NOTES)("%s: %s (%s)", (compact, expected) => {
  expect(notes(analyseCompact(compact))).toBe(expected);
});

const C = "10.0.0.1.4000 > 10.0.0.2.80";
const S = "10.0.0.2.80 > 10.0.0.1.4000";
const HANDSHAKE = `12:00:00.00 IP ${C}: Flags [S], seq 1000, win 512, length 0
12:00:00.01 IP ${S}: Flags [S.], seq 5000, ack 1001, win 512, length 0
12:00:00.02 IP ${C}: Flags [.], ack 1, win 512, length 0`;

async function notesOf(text: string): Promise<string> {
  const [analysis] = await analyseText(text);
  return analysis === undefined ? "no connection" : notes(analysis);
}

describe("in a text", () => {
  test("that prints no sequence number with an ACK, one that comes again may be a keep-alive", async () => {
    expect(
      await notesOf(`${HANDSHAKE}
12:00:01.02 IP ${S}: Flags [.], ack 1, win 512, length 0
12:00:02.02 IP ${S}: Flags [.], ack 1, win 512, length 0`),
    ).toBe("");
  });

  test("such an ACK is a duplicate where data came in between", async () => {
    expect(
      await notesOf(`${HANDSHAKE}
12:00:00.03 IP ${C}: Flags [P.], seq 11:21, ack 1, win 512, length 10
12:00:00.04 IP ${C}: Flags [P.], seq 21:31, ack 1, win 512, length 10
12:00:00.05 IP ${S}: Flags [.], ack 11, win 512, length 0
12:00:00.06 IP ${S}: Flags [.], ack 11, win 512, length 0`),
    ).toBe("4: gap-before 10, 6: ack-unseen, 7: duplicate-ack#1 of 6 after 10");
  });

  test("numbers of which the beginning is missing pass the last one, too", async () => {
    expect(
      await notesOf(`12:00:00.00 IP ${C}: Flags [P.], seq 4294967290:4294967300, ack 77, win 512, length 10
12:00:00.01 IP ${S}: Flags [.], ack 10, win 512, length 0`),
    ).toBe("1: wrap");
  });

  test("lines left out before a segment explain what is missing before it, not behind it", async () => {
    const text = `${HANDSHAKE}
...
12:00:00.03 IP ${C}: Flags [P.], seq 1:11, ack 1, win 512, length 10
12:00:00.04 IP ${C}: Flags [P.], seq 21:31, ack 1, win 512, length 10`;
    expect(await notesOf(text)).toBe("4: elided, 5: gap-before 10");
    expect(await notesOf(text.replace("seq 1:11", "seq 11:21"))).toBe("4: gap-before 10 of 4, 4: elided");
  });

  test("nor an acknowledgment of more than the segment behind them", async () => {
    expect(
      await notesOf(`${HANDSHAKE}
...
12:00:00.03 IP ${C}: Flags [P.], seq 1:11, ack 1, win 512, length 10
12:00:00.04 IP ${S}: Flags [.], ack 21, win 512, length 0`),
    ).toBe("4: elided, 5: ack-unseen 10");
  });
});
