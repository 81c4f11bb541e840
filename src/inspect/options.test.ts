import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

test("files come in the order given, and a lone - is standard input", () => {
  expect(parseOptions(["b.pcap", "-", "a.pcap"])).toEqual({
    ok: true,
    value: { connectionsOnly: false, files: ["b.pcap", "-", "a.pcap"] },
  });
});

test("--connections may stand anywhere before --", () => {
  const parsed = parseOptions(["a.pcap", "--connections", "--", "--connections"]);
  expect(parsed).toEqual({ ok: true, value: { connectionsOnly: true, files: ["a.pcap", "--connections"] } });
});

test.each([
  [[], "no file is named"],
  [["--connections"], "no file is named"],
  [["-c", "a.pcap"], "unknown option -c"],
  [["--links", "a.pcap"], "--links is not part of this version yet"],
  [["--links=anonymised", "a.pcap"], "--links is not part of this version yet"],
  [["-", "-"], "standard input can be read only once"],
  [["#1abc"], "links are not read by this version"],
])("%j is wrong usage", (args, error) => {
  expect(parseOptions(args)).toEqual({ ok: false, error });
});
