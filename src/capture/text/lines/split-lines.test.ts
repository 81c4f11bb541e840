import { describe, expect, test } from "vitest";
import { LINE_LIMIT, LineSplitter } from "./split-lines.ts";

function linesOf(...chunks: string[]): [string, number][] {
  const lines: [string, number][] = [];
  const splitter = new LineSplitter((line, number) => lines.push([line, number]));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.finish();
  return lines;
}

describe("LineSplitter", () => {
  test("ends a line at CRLF, LF and a lone CR", () => {
    expect(linesOf("a\r\nb\nGot 12\rc")).toEqual([
      ["a", 1],
      ["b", 2],
      ["Got 12", 3],
      ["c", 4],
    ]);
  });

  test("sees one line end in a CRLF that the slices divide", () => {
    expect(linesOf("a\r", "\nb", "c\r", "d")).toEqual([
      ["a", 1],
      ["bc", 2],
      ["d", 3],
    ]);
  });

  test("breaks a line at elements that break it in a browser", () => {
    expect(linesOf("<li>a</li><li>b</li>\nc<br />d")).toEqual([
      ["<li>a", 1],
      ["<li>b", 1],
      ["", 1],
      ["c", 2],
      ["d", 2],
    ]);
  });

  test("looks at the start of a long line only, and goes on with the next", () => {
    const lines = linesOf("x".repeat(LINE_LIMIT * 40), "y".repeat(10), "\nnext");
    expect(lines.map(([line, number]) => [line.length, number])).toEqual([
      [LINE_LIMIT, 1],
      [4, 2],
    ]);
  });

  test("loses no piece of a page in one line, however it is cut into slices", () => {
    const page = Array.from({ length: 40_000 }, (_, i) => `piece ${i}<br>`).join("");
    const chunks = page.match(/[^]{1,10007}/g) ?? [];
    expect(linesOf(...chunks).filter(([line]) => line.startsWith("piece")).length).toBe(40_000);
  });
});
