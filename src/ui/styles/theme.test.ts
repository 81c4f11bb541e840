import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const THEMES = { light: paletteOf(0), dark: paletteOf(1), projector: { ...paletteOf(0), ...projector() } };

/** Complete loss of one kind of cones, on linear RGB: Machado, Oliveira, Fernandes 2009, severity 1.0. */
const DEFICIENCIES: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** What is read on what. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ["ink", ["ground", "surface", "surface-raised", "surface-sunken", "selected", "warning-tint"]],
  [
    "ink",
    [
      "phase-closed",
      "phase-opening",
      "phase-open",
      "phase-closing-actively",
      "phase-closing-passively",
      "phase-unknown",
    ],
  ],
  ["ink-soft", ["ground", "surface", "surface-sunken", "selected"]],
  ["client", ["surface", "selected"]],
  ["server", ["surface", "selected"]],
  ["syn", ["surface", "selected"]],
  ["fin", ["surface", "selected"]],
  ["rst", ["surface", "selected"]],
  ["warning", ["surface", "warning-tint"]],
  ["simulated", ["surface", "simulated-tint"]],
  ["ink", ["simulated-tint"]],
];

/** Lines and marks that must be seen, on what they lie. */
const GRAPHICS: readonly (readonly [string, readonly string[]])[] = [
  ["focus", ["ground", "surface", "selected"]],
  ["line-strong", ["surface"]],
  ["segment-with-payload", ["surface", "selected"]],
  ["bare-ack", ["surface", "selected"]],
  ["client", ["ground", "surface"]],
  ["server", ["ground", "surface"]],
];

/** What marks an end, a lost segment, and a state that is assumed, on what each lies. */
const MARKS: readonly (readonly [string, readonly string[]])[] = [
  ["client", ["surface"]],
  ["server", ["surface"]],
  ["rst", ["surface", "selected"]],
  [
    "ink-soft",
    ["phase-closed", "phase-opening", "phase-open", "phase-closing-actively", "phase-closing-passively"],
  ],
];

describe.each(Object.entries(THEMES))("the %s theme", (_, palette) => {
  test.each(pairsOf(TEXT))("words in %s on %s have a contrast of 4.5", (ink, paper) => {
    expect(contrast(colour(palette, ink), colour(palette, paper))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairsOf(GRAPHICS))("lines in %s on %s have a contrast of 3", (line, paper) => {
    expect(contrast(colour(palette, line), colour(palette, paper))).toBeGreaterThanOrEqual(3);
  });

  // 20 is far: one just noticeable difference is 2.3 in this measure (CIE 1976).
  test.each(Object.entries(DEFICIENCIES))("client and server differ under %s", (_name, matrix) => {
    const [client, server] = (["client", "server"] as const).map((end) =>
      lab(seenThrough(matrix, linear(colour(palette, end)))),
    );
    if (!client || !server) throw new Error("two ends");
    expect(Math.hypot(client[0] - server[0], client[1] - server[1], client[2] - server[2])).toBeGreaterThan(
      20,
    );
  });

  // Lost and assumed are told by shapes, a cross and dots: these must be seen without the colour.
  describe.each(Object.entries(DEFICIENCIES))("under %s", (_kind, matrix) => {
    const seen = (name: string): number => luminance(seenThrough(matrix, linear(colour(palette, name))));
    test.each(pairsOf(MARKS))("marks in %s on %s have a contrast of 3", (mark, paper) => {
      expect(contrastOf(seen(mark), seen(paper))).toBeGreaterThanOrEqual(3);
    });
  });
});

function pairsOf(list: readonly (readonly [string, readonly string[]])[]): [string, string][] {
  return list.flatMap(([one, others]) => others.map((other): [string, string] => [one, other]));
}

/** @param side 0: light, 1: dark */
function paletteOf(side: 0 | 1): Record<string, string> {
  const tokens = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return Object.fromEntries(
    [...tokens].map(([, name = "", light = "", dark = ""]) => [name, [light, dark][side] ?? ""]),
  );
}

function projector(): Record<string, string> {
  const [, block = ""] = /data-theme="projector"\] \{([^}]*)\}/.exec(css) ?? [];
  const tokens = block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return Object.fromEntries([...tokens].map(([, name = "", value = ""]) => [name, value]));
}

/** @throws if the theme does not name it */
function colour(palette: Readonly<Record<string, string>>, name: string): string {
  const value = palette[name];
  if (value === undefined) throw new Error(`No colour is called ${name}`);
  return value;
}

/** sRGB, as written in a style sheet, to linear light, 0 .. 1. */
function linear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: 1 .. 21. */
function contrast(one: string, other: string): number {
  return contrastOf(luminance(linear(one)), luminance(linear(other)));
}

/** The same of two luminances, 0 .. 1. */
function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function times([first, second, third]: Matrix, [x, y, z]: Rgb): Rgb {
  const row = (by: Rgb): number => by[0] * x + by[1] * y + by[2] * z;
  return [row(first), row(second), row(third)];
}

function seenThrough(matrix: Matrix, rgb: Rgb): Rgb {
  const [red, green, blue] = times(matrix, rgb);
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return [within(red), within(green), within(blue)];
}

/** Linear sRGB to CIE L*a*b*, white D65. */
function lab(rgb: Rgb): Rgb {
  const toXyz: Matrix = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.072175],
    [0.0193339, 0.119192, 0.9503041],
  ];
  const [x, y, z] = times(toXyz, rgb);
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
