import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { readText } from "../../testing/printed-segments.ts";
import { analyseConnection } from "../analyse-connection.ts";
import { ConnectionGrouping } from "../connections/group-connections.ts";
import { assignSockets } from "./assign-sockets.ts";
import { placeSockets } from "./place-sockets.ts";

/** What is said of each connection of a text: `position end state verdict`; then the lines that fit none. */
function placed(text: string): {
  readonly of: readonly (readonly string[])[];
  readonly fitNone: readonly number[];
} {
  const { table, report } = readText(text);
  const connections = new ConnectionGrouping(table).finish();
  const { of, fitNone } = assignSockets(table, connections, report.sockets);
  return {
    of: Array.from({ length: connections.length }, (_, id) => {
      const analysis = analyseConnection(table, connections, id);
      return placeSockets(analysis, of(present(connections.at(id), "the connection"))).map(
        ({ position, side, observation: { state, from }, verdict, expected }) =>
          `${position} ${side ?? "middlebox"} ${from === null ? "" : `${from}>`}${state} ${verdict}${
            verdict === "contradicts" ? ` ${expected.join(" or ")}` : ""
          }`,
      );
    }),
    fitNone: fitNone.map(({ line }) => line),
  };
}

const ARTICLE = readFileSync("e2e/captures/article-with-netstat.txt", "utf8");

test("the seven rows of netstat in the article stand in three blocks, and agree", () => {
  const { of, fitNone } = placed(ARTICLE);
  expect(of[0]).toEqual([
    "0 server LISTEN agrees",
    "3 server LISTEN agrees",
    "3 client ESTABLISHED agrees",
    "3 server ESTABLISHED agrees",
    "7 server LISTEN agrees",
    "7 client FIN-WAIT-2 agrees",
    "7 server CLOSE-WAIT agrees",
  ]);
  // The server had ended when the second connection was refused.
  expect(of[1]).toEqual(Array.from({ length: 3 }, () => "0 server LISTEN untold"));
  expect(fitNone).toEqual([]);
});

test("a row that contradicts says what the segments show instead", () => {
  const { of } = placed(ARTICLE.replace("ESTABLISHED 65633/client", "SYN_SENT 65633/client"));
  expect(of[0]).toContain("3 client SYN-SENT contradicts ESTABLISHED");
});

const HANDSHAKE = `12:49:33.100000 IP 192.0.2.10.63446 > 198.51.100.1.80: Flags [S], seq 1, win 9, length 0
12:49:33.200000 IP 198.51.100.1.80 > 192.0.2.10.63446: Flags [S.], seq 7, ack 2, win 9, length 0
12:49:33.300000 IP 192.0.2.10.63446 > 198.51.100.1.80: Flags [.], ack 8, win 9, length 0
12:49:40.000000 IP 192.0.2.10.63446 > 198.51.100.1.80: Flags [F.], seq 2, ack 8, win 9, length 0
12:49:40.100000 IP 198.51.100.1.80 > 192.0.2.10.63446: Flags [.], ack 3, win 9, length 0`;

describe("a change that tcpstates tells", () => {
  test("stands at its time, among the lines of the same second where the segments make it", () => {
    const { of } = placed(`${HANDSHAKE}
12:49:33 ffff9fd7e8192000 1 curl 192.0.2.10 0 198.51.100.1 80 CLOSE -> SYN_SENT 0.000
12:49:33 ffff9fd7e8192000 1 curl 192.0.2.10 63446 198.51.100.1 80 SYN_SENT -> ESTABLISHED 1.373
12:49:40 ffff9fd7e8192000 1 curl 192.0.2.10 63446 198.51.100.1 80 ESTABLISHED -> FIN_WAIT1 9
12:49:40 ffff9fd7e8192000 1 curl 192.0.2.10 63446 198.51.100.1 80 FIN_WAIT1 -> FIN_WAIT2 9`);
    expect(of[0]).toEqual([
      "1 client CLOSED>SYN-SENT agrees",
      "2 client SYN-SENT>ESTABLISHED agrees",
      "4 client ESTABLISHED>FIN-WAIT-1 agrees",
      "5 client FIN-WAIT-1>FIN-WAIT-2 agrees",
    ]);
  });

  test("that no segment shows contradicts", () => {
    const { of } = placed(`${HANDSHAKE}
ffff9fd7e8192000 1 sshd 198.51.100.1 80 192.0.2.10 63446 CLOSE_WAIT -> LAST_ACK 9`);
    expect(of[0]).toEqual(["5 server CLOSE-WAIT>LAST-ACK contradicts CLOSE-WAIT"]);
  });
});

test("what a middlebox says is of neither end, and judged by nothing", () => {
  const { of } = placed(`${HANDSHAKE}
    [NEW] tcp      6 120 SYN_SENT src=192.0.2.10 dst=198.51.100.1 sport=63446 dport=80 [UNREPLIED] src=198.51.100.1 dst=192.0.2.10 sport=80 dport=63446`);
  expect(of[0]).toEqual(["5 middlebox SYN_SENT untold"]);
});

test("a listening socket belongs to every connection to its port, another one to its incarnation, a strange one to none", () => {
  const one = HANDSHAKE;
  const { of, fitNone } = placed(`${one}
tcp 0 0 192.0.2.10:63446 198.51.100.1:80 FIN_WAIT2 -
12:49:50.000000 IP 192.0.2.11.5000 > 198.51.100.1.80: Flags [S], seq 1, win 9, length 0
tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN -
tcp 0 0 192.0.2.11:5000 198.51.100.1:80 SYN_SENT -
tcp 0 0 192.0.2.99:5000 198.51.100.1:80 ESTABLISHED -
tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN -`);
  expect(of).toEqual([
    ["5 client FIN-WAIT-2 agrees", "5 server LISTEN agrees"],
    ["1 server LISTEN untold", "1 client SYN-SENT agrees"],
  ]);
  expect(fitNone).toEqual([10, 11]);
});
