import { expect, test } from "vitest";
import { EndpointCache } from "./endpoint-cache.ts";
import type { LineContext } from "./line-context.ts";
import { OptionWriter } from "./option-writer.ts";
import { readPlainTcpdumpLine } from "./plain-tcpdump-line.ts";
import { readTcpdumpLine } from "./tcpdump-line.ts";
import { readStamp } from "./time-stamp.ts";

const LINES = [
  "2021-03-20 12:49:33.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "1616244573.192969 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "1616244573.192969123 IP6 2001:db8::1.5 > 2001:db8::2.80: Flags [S], seq 284972257, win 64240, length 0",
  "12:49:33.192969123 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0",
  "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7], length 0",
  "12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 0",
  "12:49:33.193037 IP6 2001:db8::1.443 > fe80::1%lo0.22: Flags [P.], seq 1:77, ack 1, win 502, length 76: HTTP: GET / HTTP/1.1",
  "23:59:59.999999 IP db_1.http > x.example.com.ms-sql-s: Flags [SEW], seq 1, win 0, options [nop,nop,sack 1 {4294966297:1}], length 0",
  "00:00:00.000000 IP a.1 > b.2: Flags [], win 5, options [mss 5,unknown-76 0x0a01,eol], length 0",
];

function newContext(): LineContext {
  return { endpoints: new EndpointCache(), options: new OptionWriter() };
}

test.each(LINES)("one expression reads what the walk over the line reads: %s", (line) => {
  const [quick, thorough] = [newContext(), newContext()];
  const packet = readPlainTcpdumpLine(line, 1, quick);
  const walked = readTcpdumpLine(line, 1, thorough);
  expect(packet).not.toBeNull();
  const stamp = readStamp(line.slice(0, walked?.coreFrom));
  expect(packet?.segment).toEqual({ ...walked?.segment, stamp });
  expect(packet?.coreFrom).toBe(walked?.coreFrom);
  expect(quick.options.octets.slice(0, quick.options.length)).toEqual(
    thorough.options.octets.slice(0, thorough.options.length),
  );
});

test.each([
  "24:00:00.000000 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5",
  "12:49:33.1 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 eth0  In  IP a.1 > b.2: Flags [S], seq 1, win 5, length 0",
  "12:49:33.192719 IP a.1 > b.2: Flags [S], seq 1, win 5, length 0 12:49:33.192720 IP b.2 > a.1: Flags [R], seq 1, win 5, length 0",
])("leaves to the walk what is not exactly plain: %s", (line) => {
  expect(readPlainTcpdumpLine(line, 1, newContext())).toBeNull();
});
