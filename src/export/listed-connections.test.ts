import { expect, test } from "vitest";
import { connectionsCsv, connectionsJson, type ListedConnection } from "./listed-connections.ts";

const TIME_BASE = { kind: "epoch", origin: BigInt(Date.parse("2026-03-10T10:00:00Z")) * 1_000_000n } as const;
const REFUSED: ListedConnection = {
  id: 7,
  client: { address: "192.0.2.1", port: 40000 },
  server: { address: "=cmd()", port: "http" },
  segments: 2,
  start: 5e8,
  end: 15e8,
  verdict: {
    outcome: "refused",
    startCaptured: true,
    opening: "syn-only",
    closing: "rst",
    firstCloser: null,
    payload: { client: 0, server: 0 },
    retransmissions: { client: 1, server: 0 },
    handshakeRoundTrip: { duration: 2e7 },
    openingTime: null,
    zeroWindow: 25e7,
  },
  lastStates: { client: "CLOSED", server: null },
  syns: 2,
  notes: ["syn-retransmission", "rst-refused"],
};

test("the list as CSV has every figure under a fixed name", () => {
  const [head, row, ...more] = connectionsCsv([REFUSED], TIME_BASE).split("\r\n");
  expect(more).toEqual([""]);
  expect(head).toBe(
    "connection,client_address,client_port,server_address,server_port,start,start_seconds,duration_seconds,segments," +
      "outcome,start_captured,opening,closing,first_closer,syns_sent,opening_seconds,handshake_round_trip_seconds,client_octets," +
      "server_octets,client_retransmissions,server_retransmissions,zero_window_seconds,client_last_state," +
      "server_last_state,notes",
  );
  expect(row).toBe(
    "7,192.0.2.1,40000,'=cmd(),http,2026-03-10 10:00:00.500000,0.000000,1.000000,2,refused,true,syn-only,rst,,2,," +
      "0.020000,0,0,1,0,0.250000,CLOSED,,syn-retransmission rst-refused",
  );
});

test("an empty list still names its columns", () => {
  expect(connectionsCsv([], TIME_BASE)).toMatch(/^connection,client_address,.*,notes\r\n$/u);
  expect(connectionsJson([], TIME_BASE)).toBe("");
});

test("the list as JSON lines says null where nothing is known", () => {
  const lines = connectionsJson(
    [REFUSED, { ...REFUSED, id: 8, verdict: null, start: Number.NaN }],
    TIME_BASE,
  );
  const [one, other] = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(one).toMatchObject({
    connection: 7,
    server_address: "=cmd()",
    start_seconds: 0,
    opening_seconds: null,
  });
  expect(other).toMatchObject({ connection: 8, start: null, outcome: "not-judged-yet", client_octets: null });
});
