import { describe, expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { analyseCompact } from "../../testing/story.ts";
import { analyseBeginning } from "../analyse-beginning.ts";
import { FATES } from "../analysis.ts";
import { ConnectionGrouping } from "../connections/group-connections.ts";
import { factsAt } from "../facts.ts";
import type { Timing } from "../verdict.ts";

/** `segments/octets of data/sent again`, of the client and of the server. */
function counted(compact: string): string {
  const { segments, payload, retransmissions } = analyseCompact(compact).verdict;
  const of = (side: "client" | "server"): string =>
    `${segments[side]}/${payload[side]}/${retransmissions[side]}`;
  return `${of("client")} ${of("server")}`;
}

/** docs/state-machine.md 8.4. */
const TRAFFIC = [
  ["cS sS. c. cP.+10 s. sP.+7 c.", "4/10/0 3/7/0", "SYNs and ACKs take no octets"],
  ["cS+10:tfo8 sS./11 c.@11", "2/10/0 1/0/0", "data in a SYN counts"],
  ["cS+10:tfo8 ~1 cS sS./1 cP.@1+10 s.", "3/10/2 2/0/0", "sent again without and with it"],
  ["cS ~1 cS sS. ~1 sS. c.", "3/0/1 2/0/1", "SYNs sent again"],
  ["cS sS. c. cP.+10 ~1 cP.@1+10 s.", "4/10/1 2/0/0", "octets sent again count once"],
  ["cS sS. c. sP.+10 ~1 sP.@1+10 c.", "3/0/0 3/10/1", "of the server, too"],
  ["cS sS. c. cP.+10 ~1 cP.@6+10 s.", "4/15/1 2/0/0", "those that are new in a repetition count"],
  ["cS sS. c. cP.@11+10 s.", "3/10/0 2/0/0", "what the capture misses does not"],
  ["cS sS. c. cP.@=1500000000+10 s.", "3/10/0 2/0/0", "however far it is"],
  ["cS sS. c. cP.+10 cP.@=900000+5 cP.@11+20", "5/35/0 1/0/0", "nor what a far segment leaves out"],
  ["cS sS. c. s.@=700000000", "2/0/0 2/0/0", "an empty segment carries none, wherever it stands"],
  ["cS sS. c. cF.@1 c.@2", "4/0/0 1/0/0", "a FIN is no octet"],
  ["cS sS. c. c./2 cF.", "4/0/0 1/0/0", "nor is one that the capture does not hold"],
  ["cS sS. c. cP.@21+10 cP.@1+10 cP.@6+20", "5/30/1 1/0/0", "each octet once, in whatever order and pieces"],
  ["cS sS. c. cP.+10 s. c.@10+1 s.", "4/10/0 3/0/0", "the octet of a keep-alive is none of the data"],
  ["cS sS. c. cFP.+10 ~1 cFP.@1+10 s.", "4/10/1 2/0/0", "a FIN takes none"],
  ["cS sS. c. cF. s. ~1 cF.@1 s.", "4/0/1 3/0/0", "even sent again"],
  ["cS sS. c. cR.+5", "3/0/0 1/0/0", "nor does what a RST says"],
  ["cS sS. c. cP.+10 cS@=77 s. cP.@=1011+5 s.", "5/15/0 3/0/0", "a stray SYN begins nothing anew"],
  ["cS:id7 cS:id7:ttl63 sS. c.", "2/0/0 1/0/0", "a packet captured twice is one"],
  ["mid cP.+10 s.", "1/10/0 1/0/0", "without a beginning"],
] as const;

test.each(TRAFFIC)("traffic of %s: %s (%s)", (compact, expected) => {
  expect(counted(compact)).toBe(expected);
});

function span({ from, to, duration }: Timing): string {
  return `${from}>${to} ${Math.round(duration / 1e6)}`;
}

/** From which segment of data to which acknowledgment, in milliseconds: RFC 6298, Karn's rule. */
const ROUND_TRIPS = [
  ["cS sS. c. cP.+10 s.", "4>5 10", "one segment"],
  ["cS sS. c. sP.+10 ~0.05 c.", "4>5 50", "of the server"],
  ["cS sS. c. cP.+10 sP.+5/1 c. s.", "5>6 10, 4>7 30", "of both, crossing"],
  ["cS sS. c. c.+10 c.+10 c.+10 s.", "6>7 10", "the last of those acknowledged at once"],
  ["cS sS. c. cP.+10 cP.+10 s./15 s./21", "5>7 20", "none for a part of a segment"],
  ["cS sS. c. cP.+10 cP.+10 s./11 s./21", "4>6 20, 5>7 20", "each by itself"],
  ["cS sS. c. cP.+10 s. s. s.", "4>5 10", "only the first acknowledgment"],
  ["cS sS. c. cP.+10 ~0.3 cP.@1+10 s.", "", "none for what was sent again"],
  ["cS sS. c. cP.+10 s. ~1 cP.@1+10 s. cP.+5 s.", "4>5 10, 8>9 10", "but before that"],
  ["cS sS. c. cP.+10 sR.", "", "a RST is no answer"],
  ["cS sS. c. cP.+10:id7 cP.@1+10:id7:ttl63 s.", "4>6 20", "from the first record of a packet"],
  ["cS sS. c. cP.+10 ~-0.005 s.", "", "not across a clock that was set"],
] as const;

test.each(ROUND_TRIPS)("round trips of %s: %s (%s)", (compact, expected) => {
  const analysis = analyseCompact(compact);
  const spans = Array.from(analysis.fate, (_, row) =>
    factsAt(analysis, row + 1).flatMap((fact) =>
      fact.kind === "round-trip" && fact.of === "data" ? span({ ...fact, to: row + 1 }) : [],
    ),
  );
  expect(spans.flat().join(", ")).toBe(expected);
});

/** The round trip of the handshake and the time that opening took, as segments and milliseconds. */
const OPENINGS = [
  ["cS ~0.1 sS. ~0.001 c.", "1>2 100", "1>3 101", "at the client"],
  ["cS ~0.001 sS. ~0.1 c.", "2>3 100", "1>3 101", "at the server"],
  ["cS ~1 cS ~2 cS ~0.1 sS. ~0.001 c.", "3>4 100", "1>5 3101", "SYNs that nobody answered"],
  [
    "cS ~0.1 sS. ~0.001 c. ~1 sS. c. ~2 sS. c. s.+5",
    "1>2 100",
    "1>3 101",
    "a full accept queue, at the client",
  ],
  ["cS ~0.001 sS. ~1 sS. ~0.1 c. c.+5 s.", "3>4 100", "1>4 1101", "a SYN,ACK that was lost, at the server"],
  ["cS ~0.1 sS./=77 cR ~1 cS ~0.1 sS.* ~0.001 c. s.+5", "4>5 100", "1>6 1211", "a SYN,ACK of something else"],
  ["cS ~0.1 sS. ~0.005 cS ~0.001 c.", "1>2 100", "1>4 106", "a late copy of the SYN, which nothing answers"],
  ["cS:id7 cS:id7:ttl63 ~0.1 sS. ~0.001 c.", "1>3 110", "1>4 111", "a packet captured twice"],
  ["cS+10:tfo8 ~0.1 sS./11 ~0.001 c.@11", "1>2 100", "1>3 101", "Fast Open"],
  ["cS sR.", "", "", "refused: it never opened"],
  ["cS sS. cR", "", "", "rejected"],
  ["cS sS.", "", "", "nobody saw it open"],
  ["cS ~1 cS", "", "", "no answer"],
  ["mid c.+5 s.", "", "", "begun before the capture"],
  ["cS ~-0.1 sS. c.", "", "", "a clock that was set"],
] as const;

test.each(OPENINGS)("the opening of %s: %s, %s (%s)", (compact, roundTrip, opening) => {
  const { handshakeRoundTrip, openingTime } = analyseCompact(compact).verdict;
  const spanOrNone = (timing: Timing | null): string => (timing === null ? "" : span(timing));
  expect([spanOrNone(handshakeRoundTrip), spanOrNone(openingTime)]).toEqual([roundTrip, opening]);
});

/** From the first FIN to the acknowledgment of the last. */
const CLOSES = [
  ["cF. s. sF. c.", "4>7 30", "RFC 9293 figure 12"],
  ["cF. sF. c.", "4>6 20", "ACK and FIN in one"],
  ["cF. sF./1 c. s.", "4>7 30", "figure 13"],
  ["sF. c. ~1 cF. s.", "4>7 1020", "the server first"],
  ["cF. ~1 cF.@1 s. sF. c.", "4>8 1030", "from the first copy"],
  ["cFP.+10 s. sF. c.", "4>7 30", "with data"],
  ["cF. s. sP.+5 c. sF. c.", "4>9 50", "the other end goes on"],
  ["cF. s. sF. ~1 sF.@1 c.", "4>8 1030", "a FIN that was lost"],
  ["cF. s.", "", "one end only"],
  ["cF. s. sF.", "", "nobody acknowledges the second"],
] as const;

test.each(CLOSES)("the close of %s took %s (%s)", (compact, expected) => {
  const { close } = analyseCompact(`cS sS. c. ${compact}`).verdict;
  expect(close === null ? "" : span(close)).toBe(expected);
});

describe("of the beginning of a connection", () => {
  const beginning = (compact: string, upTo: number) => {
    const table = compactTable(compact);
    const grouping = new ConnectionGrouping(table);
    grouping.finish();
    return analyseBeginning(table, grouping.connections, 0, upTo);
  };

  test("nothing is known before the first segment", () => {
    const { segments, initial, moves } = beginning("cS sR.", 0);
    expect([segments.length, moves.length]).toEqual([0, 0]);
    expect(initial).toEqual({
      client: { state: null, basis: "start", alternatives: [] },
      server: { state: null, basis: "start", alternatives: [] },
    });
  });

  test("a SYN may be answered yet, and is under way; what came is known", () => {
    const { fate, arrivesAt } = beginning("cS ~1 cS ~1 cS", 2);
    expect(Array.from(fate, (index) => FATES[index])).toEqual(["unknown", "unknown"]);
    expect([...arrivesAt]).toEqual([1, 2]);
    const answered = beginning("cS sS. c.", 2);
    expect(Array.from(answered.fate, (index) => FATES[index])).toEqual(["delivered", "assumed"]);
  });

  test("errors are known that a router reported before its last segment", () => {
    const table = compactTable("cS ~1 cS ~1 cS");
    table.frame.set([1, 3, 5]);
    const quoted = { flow: 0, sequenceNumber: 1000, reporter: "10.0.0.9" };
    for (const frame of [2, 4])
      table.icmpErrors.push({ frame, time: 1e6, version: 4, type: 3, code: 1, ...quoted });
    const grouping = new ConnectionGrouping(table);
    grouping.finish();
    const known = [0, 1, 2, 3].map(
      (upTo) => analyseBeginning(table, grouping.connections, 0, upTo).quotedErrors.length,
    );
    expect(known).toEqual([0, 0, 1, 2]);
    expect(() => analyseBeginning(table, grouping.connections, 7, 1)).toThrow("connection 7");
  });
});
