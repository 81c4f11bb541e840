import { describe, expect, test } from "vitest";
import { summary } from "../testing/connection-summaries.ts";
import { filterTest, timeRangeOf, withTimeRange } from "./connection-filter.ts";
import { parseFilter } from "./filter-language.ts";
import type { ConnectionSummary } from "./opened-capture.ts";
import { outcomeFilter } from "./outcome-filter.ts";

const SECOND = 1e9;
const GROUND = {
  hostNames: new Map([["192.0.2.2", "Shop.Example"]]),
  captureStart: 100 * SECOND,
  words: null,
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

  test("finds ports exactly, hosts by a part of address or name", () => {
    expect(passes(summary(3), "port:40003")).toBe(true);
    expect(passes(summary(3), "port:4000")).toBe(false);
    expect(passes(summary(3), "host:192.0.2")).toBe(true);
    expect(passes(summary(3), "host:shop")).toBe(true);
    expect(passes(summary(3), "host:cart")).toBe(false);
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
    expect(timeRangeOf("port:80 time:2-3", null)).toEqual({ from: 2, to: 3 });
    expect(timeRangeOf("port:80 -time:2-3", null)).toBeNull();
    expect(timeRangeOf("time:2-3 time:5-6", null)).toBeNull();
    expect(withTimeRange("port:80 time:2-3 refused", { from: 1, to: 1.5 }, null)).toBe(
      "port:80 refused time:1-1.5",
    );
    expect(withTimeRange("TIME:2-3 -time:4", null, null)).toBe("-time:4");
  });
});
