import { expect, test } from "vitest";
import { Random } from "../../../testing/random.ts";
import { readPacketLine } from "../dialects.ts";
import { EndpointCache } from "../dialects/endpoint-cache.ts";
import { readInterfaceName, readIpHead } from "../dialects/ip-head.ts";
import type { LineContext } from "../dialects/line-context.ts";
import { OptionWriter } from "../dialects/option-writer.ts";
import type { TextSegment } from "../dialects/text-segment.ts";
import { isHexRow } from "../hex/hex-rows.ts";
import { cleanLine } from "../lines/clean-line.ts";
import { splitReflowed } from "../lines/split-reflowed.ts";
import { isFrameLine } from "../listings/wireshark-details.ts";
import { readStamp } from "../times/time-stamp.ts";
import { PlainLineReader } from "./plain-tcpdump-line.ts";

const LINES = [
  "2021-03-20 12:49:33.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "1616244573.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "1616244573.192969123 IP6 2001:db8::1.5 > 2001:db8::2.80: Flags [S], seq 284972257, win 64240, length 0",
  "12:49:33.192969123 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7], length 0",
  "12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 0",
  "12:49:33.193037 IP6 2001:db8::1.443 > fe80::1%lo0.22: Flags [P.], seq 1:77, ack 1, win 502, length 76: HTTP: GET / HTTP/1.1",
  "23:59:59.999999 IP db_1.http > x.example.com.ms-sql-s: Flags [SEW], seq 1, win 0, options [nop,nop,sack 1 {4294966297:1}], length 0",
  "00:00:00.000000 IP a.1 > b.2: Flags [], win 5, options [mss 5,wscale 255,eol], length 0",
  "00:00:60.000000001 IP a.1 > b.2: Flags [SFRPUEWe.], seq 4294967295:0, ack 4294967295, win 65535, options [sack 3 {1:2}{3:4}{5:4294967295}], length 1",
];

function newContext(): LineContext {
  return { endpoints: new EndpointCache(), options: new OptionWriter() };
}

function readPlain(text: string, context: LineContext): TextSegment | null {
  const reader = new PlainLineReader(context);
  const octets = Uint8Array.from(text, (character) => Math.min(character.charCodeAt(0), 128));
  reader.open(text, octets);
  return reader.read(0, 1);
}

/** What is known of a pair, however it is kept. */
function endsOf({ endpoints }: Pick<TextSegment, "endpoints">): unknown {
  const { source, destination, hasPorts, hasBadPort } = endpoints;
  return { source, destination, hasPorts, hasBadPort };
}

const [quick, thorough] = [newContext(), newContext()];

/** The segment and its option octets as the fast reader sees them; null where it leaves the line to the general one. */
function plainly(line: string): string | null {
  const segment = readPlain(`${line}\n`, quick);
  return segment && told(segment, quick);
}

/** The same by the general readers, in the order in which `TextDump` asks them. */
function thoroughly(line: string): string | null {
  const clean = cleanLine(line);
  if (splitReflowed(clean) !== null || isHexRow(clean) || isFrameLine(clean)) return null;
  const packet = readPacketLine(clean, 1, thorough);
  if (packet === null || packet.segment === null || packet.completeness !== "whole") return null;
  const prefix = clean.slice(0, packet.coreFrom);
  if (readInterfaceName(prefix) !== null || readIpHead(prefix) !== null) return null;
  return told({ ...packet.segment, stamp: readStamp(prefix) }, thorough);
}

function told({ optionsAt, ...segment }: TextSegment, { options }: LineContext): string {
  const from = options.indexOf(optionsAt);
  const octets = [...options.octets.subarray(from, from + segment.optionsLength)].join(" ");
  options.length = 0;
  return JSON.stringify({ ...segment, endpoints: endsOf(segment), octets });
}

test.each(LINES)("the octets of a line give what the walk over the line reads: %s", (line) => {
  expect(plainly(line)).not.toBeNull();
  expect(plainly(line)).toBe(thoroughly(line));
});

/** Characters that mean something to either reader, and some that mean nothing. */
const CHARACTERS = " 0123456789:.,->[]{}()FSRPUEWe|<>/\t\r'\"é→x";

/** A line that was changed in a few places: characters left out, written twice, put in, or taken from another line. */
function mutated(random: Random): string {
  let line = LINES[random.below(LINES.length)] ?? "";
  for (let left = 1 + random.below(2); left > 0; left--) {
    const at = random.below(line.length);
    const behind = line.slice(at + random.below(3));
    const other = LINES[random.below(LINES.length)] ?? "";
    const inserted = [
      "",
      line.slice(at, at + 1 + random.below(4)).repeat(2),
      CHARACTERS[random.below(CHARACTERS.length)] ?? "",
      String(random.below(10)).repeat(1 + random.below(11)),
      other.slice(at, at + random.below(30)),
    ][random.below(5)];
    line = `${line.slice(0, at)}${inserted}${behind}`;
  }
  return line;
}

test("20,000 lines that were changed are read alike by both readers, or by the general one alone", () => {
  const random = new Random(20260803);
  const differing: string[] = [];
  let read = 0;
  for (let count = 0; count < 20_000; count++) {
    const line = mutated(random);
    const segment = plainly(line);
    if (segment === null) continue;
    read++;
    const wanted = thoroughly(line);
    if (segment !== wanted) differing.push(`${line}\n  ${segment}\n  ${wanted}`);
  }
  expect(differing.slice(0, 5)).toEqual([]);
  expect(read).toBeGreaterThan(4000);
});

test.each([
  "24:00:00.000000 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5",
  "12:49:33.1 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:61.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "2021-13-20 12:49:33.192969 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [none], win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [SX], win 5, length 0",
  "12:49:33.192719 IP a.1 > : Flags [S], win 5, length 0",
  "12:49:33.192719 IP a.1 > b\u00e9.2: Flags [S], win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 12345678901, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [mss 65536], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [wscale 256], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [mss 1460,[|tcp]], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [TS val 1], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [sack 1 {1:}], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [unknown-76 0x0a01], length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0</li><li>",
  "12:49:33.192719 eth0  In  IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0 12:49:33.192720 IP b.2 > a.1: Flags [R], seq 1, win 5, length 0",
])("leaves to the walk what is not exactly plain: %s", (line) => {
  expect(readPlain(`${line}\n`, newContext())).toBeNull();
});

test("a line that is not plain leaves nothing behind, and neither does one without an end", () => {
  const context = newContext();
  const line = "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, options [mss 5,nop,x], length 0";
  expect(readPlain(`${line}\n`, context)).toBeNull();
  expect(readPlain(line.replace(",x]", "]"), context)).toBeNull();
  expect([context.options.length, context.options.sacks]).toEqual([0, 0]);
});

test("a line may end with a carriage return and a line feed, and the next one starts behind them", () => {
  const line = "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, length 9: HTTP";
  const reader = new PlainLineReader(newContext());
  const text = `${line}\r\n${line}\n`;
  reader.open(text, new TextEncoder().encode(text));
  expect(reader.read(0, 1)?.line).toBe(1);
  expect([reader.lineEnd, reader.next]).toEqual([line.length, line.length + 2]);
  expect(reader.read(reader.next, 2)?.line).toBe(2);
  expect([reader.lineEnd, reader.next]).toEqual([text.length - 1, text.length]);
});
