import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "e2e", "scripts", "bench"];
const CODE = /\.(?:tsx?|css|mjs|py)$/u;
/** So many lines that say something, one after the other, are a duplicate where they stand again. */
const RUN = 6;

/** Pairs of files that may say the same, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/share/shared-connection.ts ~ src/tcp/connections/incarnations.ts":
    "a link numbers the reasons as they are listed, for ever; the columns of the analysis may change",
};

interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

interface CodeFile {
  readonly path: string;
  readonly lines: readonly Line[];
}

interface Place {
  readonly path: string;
  readonly number: number;
  /** Index into the lines of its file. */
  readonly index: number;
}

/** What a file says: without comments, imports, blank lines and lines of punctuation alone; blanks are folded. */
function linesOf(path: string, text: string): CodeFile {
  const blank = (found: string): string => found.replace(/[^\n]+/gu, "");
  const said = text
    .replace(/\/\*[\s\S]*?\*\//gu, blank)
    .replace(/^(?:import\b[^;"]*|export\b[^;="]*\bfrom )"[^"]*"[^;]*;$/gmu, blank)
    .replace(path.endsWith(".py") ? /^\s*#.*$/gmu : /^\s*\/\/.*$/gmu, "");
  const lines = said
    .split("\n")
    .map((line, index) => ({ text: line.trim().replace(/\s+/gu, " "), number: index + 1 }))
    .filter((line) => /[^\p{P}\p{S}\s]/u.test(line.text));
  return { path, lines };
}

/** Where runs of {@link RUN} lines stand again: the first lines of both places. */
function duplicates(files: readonly CodeFile[]): string[] {
  const places = new Map<string, Place[]>();
  for (const { path, lines } of files) {
    for (let index = 0; index + RUN <= lines.length; index++) {
      const run = lines.slice(index, index + RUN);
      const key = run.map(({ text }) => text).join("\n");
      places.set(key, [...(places.get(key) ?? []), { path, number: run[0]?.number ?? 0, index }]);
    }
  }
  const pairs = [...places.values()].flatMap(pairsOf);
  const known = new Set(pairs.map(([one, other]) => pairName(one, other, 0)));
  return pairs
    .filter(([one, other]) => !known.has(pairName(one, other, -1)))
    .map(([one, other]) => `${one.path}:${one.number} ~ ${other.path}:${other.number}`);
}

function pairsOf(places: readonly Place[]): (readonly [Place, Place])[] {
  return places.flatMap((one, at) =>
    places
      .slice(at + 1)
      .filter((other) => one.path !== other.path || other.index - one.index >= RUN)
      .map((other) => [one, other] as const),
  );
}

function pairName(one: Place, other: Place, shift: number): string {
  return `${one.path} ${one.index + shift} ${other.path} ${other.index + shift}`;
}

/** The catalogues of the languages must be alike. */
function areTranslations(pair: string): boolean {
  const files = [...pair.matchAll(/src\/ui\/messages\/(\w\w)\b/gu)].map(([, language]) => language);
  return files.length === 2 && files[0] !== files[1];
}

const withoutLines = (pair: string): string => pair.replace(/:\d+/gu, "");

test("a run that stands again is found, in one file and in two", () => {
  const run = [
    "const a = 1;",
    "const b = 2;",
    "}",
    "",
    "f(a,  b);",
    "g(a);",
    "h(b);",
    "// why",
    "i(a);",
  ].join("\n");
  const other = `import {\n  a,\n} from "a";\n${run.replaceAll("\n", "\n  ")}\nconst c = 3;`;
  const found = duplicates([linesOf("a.ts", `${run}\nz();\n${run}`), linesOf("b.ts", other)]);
  expect(found).toEqual(["a.ts:1 ~ a.ts:11", "a.ts:1 ~ b.ts:4", "a.ts:11 ~ b.ts:4"]);
  expect(duplicates([linesOf("a.ts", run), linesOf("b.ts", run.replace("g(a)", "g(b)"))])).toEqual([]);
});

test("nothing is written twice", () => {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (path) => `${folder}/${path.split(sep).join("/")}`,
    ),
  ).filter((path) => CODE.test(path));
  expect(paths.length).toBeGreaterThan(500);
  const files = paths.toSorted().map((path) => linesOf(path, readFileSync(join(root, path), "utf8")));
  const found = duplicates(files).filter((pair) => !areTranslations(pair));
  expect(found.filter((pair) => ALLOWED[withoutLines(pair)] === undefined)).toEqual([]);
  expect(Object.keys(ALLOWED).filter((pair) => !found.map(withoutLines).includes(pair))).toEqual([]);
});
