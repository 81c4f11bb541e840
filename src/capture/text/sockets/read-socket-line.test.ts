import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatEndpoint } from "../../../segments/endpoint.ts";
import type { SocketObservation } from "../../../segments/socket-observation.ts";
import { readText } from "../../../testing/printed-segments.ts";
import { readSocketLine } from "./read-socket-line.ts";

/** `tool local peer from>state time`. */
function said({
  tool,
  local,
  peer,
  from,
  state,
  time,
}: Pick<SocketObservation, "tool" | "local" | "peer" | "from" | "state" | "time">): string {
  const states = from === null ? state : `${from}>${state}`;
  const at = time === null ? "" : ` ${time.base} ${time.nanoseconds} ±${time.unit}`;
  return `${tool} ${formatEndpoint(local)} ${formatEndpoint(peer)} ${states}${at}`;
}

test.each([
  [
    "tcp        0      0 127.0.0.1:56234         127.0.0.1:12345         FIN_WAIT2   -",
    "netstat 127.0.0.1:56234 127.0.0.1:12345 FIN-WAIT-2",
  ],
  ["tcp 0 0 0.0.0.0:12345 0.0.0.0:* LISTEN 65639/server", "netstat *:12345 *:* LISTEN"],
  [
    "tcp6       0      0 :::80                   :::*                    LISTEN      7/nginx",
    "netstat *:80 *:* LISTEN",
  ],
  [
    "tcp6       0      0 ::ffff:192.0.2.5:80     ::ffff:192.0.2.9:51000  TIME_WAIT   -",
    "netstat 192.0.2.5:80 192.0.2.9:51000 TIME-WAIT",
  ],
  [
    "tcp4       0      0  192.168.1.5.52345      17.1.2.3.443           FIN_WAIT_1",
    "netstat 192.168.1.5:52345 17.1.2.3:443 FIN-WAIT-1",
  ],
  ["tcp4       0      0  *.22                   *.*                    LISTEN", "netstat *:22 *:* LISTEN"],
  [
    "  TCP    192.168.1.5:52345      17.1.2.3:443           SYN_RECEIVED",
    "netstat 192.168.1.5:52345 17.1.2.3:443 SYN-RECEIVED",
  ],
  [
    "ESTAB      0      0          192.0.2.5:22      203.0.113.9:51234",
    "ss 192.0.2.5:22 203.0.113.9:51234 ESTABLISHED",
  ],
  [
    "tcp   SYN-RECV 0      0      [2001:db8::1%eth0]:443 [2001:db8::2]:5000",
    "ss [2001:db8::1]:443 [2001:db8::2]:5000 SYN-RECEIVED",
  ],
  ['LISTEN     0      128          *:22          *:*    users:(("sshd",pid=1,fd=3))', "ss *:22 *:* LISTEN"],
  [
    "ffff9fd7e8192000 22384 curl       192.0.2.10      0     198.51.100.1    80    CLOSE       -> SYN_SENT    0.000",
    "tcpstates 192.0.2.10:0 198.51.100.1:80 CLOSED>SYN-SENT",
  ],
  [
    "12:49:33 ffff9fd7e8192000 0     swapper/5  192.0.2.10      63446 198.51.100.1    80    SYN_SENT    -> ESTABLISHED 1.373",
    "tcpstates 192.0.2.10:63446 198.51.100.1:80 SYN-SENT>ESTABLISHED time-of-day 46173000000000 ±1000000000",
  ],
  [
    "ffff9fd7e8192000,0,swapper/5,192.0.2.10,63446,198.51.100.1,80,FIN_WAIT1,FIN_WAIT2,0.09",
    "tcpstates 192.0.2.10:63446 198.51.100.1:80 FIN-WAIT-1>FIN-WAIT-2",
  ],
  [
    "12:49:33.192 curl 22384 192.0.2.10:63446 -> 198.51.100.1:80 ESTABLISHED -> FIN_WAIT1",
    "tcpstates 192.0.2.10:63446 198.51.100.1:80 ESTABLISHED>FIN-WAIT-1 time-of-day 46173192000000 ±1000000",
  ],
  [
    "curl-1234 [001] ..... 1234.5678: inet_sock_set_state: family=AF_INET protocol=IPPROTO_TCP sport=51000 dport=443 saddr=192.0.2.10 daddr=198.51.100.1 oldstate=TCP_SYN_SENT newstate=TCP_ESTABLISHED",
    "tcpstates 192.0.2.10:51000 198.51.100.1:443 SYN-SENT>ESTABLISHED",
  ],
  [
    "[1616244573.192969]	    [NEW] tcp      6 120 SYN_SENT src=192.0.2.10 dst=198.51.100.1 sport=51000 dport=443 [UNREPLIED] src=198.51.100.1 dst=192.0.2.10 sport=443 dport=51000",
    "conntrack 192.0.2.10:51000 198.51.100.1:443 SYN_SENT epoch 1616244573192969000 ±1000",
  ],
  [
    "[DESTROY] tcp      6 src=192.0.2.10 dst=198.51.100.1 sport=51000 dport=443 src=198.51.100.1 dst=192.0.2.10 sport=443 dport=51000 [ASSURED]",
    "conntrack 192.0.2.10:51000 198.51.100.1:443 DESTROY",
  ],
])("%s", (line, expected) => {
  const read = readSocketLine(line);
  expect(read && said(read)).toBe(expected);
});

test.each([
  "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name",
  "State      Recv-Q Send-Q Local Address:Port   Peer Address:Port Process",
  "udp        0      0 0.0.0.0:68              0.0.0.0:*                           700/dhclient",
  "tcp 0 0 127.0.0.1:99999 127.0.0.1:80 ESTABLISHED",
  "tcp 0 0 somewhere elsewhere ESTABLISHED",
  "unix  2      [ ACC ]     STREAM     LISTENING     12345    /run/x",
])("says nothing of a connection: %s", (line) => expect(readSocketLine(line)).toBeNull());

test("joins no packet line", () => {
  const { report, table } =
    readText(`10:00:00.000001 IP 127.0.0.1.5000 > 127.0.0.1.80: Flags [S], seq 1, win 9, length 0
tcp 0 0 127.0.0.1:5000 127.0.0.1:80 SYN_SENT
10:00:00.000002 IP 127.0.0.1.80 > 127.0.0.1.5000: Flags [S.], seq 7, ack 2, win 9, length 0
10:00:00 ffff9fd7e8192000 1 curl 127.0.0.1 5000 127.0.0.1 80 SYN_SENT -> ESTABLISHED 0.1
10:00:00.000003 IP 127.0.0.1.5000 > 127.0.0.1.80: Flags [.], ack 8, win 9, length 0
tcp 0 0 127.0.0.1:5000 127.0.0.1:80 ESTABLISHED`);
  expect([...table.frame.subarray(0, table.length)]).toEqual([1, 3, 5]);
  expect(report.sockets.map(({ line, state }) => [line, state])).toEqual([
    [2, "SYN-SENT"],
    [4, "ESTABLISHED"],
    [6, "ESTABLISHED"],
  ]);
});

test("a port that was not bound yet is that of the same socket later", () => {
  const { report } = readText(`ffff9fd7e8192000 1 curl 192.0.2.10 0 198.51.100.1 80 CLOSE -> SYN_SENT 0.000
ffff9fd7e8192000 1 curl 192.0.2.10 63446 198.51.100.1 80 SYN_SENT -> ESTABLISHED 1.373`);
  expect(report.sockets.map(({ local }) => local.port)).toEqual([63446, 63446]);
});

test("the article with netstat after every step tells seven sockets in three blocks", () => {
  const { report } = readText(readFileSync("e2e/captures/article-with-netstat.txt", "utf8"));
  expect(report.sockets.map((one) => `${one.line} ${said(one)}`)).toEqual([
    "9 netstat *:12345 *:* LISTEN",
    "24 netstat *:12345 *:* LISTEN",
    "25 netstat 127.0.0.1:56234 127.0.0.1:12345 ESTABLISHED",
    "26 netstat 127.0.0.1:12345 127.0.0.1:56234 ESTABLISHED",
    "37 netstat *:12345 *:* LISTEN",
    "38 netstat 127.0.0.1:56234 127.0.0.1:12345 FIN-WAIT-2",
    "39 netstat 127.0.0.1:12345 127.0.0.1:56234 CLOSE-WAIT",
  ]);
});
