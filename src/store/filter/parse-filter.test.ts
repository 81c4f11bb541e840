import { expect, test } from "vitest";
import { frameAlone, framesIn, parseFilter, textBesides } from "./parse-filter.ts";

test("a word keeps its place, whatever stands before it", () => {
  const text = '(port:80 or  -"my host") rtt > 100ms';
  const { terms } = parseFilter(text);
  expect(terms.map(({ at, word }) => [at, word])).toEqual([
    [1, "port:80"],
    [13, '-"my host"'],
    [25, "rtt > 100ms"],
  ]);
  for (const { at, word } of terms) expect(text.slice(at, at + word.length)).toBe(word);
});

test("words that only look like operators are words", () => {
  expect(parseFilter("order android nothing a<b <client> x=1").terms.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 6 }, () => "text"),
  );
  expect(parseFilter("closed(start) tcp.example.com:80 ipv6.example").terms).toHaveLength(3);
});

test("what stands beside a value counts, and of an or only its own side", () => {
  const beside = (text: string): string => textBesides(text, null, text.lastIndexOf("host:"));
  expect(beside("outcome:refused host:")).toBe("outcome:refused");
  expect(beside("port:80 (refused or state:closing host:")).toBe("port:80 state:closing");
  expect(beside("(port:80 or port:443) host:")).toBe("(port:80 or port:443)");
  expect(beside("refused or host:")).toBe("");
  expect(textBesides("not (port:80 port:9) -host:", null, 21)).toBe("not ((port:80 port:9))");
});

test("the records that it asks for are known, also those that Wireshark's words name", () => {
  expect(framesIn(parseFilter("frame:7,9 or (frame.number == 12 -frame:x)").expression)).toEqual([7, 9, 12]);
});

test("one record alone is a place to go to", () => {
  expect(frameAlone(" frame:4711 ", null)).toBe(4711);
  expect(frameAlone("frame.number == 4711", null)).toBe(4711);
  for (const text of ["", "frame:", "frame:1,2", "-frame:4711", "frame:4711 port:80", "4711"])
    expect(frameAlone(text, null), text).toBeNull();
});
