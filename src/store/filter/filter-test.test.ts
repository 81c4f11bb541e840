import { describe, expect, test } from "vitest";
import { summary } from "../../testing/connection-summaries.ts";
import type { ConnectionSummary } from "../opened-capture.ts";
import { filterTest, timeRangeOf, withTimeRange } from "./filter-test.ts";
import { outcomeFilter } from "./outcome-filter.ts";
import { parseFilter } from "./parse-filter.ts";

const SECOND = 1e9;
const GROUND = {
  hostNames: new Map([["192.0.2.2", "Shop.Example"]]),
  captureStart: 100 * SECOND,
  clock: null,
  connectionOfFrame: (frame: number) => (frame === 4711 ? 3 : null),
  words: null,
  names: { names: ["TLS cart.example h2", "curl[7]"], nameOf: Uint32Array.of(0, 1, 2, 1), isFull: false },
};

function passes(connection: ConnectionSummary, filter: string): boolean {
  return filterTest(parseFilter(filter), GROUND).passes(connection);
}

describe("a filter", () => {
  test("that is empty, or whose word is still being typed, passes everything", () => {
    expect(passes(summary(0), "")).toBe(true);
    expect(passes(summary(0), "  outcome: -")).toBe(true);
  });

  test("asks once for what it says again and again", () => {
    const filter = "-host:qq -host:qq port:80,80,443 port:80,443 -host:qq shop shop";
    expect(filterTest(parseFilter(filter), GROUND).values).toBe(4);
    expect(passes(summary(0), filter)).toBe(true);
    expect(passes(summary(0), `${filter} -port:80,443`)).toBe(false);
  });

  test("that asks for what judging tells passes nothing that is not judged, negated or not", () => {
    const unjudged = { ...summary(0), verdict: null, states: [], notes: [] };
    for (const key of ["outcome:complete", "start:captured", "state:closing", "note:retransmission"]) {
      expect(passes(unjudged, key), key).toBe(false);
      expect(passes(unjudged, `-${key}`), `-${key}`).toBe(false);
    }
    expect(passes(unjudged, "opening:three-way")).toBe(false);
    expect(passes(unjudged, "port:80 -port:443 shop")).toBe(true);
    expect(passes(unjudged, "complete")).toBe(false);
  });

  test("finds an outcome by its whole name or its first words, a comma meaning or", () => {
    const reset = summary(0, { outcome: "reset-by-client" });
    expect(passes(reset, "outcome:reset-by-client")).toBe(true);
    expect(passes(reset, "outcome:reset")).toBe(true);
    expect(passes(reset, "outcome:res")).toBe(false);
    expect(passes(reset, "outcome:refused,reset")).toBe(true);
    expect(passes(summary(0, { outcome: "half-open" }), "outcome:half-closed")).toBe(false);
  });

  test("takes a whole name for itself, not for the longer ones that begin with it", () => {
    const early = summary(0, { outcome: "reset-by-client-during-handshake" });
    expect(passes(early, "outcome:reset-by-client")).toBe(false);
    expect(passes(early, "outcome:reset")).toBe(true);
  });

  test("of a word of the summary line finds what that word counts", () => {
    const cut = summary(0, { startCaptured: false });
    expect(passes(cut, outcomeFilter({ outcome: "complete", startCaptured: false }))).toBe(true);
    expect(passes(cut, outcomeFilter({ outcome: "complete", startCaptured: true }))).toBe(false);
  });

  test("finds every connection that passed a state", () => {
    expect(passes(summary(0, { states: ["CLOSING"] }), "state:closing")).toBe(true);
    expect(passes(summary(0, { states: ["CLOSE-WAIT"] }), "state:CLOSING")).toBe(false);
  });

  test("finds ports exactly or by a range, hosts by the whole address or a part of the name", () => {
    expect(passes(summary(3), "port:40003")).toBe(true);
    expect(passes(summary(3), "port:4000")).toBe(false);
    expect(passes(summary(3), "port:40000-40010")).toBe(true);
    expect(passes(summary(3), "host:192.0.2")).toBe(false);
    expect(passes(summary(3), "host:192.0.2.2")).toBe(true);
    expect(passes(summary(3), "host:shop")).toBe(true);
    expect(passes(summary(3), "host:cart")).toBe(false);
  });

  test("finds an end by its side", () => {
    expect(passes(summary(3), "client:192.0.2.1 server:192.0.2.2:80")).toBe(true);
    expect(passes(summary(3), "client:192.0.2.2")).toBe(false);
    expect(passes(summary(3), "server:443")).toBe(false);
    expect(passes(summary(3), "server:80 client:40003")).toBe(true);
  });

  test("finds the last state of either end, a control bit, and the connection of a record", () => {
    const waiting = summary(3, {
      lastStates: { client: "FIN-WAIT-2", server: "CLOSE-WAIT" },
      flags: [0x02, 0x12],
    });
    expect(passes(waiting, "end:close-wait")).toBe(true);
    expect(passes(waiting, "end:established")).toBe(false);
    expect(passes(waiting, "flag:syn -flag:rst")).toBe(true);
    expect(passes(waiting, "frame:4711")).toBe(true);
    expect(passes(waiting, "frame:4712")).toBe(false);
  });

  test("compares numbers; what has none passes neither the question nor its contrary", () => {
    const slow = summary(0, { openingTime: 3 * SECOND, retransmissions: 2, segments: 12, payload: 70_000 });
    expect(passes(slow, "opening>1s opening>=3000ms opening:three-way")).toBe(true);
    expect(passes(slow, "opening:>1s retransmissions>0 segments<=12 data>64k")).toBe(true);
    expect(passes(slow, "segments > 12")).toBe(false);
    expect(passes(slow, "rtt>100ms")).toBe(false);
    expect(passes(slow, "-rtt>100ms")).toBe(false);
    expect(passes(slow, "rtt>fast")).toBe(false);
  });

  test("finds what failed by that word", () => {
    expect(passes(summary(0, { outcome: "no-answer" }), "failed")).toBe(true);
    expect(passes(summary(0, { outcome: "no-answer" }), "-outcome:failed")).toBe(false);
    expect(passes(summary(0), "failed")).toBe(false);
  });

  test("joins by and, or and not, with brackets", () => {
    const refused = summary(0, { outcome: "refused" });
    for (const filter of [
      "refused or reset",
      "port:9 or (outcome:refused and port:80)",
      "(port:9 or port:80) not outcome:complete",
      "!(port:9) && -(outcome:complete) || port:7",
      "not not port:80",
      "or port:80 or",
      "((port:80",
    ])
      expect(passes(refused, filter), filter).toBe(true);
    for (const filter of [
      "port:9 or port:80 port:7",
      "not (port:9 or port:80)",
      "(port:9 or port:80) outcome:complete",
    ])
      expect(passes(refused, filter), filter).toBe(false);
    expect(passes(refused, "(".repeat(100_000))).toBe(true);
    expect(passes(refused, `${"not ".repeat(100_001)}port:9`)).toBe(true);
  });

  test("understands display filters of Wireshark", () => {
    const late = summary(3, { retransmissions: 1, flags: [0x04], handshakeRoundTrip: 0.2 * SECOND });
    for (const filter of [
      "tcp.port == 80 && ip.addr == 192.0.2.1",
      "tcp.port in {80, 443}",
      "tcp.port in {70..90}",
      "tcp.analysis.retransmission and tcp.flags.reset",
      "tcp.flags.reset==1",
      "frame.number eq 4711",
      "tcp.analysis.initial_rtt > 0.1",
      "ip.src != 10.0.0.1",
      "!(tcp.port == 443)",
    ])
      expect(passes(late, filter), filter).toBe(true);
    for (const filter of ["tcp.flags.syn", "tcp.flags.reset == 0", "!tcp.window_size", "ip.addr == 10.0.0.1"])
      expect(passes(late, filter), filter).toBe(false);
  });

  test("asks control bits of one segment", () => {
    const refused = summary(3, { flags: [0x02, 0x14] });
    for (const filter of ["flag:syn+!ack", "flag:rst+ack", "tcp.flags.syn == 1 && tcp.flags.ack == 0"])
      expect(passes(refused, filter), filter).toBe(true);
    for (const filter of ["flag:syn+ack", "tcp.flags.syn && tcp.flags.ack", "flag:rst+!ack", "flag:none"])
      expect(passes(refused, filter), filter).toBe(false);
  });

  test("reads a filter of tcpdump", () => {
    for (const filter of [
      "host 192.0.2.1 and port http",
      "src net 192.0 and not port 443",
      "192.0.2.1.40003",
    ])
      expect(passes(summary(3), filter), filter).toBe(true);
    for (const filter of ["not port 80", "!port 80", "dst host 10.0.0.1"])
      expect(passes(summary(3), filter), filter).toBe(false);
    expect(passes(summary(3), "192.0.2.1:40003 -> 192.0.2.2:80 or 192.0.*")).toBe(true);
  });

  test("finds by notes, opening, closing and whether the start was captured", () => {
    const quiet = summary(0, { notes: ["keep-alive"], startCaptured: false });
    expect(passes(quiet, "note:keep-alive start:not-captured opening:three-way closing:four")).toBe(true);
    expect(passes(quiet, "start:captured")).toBe(false);
  });

  test("negates with a minus and joins its words by and", () => {
    expect(passes(summary(0), "port:80 -outcome:refused")).toBe(true);
    expect(passes(summary(0), "port:80 -outcome:complete")).toBe(false);
    expect(passes(summary(0), "-192.0.2.2")).toBe(false);
  });

  test("takes a word with an unknown key as free text, as in an IPv6 address", () => {
    const local = { ...summary(0), client: { address: "fe80::1", port: 5000 } };
    expect(passes(local, "fe80::1")).toBe(true);
    expect(passes(summary(0), "fe80::1")).toBe(false);
    expect(passes(summary(7), "192.0.2.1:40007")).toBe(true);
  });
});

describe("a value", () => {
  const reset = summary(0, { outcome: "reset-by-client", states: ["FIN-WAIT-1", "SYN-SENT"] });

  test("may be written with blanks in quotes of any kind, or with underscores", () => {
    expect(passes(reset, 'outcome:"reset by client"')).toBe(true);
    expect(passes(reset, "outcome:“Reset  by client”")).toBe(true);
    expect(passes(reset, 'outcome:refused,"reset by client" port:80')).toBe(true);
    expect(passes(reset, 'outcome:"reset by client')).toBe(true);
    expect(passes(reset, 'outcome:"reset by server"')).toBe(false);
    expect(passes(reset, "state:SYN_SENT")).toBe(true);
    expect(passes(reset, "outcome：reset-by-client，refused")).toBe(true);
  });

  test("may be some words of it, from the first or from within", () => {
    expect(passes(reset, "state:fin-wait")).toBe(true);
    expect(passes(reset, "outcome:client")).toBe(true);
    expect(passes(reset, "outcome:lient")).toBe(false);
  });

  test("in quotes without a key is free text with blanks", () => {
    const waiting = { ...summary(0), client: { address: "my host", port: "www" } };
    expect(passes(waiting, '"my host:www"')).toBe(true);
    expect(passes(waiting, '-"my host:ftp"')).toBe(true);
    expect(passes(summary(0), '"my host"')).toBe(false);
  });
});

describe("a term of time", () => {
  const late = { ...summary(0), start: 103 * SECOND, end: 105 * SECOND };

  test("finds what lived in the range, counted from the start of the capture", () => {
    expect(passes(late, "time:2-3.5")).toBe(true);
    expect(passes(late, "time:5.5-")).toBe(false);
    expect(passes(late, "-time:0-2")).toBe(true);
    expect(passes(late, "time:0-1,4")).toBe(true);
    expect(passes(late, "time:soon")).toBe(false);
  });

  test("is read from a filter, put into it and taken out of it", () => {
    expect(timeRangeOf("port:80 time:2-3", null, null)).toEqual({ from: 2, to: 3 });
    expect(timeRangeOf("port:80 -time:2-3", null, null)).toBeNull();
    expect(timeRangeOf("time:2-3 time:5-6", null, null)).toBeNull();
    expect(withTimeRange("port:80 time:2-3 refused", { from: 1, to: 1.5 }, null)).toBe(
      "port:80 refused time:1-1.5",
    );
    expect(withTimeRange("TIME:2-3 -time:4", null, null)).toBe("-time:4");
  });
});

describe("a name", () => {
  const found = (filter: string): number[] => [0, 1, 2, 3, 4].filter((id) => passes(summary(id), filter));

  test("is found by a part, in any case, by its key and as free text", () => {
    expect(found("name:CART.example")).toEqual([1, 3]);
    expect(found("name:curl,h2")).toEqual([1, 2, 3]);
    expect(found("cart")).toEqual([1, 3]);
    expect(found("-name:cart")).toEqual([0, 2, 4]);
    expect(found("name:nobody")).toEqual([]);
  });
});
