import { describe, expect, test } from "vitest";
import { readText } from "../../../testing/printed-segments.ts";
import { readIcmpErrorLine } from "./icmp-error-line.ts";
import { classifyOtherLine, type OtherLine } from "./other-lines.ts";

test.each<[string, OtherLine]>([
  ["...", "elision"],
  ["[…]", "elision"],
  ["-----8<-----", "elision"],
  ["tcp        0      0 127.0.0.1:56234         127.0.0.1:12345         FIN_WAIT2   -", "socket"],
  ["ESTAB 0 0 10.0.0.1:5 10.0.0.2:80", "socket"],
  ['<packet><proto name="tcp"/>', "export"],
  ["  1   0.00000 alpha -> beta TCP D=80 S=5 Syn Seq=7 Len=0 Win=9", "snoop"],
  ["#separator \\x09", "zeek"],
  ["#fields\tts\tuid", "zeek"],
  ["TCP connection 1:", "tcptrace"],
  ["12 TCP connections traced:", "tcptrace"],
  ["12:00:00.000001 ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28", "arp"],
  ["12:00:00.000001 arp who-has 10.0.0.2 tell 10.0.0.1", "arp"],
  ["ARP, as every student knows, asks", "prose"],
  ["12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.80: tcp 5", "tcpdump-quiet"],
  ["12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.80: tcp 5 [bad hdr length 60]", "cut"],
  ["12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.80: [|tcp]", "cut"],
  ["12:00:00.000001 IP truncated-ip - 20 bytes missing! 10.0.0.1 > 10.0.0.2: x", "cut"],
  ["12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.53: UDP, length 5", "udp"],
  ["12:00:00.000001 IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 64", "icmp"],
  ["12:00:00.000001 10.0.0.1 > 10.0.0.2: icmp: echo request", "icmp"],
  ["12:00:00.000001 IP 10.0.0.1 > 224.0.0.22: igmp v3 report", "igmp"],
  ["12:00:00.000001 IP 10.0.0.1 > 10.0.0.2: ESP(spi=0x1)", "other-protocol"],
  ["12:00:00.000001 -->", "prose"],
  ["so we see a > b here", "prose"],
  ["a sentence", "prose"],
])("%s is %s", (line, kind) => expect(classifyOtherLine(line, false)).toBe(kind));

test("below a head that -v prints, a body needs no time of its own", () => {
  const body = "    10.0.0.1 > 10.0.0.2: ESP(spi=0x1)";
  expect([classifyOtherLine(body, true), classifyOtherLine(body, false)]).toEqual([
    "other-protocol",
    "prose",
  ]);
});

test.each([
  ["IP 10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 tcp port 80 unreachable, length 68", "4 3/3 10.0.0.2 80"],
  [
    "IP6 2001:db8::2 > 2001:db8::1: ICMP6, destination unreachable, unreachable port, 2001:db8::2 tcp port 80, length 88",
    "6 1/4 2001:db8::2 80",
  ],
  ["IP 10.0.0.9 > 10.0.0.1: ICMP host 10.0.0.2 unreachable, length 68", "4 3/1 null null"],
  [
    "IP 10.0.0.9 > 10.0.0.1: ICMP host 10.0.0.2 unreachable - admin prohibited, length 68",
    "4 3/10 null null",
  ],
  [
    "IP 10.0.0.9 > 10.0.0.1: ICMP host 10.0.0.2 unreachable - admin prohibited filter, length 68",
    "4 3/13 null null",
  ],
  ["IP 10.0.0.9 > 10.0.0.1: ICMP net 10.0.0.0 unreachable, length 68", "4 3/0 null null"],
  ["IP 10.0.0.9 > 10.0.0.1: ICMP net 10.0.0.0 unreachable - admin prohibited, length 68", "4 3/9 null null"],
  ["IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 protocol 6 unreachable, length 68", "4 3/2 null null"],
  [
    "IP6 2001:db8::9 > 2001:db8::1: ICMP6, destination unreachable, unreachable address 2001:db8::2, length 88",
    "6 1/3 null null",
  ],
  [
    "IP6 2001:db8::9 > 2001:db8::1: ICMP6, destination unreachable, unreachable prohibited 2001:db8::2, length 88",
    "6 1/1 null null",
  ],
  [
    "IP6 2001:db8::9 > 2001:db8::1: ICMP6, destination unreachable, unreachable route 2001:db8::2, length 88",
    "6 1/0 null null",
  ],
  ["IP 10.0.0.2 > 10.0.0.1: ICMP echo request, id 1, seq 1, length 64", null],
  ["IP 10.0.0.2 > 10.0.0.1: UDP, length 64", null],
])("%s", (line, expected) => {
  const read = readIcmpErrorLine(line);
  const told = read && `${read.version} ${read.type}/${read.code} ${read.host} ${read.port}`;
  expect(told).toBe(expected);
});

describe("an ICMP error of which only a part fits", () => {
  const SYN = "02:57:03.016439 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 77, win 5, length 0";
  const ERROR = "02:57:03.030555 IP 10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 tcp port 80 unreachable, length 68";
  const quote = (line: string): string =>
    `    IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60)\n${line}`;
  const numbers = (text: string): number[] =>
    readText(text).table.icmpErrors.map(({ sequenceNumber }) => sequenceNumber);

  test.each<[string, string, number[]]>([
    ["about a port to which nothing went", `${SYN}\n${ERROR.replace("port 80", "port 81")}`, []],
    ["about the segment of another host", `${SYN}\n${ERROR.replace("> 10.0.0.1", "> 10.0.0.7")}`, []],
    [
      "quoting a SYN that was not captured",
      `${ERROR}\n${quote("    10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 78, win 5, length 0")}\n${SYN}`,
      [78],
    ],
    [
      "quoting a counted number: the last segment that went there",
      `${SYN}\n${ERROR}\n${quote("    10.0.0.1.5 > 10.0.0.2.80: Flags [.], seq 1:2, ack 1, win 5, length 1")}`,
      [77],
    ],
    [
      "quoting a counted number where nothing went",
      `${SYN}\n${ERROR}\n${quote("    10.0.0.1.6 > 10.0.0.2.80: Flags [.], seq 1:2, ack 1, win 5, length 1")}`,
      [],
    ],
    [
      "quoting no ports",
      `${SYN}\n${ERROR}\n${quote("    10.0.0.1 > 10.0.0.2: Flags [S], seq 77, win 5, length 0")}`,
      [],
    ],
  ])("%s", (_, text, expected) => expect(numbers(text)).toEqual(expected));
});

describe("tcpdump's last words", () => {
  const SYN = "02:57:03.016439 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 77, win 5, length 0";
  test.each<[string, object[]]>([
    ["1 packet captured", []],
    ["10 packets captured", [{ code: "packets-not-in-text", values: { missing: 9, captured: 10 } }]],
    ["10 packets captured\n9 packets captured", []],
    ["10 packets captured, I think", []],
  ])("%s", (words, reasons) => {
    expect(readText(`${SYN}\n${words}`).report.warnings.map(({ reason }) => reason)).toEqual(reasons);
  });
});

test.each([
  ["#separator x\n#fields ts", "text-zeek", 2],
  ["TCP connection 1:", "text-tcptrace", 1],
  ["a -> b TCP D=80 S=5 Syn", "text-snoop", 1],
])("%s is refused with what it looks like", (text, kind, lines) => {
  expect(readText(text).refusal).toEqual({ kind, values: { lines } });
});
