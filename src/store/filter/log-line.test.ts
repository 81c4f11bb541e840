import { expect, test } from "vitest";
import { captureWith, summary } from "../../testing/connection-summaries.ts";
import { groundOf } from "../connection-list.ts";
import { findByLogLine } from "./log-line.ts";

const SECOND = 1e9;
const TEN = BigInt(Date.parse("2026-03-10T10:00:00Z")) * 1_000_000n;
const AT = [0, 5, 60].map((seconds, id) =>
  Object.assign(summary(id), {
    server: { address: id === 2 ? "2001:db8::1" : "192.0.2.2", port: 443 },
    start: seconds * SECOND,
    end: (seconds + 1) * SECOND,
  }),
);
const CAPTURE = { ...captureWith(...AT), timeBase: { kind: "epoch", origin: TEN } as const };

test.each([
  ["10:00:05.3 connection reset 192.0.2.2", "host:192.0.2.2 time:10:00:04-10:00:07", 1],
  [
    "2026-03-10T10:00:00Z nginx[7]: upstream 192.0.2.2:443 failed",
    "host:192.0.2.2:443 time:2026-03-10T09:59:59-10:00:02",
    0,
  ],
  ["error from 192.0.2.1:40001 to 192.0.2.2:443", "host:192.0.2.1:40001 host:192.0.2.2:443", 1],
  ["03:00:00 timeout, peer [2001:db8::1]:443", "host:[2001:db8::1]:443", 2],
  ["client 10.9.9.9:1 -- server 192.0.2.1:40002", "host:192.0.2.1:40002", 2],
  ["client 10.9.9.9, nobody else", null, null],
  ["at 10:00:05 something happened", null, null],
  // With a zone of its own; as nginx and Apache write dates.
  ["2026-03-10T19:00:05+09:00 reset 192.0.2.2", "host:192.0.2.2 time:2026-03-10T10:00:04-10:00:07", 1],
  ["2026/03/10 10:00:05 [error] 192.0.2.2:443", "host:192.0.2.2:443 time:2026-03-10T10:00:04-10:00:07", 1],
  ['192.0.2.2 [10/Mar/2026:11:00:00 +0100] "GET /"', "host:192.0.2.2 time:2026-03-10T09:59:59-10:00:02", 0],
  // As programs print IPv4 that listen on both.
  ["10:00:05 ::ffff:192.0.2.2", "host:192.0.2.2 time:10:00:04-10:00:07", 1],
  ["10:00:05 [::ffff:192.0.2.2]:443", "host:192.0.2.2:443 time:10:00:04-10:00:07", 1],
  // Of those that live then, the one that ends or begins nearest to it.
  ["10:00:03 192.0.2.2", "host:192.0.2.2 time:10:00:02-10:00:05", 1],
])("%s", (line, filter, first) => {
  const ground = groundOf(CAPTURE, null, "utc", () => null);
  const found = findByLogLine(line, CAPTURE, ground);
  expect(found && [found.filter, found.connection]).toEqual(filter && [filter, first]);
});

test.each([
  ["10:00:05.3 reset 192.0.2.2", 5.4],
  ["10:00:05,250 reset 192.0.2.2", 5.251],
  ["10:00:05 reset 192.0.2.2", 6],
  ["2026-03-10T05:00:05-0500 reset 192.0.2.2", 6],
  ["03:00:00 reset 192.0.2.2", null],
])("%s: at the last segment before second %d of the capture", (line, seconds) => {
  const found = findByLogLine(
    line,
    CAPTURE,
    groundOf(CAPTURE, null, "utc", () => null),
  );
  expect(found && (found.until === null ? null : found.until / SECOND)).toEqual(seconds);
});
