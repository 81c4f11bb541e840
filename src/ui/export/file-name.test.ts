import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

const ENDS = [
  { address: "2001:db8::1", port: 40000 },
  { address: "192.0.2.1", port: "http" },
];

test.each([
  ["trace.pcap.gz", ENDS, "txt", "trace_2001-db8-1-40000_192.0.2.1-http.txt"],
  ["../../etc/passwd", [], "csv", "etc-passwd.csv"],
  ["", [], "pcap", "synfin.pcap"],
  ["캡처.pcapng", [], "md", "캡처.md"],
])("%s gives a name that every system takes", (capture, ends, ending, expected) => {
  expect(fileName(capture, ends, ending)).toBe(expected);
});

test("a long name is cut, its ending is not", () => {
  expect(fileName("x".repeat(500), ENDS, "pcap")).toHaveLength(125);
});
