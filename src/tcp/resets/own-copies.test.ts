import { describe, expect, test } from "vitest";
import { analyseText } from "../../testing/story.ts";
import { prepareExchange } from "../exchange/exchange.ts";
import { judgeCopies } from "./own-copies.ts";

/** What a segment says: client or server, tcpdump's flags, its sequence number; `TSval` where it has timestamps. */
const SEGMENTS: Record<string, readonly [string, string]> = {
  SYN: ["c", "[S], seq 1000, win 64240"],
  "SYN,ACK": ["s", "[S.], seq 5000, ack 1001, win 64240"],
  "other SYN,ACK": ["s", "[S.], seq 9000, ack 1001, win 64240"],
  "server SYN": ["s", "[S], seq 5000, win 64240"],
  "client SYN,ACK": ["c", "[S.], seq 1000, ack 5001, win 64240"],
  ACK: ["c", "[.], seq 1001, ack 5001, win 64240"],
  "server ACK": ["s", "[.], seq 5002, ack 1001, win 64240"],
  "server FIN": ["s", "[F.], seq 5001, ack 1001, win 64240"],
  "server RST with FIN": ["s", "[FR.], seq 5001, ack 1001, win 64240"],
};

type Row = readonly [milliseconds: number | null, segment: string, stamp?: number];

async function copiesOf(rows: readonly Row[]) {
  const lines = rows.map(([milliseconds, segment, stamp]) => {
    const [from, words] = SEGMENTS[segment] ?? ["", ""];
    const [own, peer] = from === "c" ? ["10.0.0.1.40000", "10.0.0.2.80"] : ["10.0.0.2.80", "10.0.0.1.40000"];
    const time = milliseconds === null ? "" : `${new Date(milliseconds).toISOString().slice(11, 23)}000 `;
    const options = stamp === undefined ? "" : `, options [nop,nop,TS val ${stamp} ecr 0]`;
    return `${time}IP ${own} > ${peer}: Flags ${words}${options}, length 0`;
  });
  const [analysis, ...others] = await analyseText(lines.join("\n"));
  if (analysis === undefined || others.length > 0) throw new Error("not one connection");
  const { segments, connection } = analysis;
  const copies = judgeCopies(prepareExchange(segments, connection.clientDirection, false));
  return { causes: rows.map((_, row) => copies.causeOf(row)), lastSyn: copies.lastSyn };
}

async function causeOfLast(...rows: Row[]) {
  return (await copiesOf(rows)).causes.at(-1);
}

describe("without timestamps", () => {
  test("a SYN that comes after a second was sent again (RFC 6298 rule 2.1), one that comes sooner was not", async () => {
    expect(await causeOfLast([0, "SYN"], [1000, "SYN"])).toBe("timer");
    expect(await causeOfLast([0, "SYN"], [300, "SYN"])).toBe("network");
  });

  test("a FIN that comes after the shortest timer was sent again, one that comes sooner was not", async () => {
    const opening: Row[] = [
      [0, "SYN"],
      [10, "SYN,ACK"],
      [20, "ACK"],
      [100, "server FIN"],
    ];
    expect(await causeOfLast(...opening, [350, "server FIN"])).toBe("timer");
    expect(await causeOfLast(...opening, [150, "server FIN"])).toBe("network");
    expect(await causeOfLast(...opening, [290, "server ACK"], [350, "server FIN"])).toBe("timer");
  });

  test("a SYN,ACK that comes too soon for the timer answers a SYN that had no answer yet, if there is one", async () => {
    const opening: Row[] = [
      [0, "SYN"],
      [500, "SYN,ACK"],
    ];
    expect(await causeOfLast(...opening, [1000, "SYN"], [1010, "SYN,ACK"])).toBe("answer");
    expect(await causeOfLast(...opening, [1010, "SYN,ACK"])).toBe("network");
    expect(await causeOfLast(...opening, [1510, "SYN,ACK"])).toBe("timer");
    expect(await causeOfLast(...opening, [1000, "SYN"], [1510, "SYN,ACK"])).toBe("timer");
  });

  test("and without times a copy is its sender's", async () => {
    expect(await causeOfLast([null, "SYN"], [null, "SYN"])).toBe("timer");
    expect(await causeOfLast([null, "SYN"], [null, "SYN,ACK"], [null, "SYN,ACK"])).toBe("timer");
  });
});

describe("with timestamps a retransmission has a new TSval (RFC 7323 section 3.2)", () => {
  test("however soon a SYN or a FIN comes again", async () => {
    expect(await causeOfLast([0, "SYN", 100], [300, "SYN", 400])).toBe("timer");
    const opening: Row[] = [
      [0, "SYN", 100],
      [10, "SYN,ACK", 900],
      [20, "ACK", 120],
      [100, "server FIN", 990],
    ];
    expect(await causeOfLast(...opening, [150, "server FIN", 1040])).toBe("timer");
  });

  test("so one with the TSval of before is the network's, however late", async () => {
    expect(await causeOfLast([0, "SYN", 100], [1000, "SYN", 100])).toBe("network");
    expect(await causeOfLast([0, "SYN", 100], [10, "SYN,ACK", 900], [1010, "SYN,ACK", 900])).toBe("network");
  });

  test("and a SYN,ACK with a new one, too soon for the timer, answers a SYN, captured or not", async () => {
    expect(await causeOfLast([0, "SYN", 100], [10, "SYN,ACK", 900], [510, "SYN,ACK", 1400])).toBe("answer");
    expect(await causeOfLast([0, "SYN", 100], [10, "SYN,ACK", 900], [1010, "SYN,ACK", 1900])).toBe("timer");
  });

  test("which tells nothing where only one of the two has the option", async () => {
    expect(await causeOfLast([0, "SYN", 100], [300, "SYN"])).toBe("network");
    expect(await causeOfLast([0, "SYN"], [300, "SYN", 100])).toBe("network");
    expect(await causeOfLast([0, "SYN", 100], [1000, "SYN"])).toBe("timer");
  });
});

test("no copy is what differs: a SYN,ACK with a new ISN, a plain ACK, a RST that carries a FIN", async () => {
  expect(await causeOfLast([0, "SYN"], [10, "SYN,ACK"])).toBeNull();
  expect(await causeOfLast([0, "SYN"], [10, "SYN,ACK"], [1500, "other SYN,ACK"])).toBeNull();
  const opening: Row[] = [
    [0, "SYN"],
    [10, "SYN,ACK"],
    [20, "ACK"],
  ];
  expect(await causeOfLast(...opening, [500, "ACK"])).toBeNull();
  expect(await causeOfLast(...opening, [600, "server FIN"], [900, "server RST with FIN"])).toBeNull();
});

describe("in a simultaneous open (RFC 9293 figure 7)", () => {
  test("the first SYN,ACK of each end answers the other's SYN", async () => {
    const rows: Row[] = [
      [0, "SYN"],
      [1, "server SYN"],
      [30, "client SYN,ACK"],
      [31, "SYN,ACK"],
    ];
    expect((await copiesOf(rows)).causes).toEqual([null, null, "answer", "answer"]);
  });

  test("and is sent by the timer where the other's SYN was answered before", async () => {
    const rows: Row[] = [
      [0, "SYN"],
      [1, "server SYN"],
      [30, "client SYN,ACK"],
      [530, "client SYN,ACK"],
      [1530, "client SYN,ACK"],
    ];
    expect((await copiesOf(rows)).causes).toEqual([null, null, "answer", "network", "timer"]);
  });
});

test("the last SYN of an end is the last that it sent itself", async () => {
  expect(
    (
      await copiesOf([
        [0, "SYN"],
        [1000, "SYN"],
        [1100, "SYN"],
      ])
    ).lastSyn,
  ).toEqual([1, -1]);
  expect(
    (
      await copiesOf([
        [0, "SYN"],
        [1, "server SYN"],
        [1001, "server SYN"],
      ])
    ).lastSyn,
  ).toEqual([0, 2]);
  expect(
    (
      await copiesOf([
        [0, "SYN"],
        [10, "SYN,ACK"],
      ])
    ).lastSyn,
  ).toEqual([0, -1]);
});
