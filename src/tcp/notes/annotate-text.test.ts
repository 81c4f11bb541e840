import { describe, expect, it } from "vitest";
import { readText } from "../../testing/printed-segments.ts";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { analyseCompact } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import type { Annotation } from "../annotation.ts";
import { formatAnnotation } from "../annotation.ts";

const C = "10.0.0.1.40000 > 10.0.0.2.80";
const S = "10.0.0.2.80 > 10.0.0.1.40000";
const HANDSHAKE = `
00:00:00.000 IP ${C}: Flags [S], seq 1000, win 64240, options [mss 1460,nop,wscale 7], length 0
00:00:00.010 IP ${S}: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,nop,wscale 7], length 0
00:00:00.020 IP ${C}: Flags [.], ack 1, win 502, length 0`;

function analyse(text: string): ConnectionAnalysis {
  const [analysis] = analyseTable(readText(text).table);
  if (analysis === undefined) throw new Error("no connection in the text");
  return analysis;
}

/** The annotations of each segment, `-` for none. */
function story(text: string): string[] {
  const { segments, annotations } = analyse(text);
  return Array.from({ length: segments.length }, (_, index) => {
    const here = annotations.filter(({ position }) => position === index + 1);
    return here.map(formatAnnotation).join(" ") || "-";
  });
}

function last(text: string): Annotation | undefined {
  return analyse(text).annotations.at(-1);
}

describe("a text that prints no sequence number on pure ACKs", () => {
  it("does not call a repeated ACK a duplicate when it may be a keep-alive", () => {
    const lines = story(`${HANDSHAKE}
00:00:10.000 IP ${C}: Flags [.], ack 1, win 502, length 0`);
    expect(lines).toEqual(["-", "-", "-", "-"]);
  });

  it("calls it a duplicate when the other end sent data in between", () => {
    const lines = story(`${HANDSHAKE}
00:00:00.030 IP ${S}: Flags [P.], seq 101:201, ack 1, win 509, length 100
00:00:00.031 IP ${C}: Flags [.], ack 1, win 502, length 0
00:00:00.032 IP ${S}: Flags [P.], seq 201:301, ack 1, win 509, length 100
00:00:00.033 IP ${C}: Flags [.], ack 1, win 502, length 0`);
    expect(lines).toEqual(["-", "-", "-", "gap-before", "duplicate-ack#1", "-", "duplicate-ack#2"]);
  });
});

describe("lines that a text leaves out", () => {
  const text = `${HANDSHAKE}
00:00:00.030 IP ${C}: Flags [P.], seq 1:77, ack 1, win 502, length 76
...
00:00:00.040 IP ${S}: Flags [P.], seq 239:851, ack 77, win 509, length 612
00:00:00.050 IP ${C}: Flags [.], ack 851, win 501, length 0`;

  it("explain the hole and the acknowledgment of what nobody printed", () => {
    expect(story(text)).toEqual(["-", "-", "-", "-", "gap-before elided", "ack-unseen"]);
    const [gap, , unseen] = analyse(text).annotations;
    expect(gap).toMatchObject({ kind: "gap-before", refersTo: 5, octets: 238, interval: null });
    expect(unseen).toMatchObject({ kind: "ack-unseen", refersTo: 5 });
  });
});

describe("repetitions", () => {
  it("measure each SYN from the copy before", () => {
    const syn = `IP ${C}: Flags [S], seq 1000, win 64240, options [mss 1460], length 0`;
    const { annotations } = analyse(`00:00:00.000 ${syn}\n00:00:01.000 ${syn}\n00:00:03.000 ${syn}`);
    expect(annotations).toEqual([
      { position: 2, kind: "syn-retransmission", count: 1, refersTo: 1, interval: 1e9 },
      { position: 3, kind: "syn-retransmission", count: 2, refersTo: 2, interval: 2e9 },
    ]);
  });

  it("find the original of data that is cut otherwise the second time", () => {
    const repeated = last(`${HANDSHAKE}
00:00:00.030 IP ${C}: Flags [P.], seq 1:1001, ack 1, win 502, length 1000
00:00:00.031 IP ${C}: Flags [P.], seq 1001:2001, ack 1, win 502, length 1000
00:00:01.030 IP ${C}: Flags [P.], seq 501:701, ack 1, win 502, length 200`);
    expect(repeated).toMatchObject({ kind: "retransmission", refersTo: 4, interval: 1e9 });
  });

  it("of one octet are no keep-alive while the octet is not acknowledged", () => {
    const octet = `IP ${C}: Flags [P.], seq 1:2, ack 1, win 502, length 1`;
    const unanswered = `${HANDSHAKE}\n00:00:01.000 ${octet}\n00:00:02.000 ${octet}`;
    expect(story(unanswered).at(-1)).toBe("retransmission");
    const acknowledged = `${HANDSHAKE}
00:00:01.000 ${octet}
00:00:01.010 IP ${S}: Flags [.], ack 2, win 509, length 0
00:00:09.000 ${octet}`;
    expect(story(acknowledged).at(-1)).toBe("keep-alive");
  });

  it("carry no interval across a clock that steps back", () => {
    const lossy = STATE_CASES.find(({ id }) => id === "C09");
    const segments = lossy?.segments.map((segment, index) => ({
      ...segment,
      t: index < 5 ? 100 + index : index,
    }));
    const [analysis] =
      lossy === undefined ? [] : analyseTable(tableOfCase({ ...lossy, segments: segments ?? [] }));
    expect(analysis?.annotations).toEqual([
      { position: 5, kind: "fin-retransmission", count: 1, refersTo: 4, interval: 1e9 },
      { position: 6, kind: "fin-retransmission", count: 2, refersTo: 5, interval: null },
      { position: 6, kind: "time-jump", count: null, refersTo: null, interval: null },
      { position: 7, kind: "fin-retransmission", count: 3, refersTo: 6, interval: 1e9 },
      { position: 8, kind: "fin-retransmission", count: 4, refersTo: 7, interval: 1e9 },
    ]);
    expect(analysis?.verdict.duration).toBeNull();
  });

  it("tell late from repeated without times by what was printed before", () => {
    const untimed = (line: string): string => line.replaceAll(/^\S+ (?=IP)/gm, "");
    const lines = story(
      untimed(`${HANDSHAKE}
x IP ${C}: Flags [P.], seq 11:21, ack 1, win 502, length 10
x IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, length 10
x IP ${C}: Flags [P.], seq 11:21, ack 1, win 502, length 10`),
    );
    expect(lines.slice(3)).toEqual(["gap-before", "out-of-order", "retransmission"]);
  });
});

/** A repetition of 1:11 after 1:11 and 11:21, and what tells its kind: RFC 5681 section 3.2, RFC 6298. */
const REPETITIONS = [
  ["s./1 s./1 s./1 ~0.001 cP.@1+5", "fast-retransmission", "three duplicate ACKs asked for it"],
  ["s./1 s./1 ~0.001 cP.@1+5", "fast-retransmission", "two, after the ACK that they repeat"],
  ["s./1 ~0.05 cP.@1+5", "retransmission", "one asks for nothing, and it is late"],
  ["s./1 ~0.001 cP.@1+5", "out-of-order", "at once it may have been overtaken"],
  ["s./1 s./1 s./1 ~0.5 cP.@1+5", "retransmission", "they asked for it long ago"],
  ["s./21 ~0.5 cP.@1+5", "spurious-retransmission", "it was acknowledged"],
  ["~0.5 cP.@1+5", "retransmission", "nothing came"],
] as const;

describe("the kind of a repetition", () => {
  it.each(REPETITIONS)("%s: %s (%s)", (compact, expected) => {
    const { annotations, segments } = analyseCompact(`cS sS. c. cP.+10 cP.+10 ${compact}`);
    const here = annotations.filter(({ position }) => position === segments.length);
    expect(here.map(({ kind }) => kind)).toEqual([expected]);
  });
});

describe("windows", () => {
  it("do not take one octet for a probe when no window of the other end is known", () => {
    const lines = story(`
00:00:00.000 IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, length 10
00:00:00.100 IP ${C}: Flags [P.], seq 11:12, ack 1, win 502, length 1`);
    expect(lines).toEqual(["-", "-"]);
  });

  it("are full when the data reaches the scaled edge", () => {
    const lines = story(`${HANDSHAKE}
00:00:00.030 IP ${S}: Flags [.], ack 1, win 1, length 0
00:00:00.040 IP ${C}: Flags [P.], seq 1:129, ack 1, win 502, length 128`);
    expect(lines.at(-1)).toBe("window-full");
  });

  it("are not scaled when one SYN has no scale option", () => {
    const lines = story(`
00:00:00.000 IP ${C}: Flags [S], seq 1000, win 64240, options [mss 1460], length 0
00:00:00.010 IP ${S}: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,nop,wscale 7], length 0
00:00:00.020 IP ${C}: Flags [.], ack 1, win 502, length 0
00:00:00.030 IP ${S}: Flags [.], ack 1, win 128, length 0
00:00:00.040 IP ${C}: Flags [P.], seq 1:129, ack 1, win 502, length 128`);
    expect(lines.at(-1)).toBe("window-full");
  });
});

/** The bits AE, CWR and ECE of a SYN,ACK: RFC 9768 section 3.1.1, table 2; RFC 3168 section 6.1.1. */
const ECN_ANSWERS = [
  ["cSEWA sS.W c.", "ecn-accepted", "010: accurate ECN, the SYN came unmarked"],
  ["cSEWA sS.WE c.", "ecn-accepted", "011: accurate ECN, the SYN came with ECT(1)"],
  ["cSEWA sS.A c.", "ecn-accepted", "100: accurate ECN, the SYN came with ECT(0)"],
  ["cSEWA sS.AW c.", "ecn-accepted", "110: accurate ECN, the SYN came marked"],
  ["cSEWA sS.E c.", "ecn-accepted", "001: only classic ECN"],
  ["cSEWA sS. c.", "", "000: none"],
  ["cSEWA sS.AWE c.", "", "111: the bits of the SYN, reflected by a stack that knows none of this"],
  ["cSEW sS.E c.", "ecn-accepted", "classic ECN"],
  ["cSEW sS.W c.", "", "CWR alone answers no classic offer"],
  ["cSE sS.E c.", "", "ECE alone offers nothing"],
  ["cS sS.E c.", "", "nothing was offered"],
] as const;

describe("the handshake", () => {
  it.each(ECN_ANSWERS)("%s: %s (%s)", (compact, expected) => {
    const { annotations } = analyseCompact(compact);
    const answer = annotations.filter(({ position }) => position === 2);
    expect(answer.map(formatAnnotation).join(" ")).toBe(expected);
  });

  it("offers and accepts ECN, then echoes and answers", () => {
    const lines = story(`
00:00:00.000 IP ${C}: Flags [SEW], seq 1000, win 64240, options [mss 1460], length 0
00:00:00.010 IP ${S}: Flags [S.E], seq 5000, ack 1001, win 65160, options [mss 1460], length 0
00:00:00.020 IP ${C}: Flags [.], ack 1, win 64240, length 0
00:00:00.030 IP ${C}: Flags [P.], seq 1:11, ack 1, win 64240, length 10
00:00:00.040 IP ${S}: Flags [.E], ack 11, win 65160, length 0
00:00:00.050 IP ${C}: Flags [P.W], seq 11:21, ack 1, win 64240, length 10`);
    expect(lines).toEqual(["ecn-setup", "ecn-accepted", "-", "-", "ecn-echo", "cwr"]);
  });

  it("names data in a SYN without calling it Fast Open when nobody takes it", () => {
    const text = `
00:00:00.000 IP ${C}: Flags [S], seq 1000:1010, win 64240, options [mss 1460], length 10
00:00:00.010 IP ${S}: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460], length 0
00:00:00.020 IP ${C}: Flags [P.], seq 1:11, ack 1, win 64240, length 10`;
    expect(story(text)).toEqual(["tfo-data", "tfo-refused", "retransmission"]);
    expect(analyse(text).verdict.opening).toBe("three-way");
  });
});

describe("numbers", () => {
  it("wrap where they pass 2^32", () => {
    const lines = story(`
00:00:00.000 IP ${C}: Flags [S], seq 4294967290, win 64240, options [mss 1460], length 0
00:00:00.010 IP ${S}: Flags [S.], seq 5000, ack 4294967291, win 65160, options [mss 1460], length 0
00:00:00.020 IP ${C}: Flags [.], ack 1, win 64240, length 0
00:00:00.030 IP ${C}: Flags [P.], seq 1:21, ack 1, win 64240, length 20
00:00:00.040 IP ${S}: Flags [.], ack 21, win 65160, length 0`);
    expect(lines).toEqual(["-", "-", "-", "wrap", "-"]);
  });

  it("are not moved by a RST", () => {
    const lines = story(`${HANDSHAKE}
00:00:00.030 IP ${C}: Flags [R.], seq 900, ack 1, win 0, length 0
00:00:00.040 IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, length 10
00:00:00.050 IP ${S}: Flags [.], ack 11, win 509, length 0`);
    expect(lines.slice(4)).toEqual(["-", "-"]);
  });
});

describe("lengths that a text does not print", () => {
  it("hide where a segment ends: what follows leaves no gap", () => {
    const lines = story(`${HANDSHAKE}
00:00:00.030 IP ${C}: Flags [P.], seq 1, ack 1, win 502
00:00:00.040 IP ${C}: Flags [P.], seq 101:201, ack 1, win 502, length 100
00:00:00.050 IP ${S}: Flags [.], ack 201, win 509, length 0`);
    expect(lines.slice(3)).toEqual(["-", "-", "-"]);
  });
});

it("tells by a later TSval what was sent again at once: a segment keeps its own on its way", () => {
  const again = (stamp: number): string[] =>
    story(`${HANDSHAKE}
00:00:00.030 IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, options [nop,nop,TS val 130 ecr 900], length 10
00:00:00.031 IP ${C}: Flags [P.], seq 11:21, ack 1, win 502, options [nop,nop,TS val 131 ecr 900], length 10
00:00:00.033 IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, options [nop,nop,TS val ${String(stamp)} ecr 900], length 10`);
  expect(again(133).at(-1)).toMatch(/^retransmission/u);
  expect(again(130).at(-1)).toMatch(/^out-of-order/u);
});
