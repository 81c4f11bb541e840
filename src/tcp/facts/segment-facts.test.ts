import { expect, test } from "vitest";
import { analyseCompact, analyseText } from "../../testing/story.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import type { Fact } from "../fact.ts";
import { factsAt } from "../facts.ts";

function controls({
  countsSyn,
  countsFin,
}: {
  readonly countsSyn: boolean;
  readonly countsFin: boolean;
}): string {
  return `${countsSyn ? " SYN" : ""}${countsFin ? " FIN" : ""}`;
}

/** The facts that explain the numbers of a segment, each in few words; null for the others. */
function words(fact: Fact): string | null {
  switch (fact.kind) {
    case "segment": {
      const shape = fact.rstShape === "none" ? "" : ` (${fact.rstShape})`;
      return `${fact.sender} ${fact.flags.join(",")}+${fact.payloadLength}${shape}`;
    }
    case "sequence-number":
      return `${fact.relative ?? "?"} ${fact.role}`;
    case "takes":
      return `takes ${fact.first}..${fact.next}, ${fact.payloadLength}${controls(fact)}`;
    case "acknowledgment": {
      const of = fact.of === null ? "" : ` of ${fact.of}: ${fact.sequenceNumber}+${fact.payloadLength}`;
      return `ack ${fact.relative ?? "?"} ${fact.reason}${of}${controls(fact)}${fact.isNew ? "" : ", again"}`;
    }
    case "option":
      return `${fact.option} ${fact.value}`;
    case "window":
      return `window ${fact.field}<<${fact.shift ?? "?"}`;
    case "annotation":
      return fact.factor === null ? null : `${fact.annotation.kind} times ${fact.factor}`;
    default:
      return null;
  }
}

function told(analysis: ConnectionAnalysis, position: number): string {
  return factsAt(analysis, position)
    .map(words)
    .filter((word) => word !== null)
    .join("; ");
}

const LATER = "cS sS. c. cP.+10 cP.+10 s./15 s./15 s./21";
const SCALED = "cS:ws15 sS.:ws7 c.:w3 s.:w4";
/** RFC 9293 section 3.4: what a segment takes of the numbers, and what an acknowledgment means. */
const FACTS = [
  ["cS sS", 2, "server SYN+0; 0 initial; takes 500000..500001, 0 SYN; window 64240<<0", "the peer's SYN"],
  [
    "cS sS. c.",
    2,
    "server SYN,ACK+0; 0 initial; takes 500000..500001, 0 SYN; ack 1 end-of-segment of 1: 1000+0 SYN; window 64240<<0",
    "a SYN counts",
  ],
  [
    "cS+10:tfo8 sS./11 c.@11",
    1,
    "client SYN+10; 0 initial; takes 1000..1011, 10 SYN; fast-open 8; window 64240<<0",
    "RFC 7413",
  ],
  [
    "cS+10:tfo8 sS./11 c.@11",
    2,
    "server SYN,ACK+0; 0 initial; takes 500000..500001, 0 SYN; ack 11 end-of-segment of 1: 1000+10 SYN; window 64240<<0",
    "SYN and data",
  ],
  [
    "cS+10:tfo8 sS./1 c.",
    2,
    "server SYN,ACK+0; 0 initial; takes 500000..500001, 0 SYN; ack 1 inside-segment of 1: 1000+10 SYN; window 64240<<0",
    "the SYN without its data",
  ],
  [
    "cS ~1 cS ~2 cS ~4 cS",
    4,
    "client SYN+0; 0 repeats; takes 1000..1001, 0 SYN; window 64240<<0; syn-retransmission times 2",
    "RFC 6298 section 5.5: the timer doubles",
  ],
  [
    "cS sS. c. cFP.+10 s. sF. c.",
    4,
    "client FIN,PSH,ACK+10; 1 continues; takes 1001..1012, 10 FIN; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 64240<<0",
    "a FIN counts",
  ],
  [
    "cS sS. c. cFP.+10 s. sF. c.",
    5,
    "server ACK+0; 1 continues; ack 12 end-of-segment of 4: 1001+10 FIN; window 64240<<0",
    "data and FIN; an ACK takes nothing",
  ],
  [
    LATER,
    6,
    "server ACK+0; 1 continues; ack 15 inside-segment of 5: 1011+10; window 64240<<0",
    "a part of the second",
  ],
  [
    LATER,
    7,
    "server ACK+0; 1 continues; ack 15 inside-segment of 5: 1011+10, again; window 64240<<0",
    "nothing new",
  ],
  [LATER, 8, "server ACK+0; 1 continues; ack 21 end-of-segment of 5: 1011+10; window 64240<<0", "the rest"],
  [
    "cS sS. c. cP.@11+10 s./11",
    4,
    "client PSH,ACK+10; 11 leaves-gap; takes 1011..1021, 10; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 64240<<0",
    "something before it is missing",
  ],
  [
    "cS sS. c. cP.@11+10 s./11",
    5,
    "server ACK+0; 1 continues; ack 11 unexplained; window 64240<<0",
    "of what is missing",
  ],
  [
    "cS sS. c. cP.@11+10 s./5",
    5,
    "server ACK+0; 1 continues; ack 5 unexplained; window 64240<<0",
    "or of a part of it",
  ],
  [
    "cS sS. c. s./5",
    4,
    "server ACK+0; 1 continues; ack 5 beyond-captured; window 64240<<0",
    "of more than was captured",
  ],
  [
    "cS sS. c. cP.+10 ~1 cP.@1+10 s.",
    5,
    "client PSH,ACK+10; 1 repeats; takes 1001..1011, 10; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 64240<<0",
    "the same data",
  ],
  [
    "cS sS. c. cP.+10 s. ~9 cP.@10+1 s.",
    6,
    "client PSH,ACK+1; 10 repeats; takes 1010..1011, 1; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 64240<<0",
    "a keep-alive repeats the last octet",
  ],
  [
    "cS sS. c. cP.+10 cR.@11 s./11",
    5,
    "client RST,ACK+0 (abort); 11 continues; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 0<<0",
    "an abort",
  ],
  [
    "cS sS. c. cP.+10 cR.@11/1 s./11 s./99",
    7,
    "server ACK+0; 1 continues; ack 99 beyond-captured; window 64240<<0",
    "a RST takes no numbers",
  ],
  [
    "cS sS cR. c./1",
    4,
    "client ACK+0; 1 continues; ack 1 end-of-segment of 2: 500000+0 SYN; window 64240<<0",
    "what a RST acknowledged counts as not acknowledged",
  ],
  [
    "mid cP.+10 s.",
    1,
    "client PSH,ACK+10; 1 continues; takes 1001..1011, 10; ack 1 unexplained; window 64240<<?",
    "the beginning is missing",
  ],
  [
    SCALED,
    1,
    "client SYN+0; 0 initial; takes 1000..1001, 0 SYN; window-scale 15; window 64240<<0",
    "as it stands there",
  ],
  [
    SCALED,
    3,
    "client ACK+0; 1 continues; ack 1 end-of-segment of 2: 500000+0 SYN; window 3<<14",
    "RFC 7323 section 2.3: 14 at most",
  ],
  [
    SCALED,
    4,
    "server ACK+0; 1 continues; ack 1 end-of-segment of 1: 1000+0 SYN, again; window 4<<7",
    "each end its own",
  ],
  [
    "cS:ws7 sS. c.:w3",
    3,
    "client ACK+0; 1 continues; ack 1 end-of-segment of 2: 500000+0 SYN; window 3<<0",
    "it takes both ends",
  ],
  [
    "cS sS.:ws7 c. s.:w4",
    4,
    "server ACK+0; 1 continues; ack 1 end-of-segment of 1: 1000+0 SYN, again; window 4<<0",
    "both ends",
  ],
  [
    "cS:ws7 sS.:ws7 c. cS@=77 s. cP.+5 s.",
    6,
    "client PSH,ACK+5; 1 continues; takes 1001..1006, 5; ack 1 end-of-segment of 2: 500000+0 SYN, again; window 64240<<7",
    "a stray SYN changes nothing",
  ],
  [
    "cS:ws7 s.:w5 c.",
    2,
    "server ACK+0; 1 continues; ack 1 end-of-segment of 1: 1000+0 SYN; window 5<<?",
    "one SYN is missing",
  ],
  [
    "cS s.:w5 c.",
    2,
    "server ACK+0; 1 continues; ack 1 end-of-segment of 1: 1000+0 SYN; window 5<<0",
    "one SYN without the option is enough",
  ],
  [
    "sS.@0/=1001 c.@=1001/1:w9",
    2,
    "client ACK+0; 1 continues; ack 1 end-of-segment of 1: 500000+0 SYN; window 9<<0",
    "the other one",
  ],
] as const;

test.each(FACTS)("%s, segment %i: %s (%s)", (compact, position, expected) => {
  expect(told(analyseCompact(compact), position)).toBe(expected);
});

const C = "10.0.0.1.4000 > 10.0.0.2.80";
const S = "10.0.0.2.80 > 10.0.0.1.4000";

async function toldOfText(text: string): Promise<string[]> {
  const [analysis] = await analyseText(text);
  if (analysis === undefined) throw new Error("no connection");
  return Array.from({ length: analysis.segments.length }, (_, index) => told(analysis, index + 1));
}

test("options of both ends, and what came of them", async () => {
  const [syn, synAck] =
    await toldOfText(`12:00:00.00 IP ${C}: Flags [S], seq 1000, win 512, options [mss 1460,sackOK,TS val 77 ecr 0,nop,wscale 7], length 0
12:00:00.01 IP ${S}: Flags [S.], seq 5000, ack 1001, win 512, options [mss 1400,sackOK,TS val 9 ecr 77], length 0`);
  expect(syn).toBe(
    "client SYN+0; 0 initial; takes 1000..1001, 0 SYN; mss 1460; window-scale 7; sack-permitted null; timestamps 77; window 512<<0",
  );
  expect(synAck).toContain("mss 1400; sack-permitted null; timestamps 9; window 512<<0");
});

test("a text that does not print the sequence number of an ACK leaves it unknown until it can be derived", async () => {
  expect(
    await toldOfText(`12:00:00.00 IP ${S}: Flags [.], ack 1011, win 512, length 0
12:00:00.01 IP ${C}: Flags [P.], seq 1011:1021, ack 5001, win 512, length 10
12:00:00.02 IP ${C}: Flags [.], ack 5001, win 512, length 0`),
  ).toEqual([
    "server ACK+0; ? unknown; ack 1011 unexplained; window 512<<?",
    "client PSH,ACK+10; 1011 continues; takes 1011..1021, 10; ack 5001 unexplained; window 512<<?",
    "client ACK+0; 1021 derived; ack 5001 unexplained, again; window 512<<?",
  ]);
});
