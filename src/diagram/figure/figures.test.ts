import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase, layoutOfCase } from "../../testing/drawn-sequence.ts";
import { bandsOf } from "../sequence/bands.ts";
import { graphFigure } from "./graph-figure.ts";
import { sequenceFigure, type SequenceFigure } from "./sequence-figure.ts";
import { PAINTS, type Paints } from "./style.ts";

const paints = Object.fromEntries(PAINTS.map((name) => [name, `of-${name}`])) as unknown as Paints;

function figureOf(id: string, wish: Partial<SequenceFigure> = {}): string {
  return sequenceFigure({
    layout: layoutOfCase(id),
    highest: Infinity,
    title: "Figure",
    footnote: null,
    paints,
    heads: { client: { role: "Client", name: "a:1" }, server: { role: "Server", name: "b:2" } },
    timeHead: "Time / s",
    timeAt: (position) => `t${position}`,
    nameOf: ({ state }) => state ?? "unknown",
    layers: [],
    ...wish,
  });
}

function graphOf(id: string, upTo: number): string {
  return graphFigure({
    analysis: present(analysesOfCase(id)[0], "the connection"),
    upTo,
    title: "Figure",
    footnote: null,
    paints,
    said: {
      notKnown: "not known",
      closedTwice: { start: "at the start", end: "at the end" },
      token: { client: "C", server: "S" },
    },
  });
}

const texts = (svg: string): string[] =>
  Array.from(svg.matchAll(/>([^<>]+)<\/text>/gu), ([, text = ""]) => text);
const numbersOf = (svg: string, attribute: string): number[] =>
  Array.from(svg.matchAll(new RegExp(` ${attribute}="([-\\d.]+)"`, "gu")), ([, value]) => Number(value));

test("holds every state, label and time, and ends below all of it", () => {
  const layout = layoutOfCase("A01");
  const svg = figureOf("A01");
  const names = [...bandsOf(layout, "client"), ...bandsOf(layout, "server")].map(
    ({ state }) => state ?? "unknown",
  );
  expect(texts(svg)).toEqual(expect.arrayContaining(names));
  const { length } = layout.analysis.segments;
  for (let position = 1; position <= length; position++) expect(texts(svg)).toContain(`t${position}`);
  expect(svg.match(/class="label middle/gu)).toHaveLength(length);
  const [height = 0] = numbersOf(svg, "height");
  expect(Math.max(...numbersOf(svg, "y"))).toBeLessThan(height - 16);
});

test("a state that a clock leads to has its clock, and both together stand in the middle of the band", () => {
  const layout = layoutOfCase("C01");
  const clocked = [...bandsOf(layout, "client"), ...bandsOf(layout, "server")].filter(
    ({ basis }) => basis === "timer" || basis === "predicted",
  );
  const svg = figureOf("C01");
  expect(clocked.length).toBeGreaterThan(0);
  expect(svg.match(/class="clock"/gu)).toHaveLength(clocked.length);
  expect(svg.match(/class="clock-hand"/gu)).toHaveLength(clocked.length);
});

test("a figure that is too high ends with the last whole row", () => {
  const layout = layoutOfCase("A01");
  const cut = present(layout.tops[3], "a row") + 10;
  const svg = figureOf("A01", { highest: cut });
  expect(svg.match(/class="label middle/gu)).toHaveLength(3);
  expect(svg).not.toContain("Infinity");
});

test("names of hosts cannot leave their place in the file", () => {
  const svg = figureOf("A01", {
    heads: {
      client: { role: "<b>", name: 'a"&\u0001' },
      server: { role: "Server", name: "b" },
    },
  });
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).toContain("a&quot;&amp;‹U+0001›");
});

test("marks of layers are drawn", () => {
  const svg = figureOf("A01", {
    layers: [
      {
        name: "notes",
        marks: () => [{ kind: "text", x: 1, y: 2, text: "a note", anchor: "start", look: "note" }],
      },
    ],
  });
  expect(svg).toContain('<g class="layer-notes"><text class="soft start note" x="1" y="2">a note</text></g>');
});

test("a footnote stands below everything else", () => {
  const [plain, noted] = [figureOf("A01"), figureOf("A01", { footnote: "Simulated" })];
  const [height = 0, more = 0] = [plain, noted].map((svg) => numbersOf(svg, "height")[0]);
  expect(more).toBeGreaterThan(height);
  expect(Math.max(...numbersOf(noted, "y"))).toBe(more - 10);
});

test("the graph shows the whole path, or as much of it as is asked for", () => {
  const analysis = present(analysesOfCase("A01")[0], "the connection");
  const badges = (svg: string): number => svg.match(/class="badge /gu)?.length ?? 0;
  const whole = graphOf("A01", analysis.segments.length);
  expect(badges(whole)).toBe(new Set(analysis.moves.map(({ side, arrow }) => `${side} ${arrow}`)).size);
  expect(badges(graphOf("A01", 1))).toBeLessThan(badges(whole));
  expect(badges(graphOf("A01", 0))).toBe(0);
});

test("a file holds no style that names more than a class", () => {
  const style = /<style>(.*)<\/style>/u.exec(figureOf("A01"))?.[1] ?? "";
  const selectors = style.split("}").flatMap((rule) => rule.split("{")[0]?.split(",") ?? []);
  for (const selector of selectors.filter(Boolean)) expect(selector).toMatch(/^(?:[a-z]*(?:\.[\w-]+)*)$/u);
  expect(style).not.toContain("var(");
});
