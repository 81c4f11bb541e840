import { describe, expect, test } from "vitest";
import { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { exchangeOf } from "../../testing/lab-exchange.ts";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import type { Connection } from "../connection.ts";
import { ConnectionGrouping } from "./group-connections.ts";

function group(table: SegmentTable): readonly Connection[] {
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return grouping.connections;
}

/** Which segments (1-based) form each connection, and why it begins. */
function groups(compact: string): string[] {
  return group(compactTable(compact)).map(
    ({ rows, why }) => `${why}: ${Array.from(rows, (row) => row + 1).join(" ")}`,
  );
}

const CLOSED = "cS sS. c. cF. sF. c.";

const OPEN = "cS sS. c. cP.+10 s.";

describe("a RST ends something only where it has to be accepted (RFC 9293 section 3.10.7)", () => {
  test.each([
    ["cS sR ~1 cS sS. c.", "in SYN-SENT without an acknowledgment it is dropped"],
    ["cS sR./=77 ~1 cS sS. c.", "as with one of something else"],
    ["cS sS. cR ~1 cS sS.* cR ~2 cS sS.* cR", "a client that tries on was still in SYN-SENT"],
    ["cS ~1 cR@1 cS sS. c.", "though nobody had answered"],
    ["cS cR@=900000 cS sS. c.", "a RST outside the window is of an older connection"],
    [
      "cS sS. c. cR@=90000000 ~1 cS s. cP.@1+5 s.",
      "of an open connection it lets a late copy of the SYN be one",
    ],
  ])("%s is one connection: %s", (compact) => {
    expect(groups(compact)).toHaveLength(1);
  });

  test.each([
    ["cS sR. ~0.5 cS sR.", "refused, and tried again"],
    ["cS sS. c. sR. ~0.5 cS sS.* c.", "reset by the server"],
    ["cS:id7 sR. ~0.5 cS:id8 sR.", "in a new datagram"],
  ])("%s is two: %s", (compact) => {
    expect(groups(compact)).toHaveLength(2);
  });

  test.each([
    ["cS:id7 sR. ~0.5 cS:id7 sR.", "the same datagram, by its identification"],
    ["cS:id7 ~1 cS:id8 ~0.1 sR. ~0.5 cS:id8", "as any copy of the SYN before"],
    ["cS sR. ~0.1 cS sR.", "sooner than any host tries again"],
  ])("%s is one refused attempt, doubled by the network: %s", (compact) => {
    expect(groups(compact)).toHaveLength(1);
  });
});

describe("a number belongs to the connection that it fits", () => {
  test("a SYN,ACK to the attempt whose SYN it acknowledges, and so the RST that rejects it (figure 8)", () => {
    expect(groups("cS ~1 cS ~1 cS* ~0.1 sS.*/=1001 cR@=1001 sS.* c.")).toEqual([
      "first: 1 2 4 5",
      "reuse-while-open: 3 6 7",
    ]);
  });

  test("what follows a stray SYN to the open connection, however close its number", () => {
    // In flight 1011 to 1031; the stray SYN has 1040, 1025 and 1011.
    for (const stray of ["1040", "1025", "1011"]) {
      expect(groups(`${OPEN} cP.+10 cP.+10 cS@=${stray} s./=1021 cP.@=1041+10 s./=1031`)).toHaveLength(1);
    }
  });

  test("a SYN of the end that has answered one is stray, too", () => {
    expect(groups(`${OPEN} ~5 sS*@=500001 c.@=1011/=500001 cF.@=1011/=500001 sF.@=500001 c.`)).toHaveLength(
      1,
    );
    expect(groups(`${OPEN} ~5 sS*@=700000 c.@=1011/=500001 sP.@=500001+5/=1011 c.`)).toHaveLength(1);
  });

  test("so is a SYN,ACK, however close its number; behind it the connection goes on", () => {
    for (const stray of ["9500000", "400000", "600000"]) {
      const goesOn = "c.@=1011/=500001 cP.@=1011+5/=500001 s.@=500001/=1016";
      expect(groups(`${OPEN} sS.@=${stray}/=7777777 ${goesOn}`)).toHaveLength(1);
    }
  });

  test("one among hundreds of stray SYNs takes no row from the open connection", () => {
    const strays = Array.from({ length: 300 }, (_, i) => `cS@=${20_000_000 * (i + 1)}`).join(" ");
    expect(groups(`${OPEN} ${strays} cP.@=1011+5/=500001 s./=1016 cP.@=1016+5/=500001`)).toHaveLength(1);
  });

  test("a late segment of the one before to that, though the next is open", () => {
    expect(groups(`${CLOSED} ~5 cS*@=90000000 sS.*@=190000000 c. sF.@=500001/=1002 cP.+5`)).toEqual([
      "first: 1 2 3 4 5 6 10",
      "reuse-in-time-wait: 7 8 9 11",
    ]);
  });
});

test("a handshake that the server splits into ACK and SYN is one simultaneous open (RFC 9293 figure 7)", () => {
  expect(groups("cS s.@=400000/=1001 sS@=500000 cS.@0/1 s.@=500001 cP.+5 s.")).toEqual([
    "first: 1 2 3 4 5 6 7",
  ]);
});

describe("when a segment begins a new connection", () => {
  test("a SYN with the same number repeats the attempt", () => {
    expect(groups("cS ~1 cS ~2 cS sS. c.")).toEqual(["first: 1 2 3 4 5"]);
  });

  test("after a refusal it is a new attempt, also with the same number", () => {
    expect(groups("cS sR. ~0.5 cS sR.")).toEqual(["first: 1 2", "same-isn-again: 3 4"]);
  });

  test("a SYN against a SYN opens the same connection from the other side", () => {
    expect(groups("cS sS cS. sS.@0/1")).toEqual(["first: 1 2 3 4"]);
  });

  test("a SYN may be captured behind its answer", () => {
    expect(groups("sS.@0/=1001 cS@=1000 c.")).toEqual(["first: 1 2 3"]);
  });

  test("a SYN with another number always is a new attempt", () => {
    expect(groups(`${CLOSED} ~2 cS* sS. c.`)).toEqual(["first: 1 2 3 4 5 6", "reuse-in-time-wait: 7 8 9"]);
    expect(groups(`${CLOSED} ~70 cS* sS. c.`)).toEqual(["first: 1 2 3 4 5 6", "reuse-after-close: 7 8 9"]);
    expect(groups("cS sS. c. cR. ~1 cS* sS. c.")).toEqual(["first: 1 2 3 4", "reuse-after-close: 5 6 7"]);
    expect(groups("cS sS. cS* sS. c.")).toEqual(["first: 1 2", "reuse-while-open: 3 4 5"]);
  });

  test("the other end may open it", () => {
    const [, again] = group(compactTable(`${CLOSED} ~5 sS* cS. s.`));
    expect(again?.client).toEqual({ address: "10.0.0.2", port: 80 });
    expect(again?.previous).toBe(0);
  });

  test("unless the old connection goes on: then the SYN is a stray one", () => {
    expect(
      groups("cS sS. c. cP.+10 s. ~5 cS*@=1050 s.@=500001/=1011 cP.@=1011+5/=500001 s.@=500001/=1016"),
    ).toEqual(["first: 1 2 3 4 5 6 7 8 9"]);
  });

  test("answers to the old connection belong to it, also behind the new SYN", () => {
    expect(groups("cS sS. c. cP.+10 s. ~60 cS* s.@=500001/=1011 cR@=1011 ~0.02 cS sS. c.")).toEqual([
      "first: 1 2 3 4 5 7 8",
      "reuse-while-open: 6 9 10 11",
    ]);
  });

  test("a SYN,ACK with another number is a new attempt of the server in the same connection", () => {
    expect(groups("cS sS./=77 cR ~1 cS sS.* c.")).toEqual(["first: 1 2 3 4 5 6"]);
  });

  test("a SYN,ACK after the end, or from a server that had gone on, has a SYN that was not captured", () => {
    expect(groups(`${CLOSED} ~9 sS.*@=70000/=60001 c./=70001`)).toEqual([
      "first: 1 2 3 4 5 6",
      "syn-not-captured: 7 8",
    ]);
    expect(groups("sS.@0/=1001 s.@1/=1006 ~9 sS.*@=70000/=60001 s./=60001")).toEqual([
      "first: 1 2",
      "syn-not-captured: 3 4",
    ]);
  });

  test("numbers that jump belong to a new connection after the end, to the same one before", () => {
    const jump = "~300 cP.@=90000000+5/=80000000 s.@=80000000/=90000005";
    expect(groups(`${CLOSED} ${jump}`)).toEqual(["first: 1 2 3 4 5 6", "mid-stream: 7 8"]);
    expect(groups(`cS sS. c. cP.+5 s. ${jump}`)).toEqual(["first: 1 2 3 4 5 6 7"]);
  });

  test("TIME-WAIT lasts for a minute", () => {
    expect(groups(`${CLOSED} ~59.99 cS* sS. c.`)[1]).toBe("reuse-in-time-wait: 7 8 9");
    expect(groups(`${CLOSED} ~60 cS* sS. c.`)[1]).toBe("reuse-after-close: 7 8 9");
  });

  test("an end that alone has closed leaves the connection open", () => {
    expect(groups("cS sS. c. cF. s. cS*")).toEqual(["first: 1 2 3 4 5", "reuse-while-open: 6"]);
    expect(groups("mid cP.+10 s. cF. cS*")).toEqual(["first: 1 2 3", "reuse-while-open: 4"]);
    expect(groups("mid cP.+10 s. cF. sS.*")).toEqual(["first: 1 2 3", "syn-not-captured: 4"]);
  });

  test("a SYN,ACK with another number while the connection is open is not believed", () => {
    expect(groups("cS sS. c. cP.+10 s. sS.*/=77 cR.")).toEqual(["first: 1 2 3 4 5", "syn-not-captured: 6 7"]);
    expect(groups("cS sS. c. cP.+10 sS.*/=77 cR.")).toEqual(["first: 1 2 3 4 5 6"]);
  });

  test("a SYN one number before the first segment of its sender was captured late", () => {
    expect(groups("mid c. cS s.")).toEqual(["first: 1 2 3"]);
    expect(groups("mid s. cS c.")).toEqual(["first: 1 2 3"]);
    expect(groups("mid c. cS@7 s./1")).toEqual(["first: 1 3", "reuse-while-open: 2"]);
    expect(groups("mid s. cS@7 c.@1")).toEqual(["first: 1 2 3"]);
  });

  test("a late FIN of the closed connection still belongs to it", () => {
    expect(groups(`${CLOSED} ~1 sF.@1 c.`)).toEqual(["first: 1 2 3 4 5 6 7 8"]);
  });
});

describe("roles", () => {
  function roleOf(compact: string, more: SegmentTableBuilder = compactTable(compact)): string {
    const [connection] = group(more);
    return `${connection?.client.port} ${connection?.roleBasis}`;
  }

  test("the sender of the SYN is the client, or else the receiver of the SYN,ACK", () => {
    expect(roleOf("cS sS.")).toBe("40000 SYN");
    expect(roleOf("sS.@0/=1001 c.")).toBe("40000 SYN-ACK");
    expect(roleOf("sS cS")).toBe("80 SYN");
  });

  test("without a SYN the ports tell", () => {
    expect(roleOf("ports=50000,22 mid s.+5")).toBe("50000 well-known-port");
    expect(roleOf("ports=443,51000 mid c.+10")).toBe("51000 well-known-port");
    expect(roleOf("ports=4000,5432 mid c.+5")).toBe("4000 service-port");
    expect(roleOf("ports=50000,4000 mid s.+5")).toBe("50000 ephemeral-port");
    expect(roleOf("ports=50000,50001 mid c.+5")).toBe("50001 lower-port");
    expect(roleOf("ports=5000,5000 mid s.+5")).toBe("5000 first-sender");
  });

  test("an end that serves two peers is the server, whatever its port", () => {
    expect(roleOf("ports=50001,443 mid c.+5")).toBe("50001 well-known-port");
    expect(roleOf("ports=50001,443 mid c.+5 ports=50001,444 mid c.+5")).toBe("443 shared-endpoint");
  });

  test("one socket connected to itself is both ends", () => {
    const table = new SegmentTableBuilder();
    const self = { address: "127.0.0.1", port: 47136 };
    const flow = table.flows.internEndpoints(self, self);
    table.append({
      frame: 1,
      time: 0n,
      flow,
      sequenceNumber: 1,
      acknowledgmentNumber: 0,
      payloadLength: 0,
      window: 1,
      flags: 2,
    });
    expect(group(table)[0]?.isSelfConnect).toBe(true);
    expect(group(compactTable("cS"))[0]?.isSelfConnect).toBe(false);
  });
});

test("rows taken in one by one are grouped like rows taken in at once", () => {
  const describeAll = (connections: readonly Connection[]): string[] =>
    connections.map(({ id, rows, why, next, previous }) =>
      [id, rows.join(" "), why, next, previous].join("|"),
    );
  const tables = [
    ...STATE_CASES.map(tableOfCase),
    ...Array.from({ length: 50 }, (_, seed) => exchangeOf(seed).table),
  ];
  for (const whole of tables) {
    let length = 0;
    const growing = new Proxy(whole, {
      get: (table, name) => (name === "length" ? length : (Reflect.get(table, name) as unknown)),
    });
    const grouping = new ConnectionGrouping(growing);
    for (length = 0; length < whole.length; length++) grouping.advance();
    grouping.finish();
    expect(describeAll(grouping.connections)).toEqual(describeAll(group(whole)));
  }
});

test("every row belongs to exactly one connection, and connections stand in order of their first row", () => {
  const table = compactTable(
    "cS sS. c. ports=1,2 cS ports=3,4 mid c.+5 ports=40000,80 cS* sS. c. ports=1,2 cS sS.",
  );
  const connections = group(table);
  const rows = connections.flatMap((connection) => [...connection.rows]).toSorted((a, b) => a - b);
  expect(rows).toEqual(Array.from({ length: table.length }, (_, row) => row));
  const firsts = connections.map((connection) => connection.rows[0] ?? -1);
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
});
