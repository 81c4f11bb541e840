import { describe, expect, test } from "vitest";
import { FIN } from "../../segments/flags.ts";
import { compactExchange } from "../../testing/compact-exchange.ts";

function positionsWhere(length: number, holds: (row: number) => boolean): number[] {
  return Array.from({ length }, (_, row) => row + 1).filter((position) => holds(position - 1));
}

/** `[exchange, positions, why]` */
const DROPPED: readonly (readonly [string, readonly number[], string])[] = [
  ["cS sS. c. cP+5 s.", [4], "without the ACK flag a segment brings nothing"],
  ["cS sS. c. cR", [], "a RST needs none"],
  ["cS cS sS. c.", [], "nor does a SYN"],
  ["cS s.@77/500 cR@500 ~1 cS@0 sS. c.", [2], "in SYN-SENT nothing of another connection counts"],
  ["cS s.@=500001/=1000", [2], "ISS itself acknowledges no SYN"],
  ["cS s.@=500001/=1001", [], "ISS+1 does; its SYN,ACK may not be captured"],
  ["cS sS. s.@1/9 c.", [3], "nothing was sent that far"],
  ["cS s.@=500001/=1301 cP.@1+300/=500001", [], "the client sends that far later: the capture is late"],
  ["cS s.@=500001/=1301 ~1 cS@0 cP.@1+300/=500001", [2], "but it repeats its SYN yet"],
  ["cS s.@=500001/=1301 sS.@=500000/=1001 cP.@1+300/=500001", [2], "but the server answers its SYN yet"],
  ["cS sS. c. s.@1/301 cP.@1+300", [], "beyond SYN-SENT the capture may miss what it acknowledges"],
  ["cS s.@=500001/=1001 sS@=500000 cS.@0/=500001", [2], "its sender sends a SYN yet, so it answered none"],
  ["cS cF. s.@=9/=1001", [], "an end that sends a FIN is not in SYN-SENT"],
  ["mid c. s.@1/900 c.", [], "without a captured SYN nobody is known to be"],
];

describe("what its receiver must drop (RFC 9293 sections 3.10.7.3 and 3.10.7.4)", () => {
  test.each(DROPPED)("%s: %j (%s)", (compact, expected) => {
    const { length, isDropped } = compactExchange(compact);
    expect(positionsWhere(length, (row) => isDropped[row] === 1)).toEqual(expected);
  });
});

const VOID: typeof DROPPED = [
  ["cS sS. c. cF. s.", [], "nothing else has its number"],
  ["cS sS. c. cF. cP.@1+5 s./6", [4], "the peer acknowledges more: it took the data"],
  ["cS sS. c. sF. sP.@1+5 c./6", [4], "the same of the server"],
  ["cS sS. c. cF. ~1 cF.@1 cP.@1+5 s./6", [4, 5], "each copy of it"],
  ["cS sS. c. cF.+3 cP.@4+5 s./9", [4], "a FIN behind data"],
  [
    "cS sS. c. cF. s. cP.@1+5 s./2",
    [],
    "the peer took the FIN and ignores what follows (3.10.7.4, seventh check)",
  ],
  ["cS sS. c. cF. s. cP.@1+5 s./3", [4], "it took the data after all: what it acknowledged was an octet"],
  ["cS sS. c. cP.+5 s. cF.@1 s./6", [6], "the data there was acknowledged before"],
  ["cS sS. c. cF. cP.@1+1 s./2", [], "a single octet may be that of a keep-alive"],
  ["cS sS. c. cF. cP.@1+2 s./3", [4], "two octets are data"],
  ["cS sS. c. cP.+5 s. cF.@6 s. c.@6+1 s.", [], "a keep-alive behind the FIN has its number"],
];

describe("a FIN at the number of data that the peer took", () => {
  test.each(VOID)("%s: %j (%s)", (compact, expected) => {
    const { length, columns, flags } = compactExchange(compact);
    const isVoid = (row: number): boolean => (columns.flags[row] & ~flags[row] & FIN) !== 0;
    expect(positionsWhere(length, isVoid)).toEqual(expected);
  });

  test("leaves its data, which ends before it", () => {
    const { start, end, isDropped } = compactExchange("cS sS. c. cF.+3 cP.@4+5 s./9");
    expect([end[3] - start[3], isDropped[3]]).toEqual([3, 0]);
  });

  test("is dropped whole where nothing else is in the segment", () => {
    const { start, end, isDropped, flags } = compactExchange("cS sS. c. cF. cP.@1+5 s./6");
    expect([end[3] - start[3], isDropped[3], flags[3] & FIN]).toEqual([0, 1, 0]);
  });

  test("is no first copy of another", () => {
    expect(compactExchange("cS sS. c. cF. ~1 cF.@1 cP.@1+5 s./6").copyOf[4]).toBe(0);
  });
});
