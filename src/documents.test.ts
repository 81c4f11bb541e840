import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filterProblems } from "./store/filter/filter-problems.ts";
import { ANNOTATION_KINDS } from "./tcp/annotation.ts";
import { ARROW_IDS, ARROWS } from "./tcp/arrows.ts";
import { TCP_STATES } from "./tcp/state.ts";
import { OUTCOMES } from "./tcp/verdict.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** What the repository holds, as paths from its root with `/`. */
const paths = ["src", "e2e", "scripts", "bench", "docs", "public", ".ci"].flatMap(below);
paths.push(
  ...readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name),
);
const known = new Set(paths);
const names = new Set(paths.map((path) => basename(path)));

const SOURCE = /\.(?:ts|tsx|mjs|css|py|sh)$/u;
/** A path or a file name of a kind that the repository holds. `../shared/…` lies outside it on purpose. */
const CITED = /(?<![\w./@{}*$-])(?:[\w{},*.-]+\/)*[\w{},*.-]*\w\.(?:tsx|ts|mjs|md|css|spec)\b(?![\w/-])/gu;
/** What a recipe lets its reader fill in: `NAME.ts`, `tours/CHAPTER.ts`. */
const BLANK = /(?:^|[/.-])(?:NAME|TAG|CHAPTER|FILE|FOLDER)(?:[/.-]|$)/u;

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join("/"));
}

/** A row of a measured table names its file as it was called at its commit: `| … | 268 | 15:07 ca0287e |`. */
const RECORDED = /^\|.*\d\d:\d\d [0-9a-f]{7} \|$/gmu;

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

interface Comment {
  readonly path: string;
  /** The number of the line that it begins on. */
  readonly line: number;
  readonly text: string;
}

/** The comments of a source file. */
function commentsOf(path: string): Comment[] {
  const text = read(path);
  const form = /\.(?:py|sh)$/u.test(path)
    ? /^[ \t]*#.*$/gmu
    : /(?<=^|[\s;{}(),])\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gmu;
  return [...text.matchAll(form)].map((match) => ({
    path,
    line: text.slice(0, match.index).split("\n").length,
    text: match[0],
  }));
}

/** Whether the repository holds it: from its root, beside the citing file, under `src`, or by its name alone. */
function isThere(cited: string, citing: string): boolean {
  const [from, to] = [cited.indexOf("{"), cited.indexOf("}")];
  if (from >= 0 && to > from) {
    const choices = cited.slice(from + 1, to).split(",");
    return choices.every((choice) => isThere(cited.slice(0, from) + choice + cited.slice(to + 1), citing));
  }
  const places = [
    cited,
    join(dirname(citing), cited),
    join("src", cited),
    join(dirname(citing), "..", cited),
  ];
  if (cited.includes("*")) {
    const form = new RegExp(`(?:^|/)${cited.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`, "u");
    return paths.some((path) => form.test(path));
  }
  const isPart = cited.includes("/") && paths.some((path) => path.endsWith(`/${cited}`));
  return isPart || places.some((place) => known.has(place)) || (!cited.includes("/") && names.has(cited));
}

/** The citations of files that are not there, each with the file and the line that cites it. */
function missingIn(path: string, text: string, line: number): string[] {
  return [...text.matchAll(CITED)]
    .filter(([cited]) => !BLANK.test(cited) && !isThere(cited, path))
    .map((match) => `${path}:${line + text.slice(0, match.index).split("\n").length - 1}: ${match[0]}`);
}

/** `docs/state-machine.md 6.4`, `… section 5`, `… N9`: the page and what is cited of it. */
const SECTION = /docs\/(?<page>[\w-]+\.md)(?:[,:]? section)? (?<section>[1-9]\d?(?:\.\d)?|[ND]\d{1,2})\b/gu;

function hasSection(page: string, section: string): boolean {
  const text = known.has(`docs/${page}`) ? read(`docs/${page}`) : "";
  return [`## ${section}. `, `**${section} `, `**${section}**`, `\n| ${section} |`].some((mark) =>
    text.includes(mark),
  );
}

const sources = paths.filter((path) => SOURCE.test(path) && !path.startsWith("docs/"));
const comments = sources.flatMap(commentsOf);
const documents = paths.filter((path) => path.endsWith(".md"));

test("a comment cites files that the repository has", () => {
  expect(comments.length).toBeGreaterThan(2000);
  expect(comments.flatMap(({ path, text, line }) => missingIn(path, text, line))).toEqual([]);
});

test("a comment cites sections and rules that the page has", () => {
  const missing = comments.flatMap(({ path, text, line }) =>
    [...text.replaceAll(/\n\s*(?:\*|\/\/|#) ?/gu, " ").matchAll(SECTION)]
      .filter(({ groups }) => !hasSection(groups?.["page"] ?? "", groups?.["section"] ?? ""))
      .map(([cited]) => `${path}:${line}: ${cited}`),
  );
  expect(missing).toEqual([]);
});

test.each(documents)("%s names files that the repository has", (path) => {
  expect(missingIn(path, read(path).replaceAll(RECORDED, ""), 1)).toEqual([]);
});

test.each(documents)("%s links to files that the repository has", (path) => {
  const links = [...read(path).matchAll(/\]\((?<to>[^)#\s]+)[^)]*\)/gu)].map(
    ({ groups }) => groups?.["to"] ?? "",
  );
  const local = links.filter((to) => !/^[a-z]+:/u.test(to));
  expect(local.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
});

/** The rows of the first table that stands behind `title` in a page: their cells. */
function rowsBehind(page: string, title: string): string[][] {
  const text = read(page);
  const from = text.indexOf("\n| --- |", text.indexOf(title));
  const table = text.slice(text.indexOf("\n", from + 1), text.indexOf("\n\n", from + 1));
  return table
    .split("\n")
    .filter(Boolean)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const codesIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code);

test("the filters in README ask for things that there are", () => {
  const filters = rowsBehind("README.md", "## Questions it answers").flatMap(([, filter]) => codesIn(filter));
  expect(filters.length).toBeGreaterThan(2);
  const clock = { kind: "epoch", first: 0n, last: 1n, isLocal: false } as const;
  expect(filters.flatMap((filter) => filterProblems(filter, null, clock, false))).toEqual([]);
});

describe("docs/state-machine.md says what the code does:", () => {
  const page = "docs/state-machine.md";

  test("the arrows of 6.2 are those of the transition table", () => {
    const written = ARROW_IDS.map((id) => {
      const { from, event, to, via } = ARROWS[id];
      const isAnyButClosed = TCP_STATES.every((state) => state === "CLOSED" || from.includes(state));
      const states = from.map((state) => state ?? "–").join(", ");
      const target = to.join(", ") + (via === null ? "" : `, by ${via}`);
      return [id, isAnyButClosed && !from.includes("CLOSED") ? "any but CLOSED, –" : states, event, target];
    });
    const rows = rowsBehind(page, "**6.2 ").map(([id, from, event, , to]) => [id, from, event, to]);
    expect(rows).toEqual(written);
  });

  test("the annotations of 7.2 are those of the code", () => {
    const kinds = rowsBehind(page, "**7.2 ").flatMap(([kind]) => codesIn(kind));
    expect(kinds.toSorted()).toEqual([...ANNOTATION_KINDS].toSorted());
  });

  test("the outcomes of 8.2 are those of the code", () => {
    const outcomes = rowsBehind(page, "**8.2 ").flatMap(([outcome]) => codesIn(outcome));
    expect(outcomes.toSorted()).toEqual([...OUTCOMES].toSorted());
  });
});
