import { expect, test } from "vitest";
import type { FollowedPart } from "../../store/opened-capture.ts";
import { drawnLine, followedLines } from "./followed-lines.ts";

function part(text: string, pieces: FollowedPart["pieces"]): FollowedPart {
  const octets = new TextEncoder().encode(text);
  return { octets, pieces, until: octets.length, total: octets.length };
}

function drawn(whole: FollowedPart, form: "text" | "hex", before = 0): string[] {
  return followedLines(whole, form).map((line) =>
    line.kind === "gap" ? `<${line.gap} ${line.length}>` : drawnLine(whole, line, form, before),
  );
}

test("text goes on over segments, breaks at line feeds, and says where octets are missing", () => {
  const whole = part("GET / HTTP/1.1\r\nHost: x\r\n\r\nbo\u0007dy", [
    { length: 7, gap: null },
    { length: 20, gap: null },
    { length: 9, gap: "missing" },
    { length: 5, gap: null },
    { length: 3, gap: "cut" },
    { length: 4, gap: "cut" },
  ]);
  expect(drawn(whole, "text")).toEqual(["GET / HTTP/1.1", "Host: x", "", "<missing 9>", "bo·dy", "<cut 7>"]);
});

test("a long line is cut between characters, never within one", () => {
  const text = `x${"한".repeat(120)}`;
  const lines = drawn(part(text, [{ length: 361, gap: null }]), "text");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe(text);
});

test("hexadecimal has sixteen octets a line, counted from the first of the direction", () => {
  const lines = drawn(part("0123456789abcdefG\u0000", [{ length: 18, gap: null }]), "hex", 0x10000);
  expect(lines).toEqual([
    "10000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef",
    "10010  47 00                                             G.",
  ]);
});
