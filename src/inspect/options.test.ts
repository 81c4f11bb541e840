import { expect, test } from "vitest";
import { parseOptions } from "./options.ts";

test("files come in the order given, and a lone - is standard input", () => {
  expect(parseOptions(["b.pcap", "-", "a.pcap"])).toEqual({
    ok: true,
    value: {
      connectionsOnly: false,
      links: "none",
      relation: "own",
      scripts: false,
      seenFrom: null,
      files: ["b.pcap", "-", "a.pcap"],
    },
  });
});

test("--connections may stand anywhere before --", () => {
  const parsed = parseOptions(["a.pcap", "--connections", "--", "--connections"]);
  const files = ["a.pcap", "--connections"];
  expect(parsed).toEqual({
    ok: true,
    value: { connectionsOnly: true, links: "none", relation: "own", scripts: false, seenFrom: null, files },
  });
});

test.each([
  ["--links", "whole"],
  ["--links=anonymised", "anonymised"],
])("%s asks for links, and a link is an input", (option, links) => {
  expect(parseOptions([option, "#1.AB"])).toEqual({
    ok: true,
    value: {
      connectionsOnly: false,
      links,
      relation: "own",
      scripts: false,
      seenFrom: null,
      files: ["#1.AB"],
    },
  });
});

test.each([
  [[], "no file is named"],
  [["--connections"], "no file is named"],
  [["-c", "a.pcap"], "unknown option -c"],
  [["--links=some", "a.pcap"], "unknown option --links=some"],
  [["-", "-"], "standard input can be read only once"],
  [["--together", "a.pcap"], "--together takes exactly two files"],
  [["--together", "a.pcap", "b.pcap", "c.pcap"], "--together takes exactly two files"],
  [["--together", "a.pcap", "#1.AB"], "--together takes captures, not links"],
  [["--joined", "#1.AB"], "--joined takes captures, not links"],
])("%j is wrong usage", (args, error) => {
  expect(parseOptions(args)).toEqual({ ok: false, error });
});
