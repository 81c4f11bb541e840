import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = dirname(fileURLToPath(import.meta.url));
const readme = readFileSync(join(source, "..", "README.md"), "utf8");

/** The one file that may import the parts of D3 that touch the page. */
const ZOOM_HOOK = /^ui\/.*\/?use-[a-z-]*zoom[a-z-]*\.ts$/u;
const TOUCHES_THE_PAGE = new Set(["d3-selection", "d3-zoom", "d3-drag"]);
/** The same parts as the umbrella package `d3` names them. */
const TOUCHES_THE_PAGE_NAMES = new Set([
  "select",
  "selectAll",
  "zoom",
  "zoomIdentity",
  "zoomTransform",
  "drag",
  "pointer",
]);
const FORBIDDEN_NAMES = /^(?:index|types|utils?|helpers?|common|misc|shared)\.tsx?$/u;

interface Import {
  /** Path of the importing file under `src`, with `/`. */
  readonly file: string;
  /** Path under `src` for a file of ours, the package's name otherwise. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
  /** The names in braces. */
  readonly names: readonly string[];
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => /\.tsx?$/u.test(path));
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(source, file), "utf8")));
const rooms = roomsOfReadme();

/** Tests may use what is made for testing and Node, and read what they like of their own room's neighbours. */
function isTest(file: string): boolean {
  return /\.test\.tsx?$/u.test(file);
}

function importsOf(file: string, text: string): Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(?<type>type\s+)?(?<what>[\w*{}\s,$]*?)\s*(?:from\s*)?"(?<target>[^"]+)"/gmu,
  );
  const urls = text.matchAll(/(?:import\(|new URL\()\s*"(?<target>[^"]+)"/gu);
  return [...statements, ...urls].flatMap(({ groups }) => {
    const path = groups?.["target"] ?? "";
    const what = groups?.["what"] ?? "";
    const isOurs = path.startsWith(".");
    const braced = /\{(?<names>[^}]*)\}/u.exec(what)?.groups?.["names"] ?? "";
    const named = braced
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean);
    const bringsOnlyTypes =
      named.length > 0 && /^\{[^}]*\}$/u.test(what) && named.every((name) => name.startsWith("type "));
    const isTypeOnly = groups?.["type"] !== undefined || bringsOnlyTypes;
    const names = named.map((name) => name.replace(/^type /u, "").replace(/ as .*/u, ""));
    const target = isOurs ? posix.join(posix.dirname(file), path.replace(/\?.*$/u, "")) : path;
    return [{ file, target, isOurs, isTypeOnly, names }];
  });
}

/** What a room may import: all of some rooms, the types of others, and the English words of others. */
interface RulesOfRoom {
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** README's table. */
function roomsOfReadme(): Map<string, RulesOfRoom> {
  const rows = readme.matchAll(/^\| `(?<room>[a-z]+)` \|[^|]*\| (?<allowed>[^|]+) \|$/gmu);
  return new Map(
    [...rows].map(({ groups }) => {
      const allowed = groups?.["allowed"]?.trim() ?? "";
      const [others = "", words = ""] = allowed.split(", words of ");
      const [values = "", types = ""] = others.split(", types of ");
      return [
        groups?.["room"] ?? "",
        {
          values: new Set(values.split(" ")),
          types: new Set(types.split(" ")),
          words: new Set(words.split(" ")),
        },
      ];
    }),
  );
}

function roomOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** A violation as a person wants to read it. */
function line({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

test("every way of importing is seen", () => {
  const seen = importsOf(
    "ui/parts/Sample.tsx",
    [
      'import { a, type B } from "../../tcp/a.ts";',
      'import type { C } from "../../worker/c.ts";',
      'export { d } from "./d.ts";',
      'import "../theme.css";',
      'import React, { type E } from "react";',
      'import {\n  select,\n  type Line,\n} from "d3";',
      'const later = import("../help/f.ts");',
      'new Worker(new URL("../../worker/g.ts", import.meta.url));',
    ].join("\n"),
  );
  expect(seen.map(({ target, isTypeOnly }) => `${target}${isTypeOnly ? " (types)" : ""}`)).toEqual([
    "tcp/a.ts",
    "worker/c.ts (types)",
    "ui/parts/d.ts",
    "ui/theme.css",
    "react",
    "d3",
    "ui/help/f.ts",
    "worker/g.ts",
  ]);
  expect(seen[5]?.names).toContain("select");
});

test("README's table of rooms and the folders under src are the same", () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const withFiles = folders
    .map(({ name }) => name)
    .filter((name) => files.some((file) => roomOf(file) === name));
  const planned = [...rooms.keys()].filter((room) => !withFiles.includes(room));
  expect(withFiles.filter((name) => !rooms.has(name))).toEqual([]);
  expect(planned.filter((room) => !isMarkedUnbuilt(room))).toEqual([]);
});

/** A room that does not exist yet says so in the table. */
function isMarkedUnbuilt(room: string): boolean {
  return new RegExp(`^\\| \`${room}\` \\|[^|]*\\(not built yet\\)`, "mu").test(readme);
}

test("every room imports only what the table allows", () => {
  const strangers = imports.filter(({ file, isOurs, isTypeOnly, target }) => {
    const from = roomOf(file);
    const to = roomOf(target);
    const rules = rooms.get(from);
    if (!isOurs || isTest(file) || from === "" || from === to || from === "testing" || !rules) return false;
    const isWord = rules.words.has(to) && target.startsWith(`${to}/messages/en/`);
    return !(rules.values.has(to) || isWord || (isTypeOnly && rules.types.has(to)));
  });
  expect(strangers.map(line)).toEqual([]);
});

test("no test reaches into a room that its own room may not import, but for testing", () => {
  const strangers = imports.filter(({ file, isOurs, target }) => {
    const from = roomOf(file);
    const to = roomOf(target);
    const rules = rooms.get(from);
    if (
      !isOurs ||
      !isTest(file) ||
      from === "" ||
      from === to ||
      from === "testing" ||
      to === "testing" ||
      !rules
    )
      return false;
    return !(rules.values.has(to) || rules.types.has(to));
  });
  expect(strangers.map(line)).toEqual([]);
});

test("no test needs the folder beside the project: a fresh clone has none", () => {
  const browser = join(source, "..", "e2e");
  const specs = readdirSync(browser).filter((path) => path.endsWith(".ts"));
  const all = [...files.map((path) => join(source, path)), ...specs.map((path) => join(browser, path))];
  expect(all.filter((path) => /"(?:\.\.\/)+shared\//u.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("only main.tsx stands outside the rooms", () => {
  const outside = files.filter((file) => roomOf(file) === "" && !isTest(file) && !file.endsWith(".d.ts"));
  expect(outside.filter((file) => file !== "main.tsx")).toEqual([]);
});

test("production imports nothing of testing, and no file imports main", () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      (roomOf(target) === "testing" && roomOf(file) !== "testing" && !isTest(file)) || target === "main.tsx",
  );
  expect(wrong.map(line)).toEqual([]);
});

test("no imports go round in a circle, those of types counted", () => {
  const next = new Map<string, string[]>();
  for (const { file, isOurs, target } of imports) {
    if (isOurs) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test("React lives in ui and main, and where they are tested; Zustand in store and ui", () => {
  const wrong = imports.filter(({ file, isOurs, target }) => {
    if (isOurs) return false;
    const room = roomOf(file);
    if (/^react(?:-dom)?(?:\/|$)/u.test(target))
      return !(room === "ui" || room === "testing" || file === "main.tsx");
    if (/^zustand(?:\/|$)/u.test(target)) return !(room === "ui" || room === "store");
    return false;
  });
  expect(wrong.map(line)).toEqual([]);
});

test("the parts of D3 that touch the page are in one hook", () => {
  const touching = imports.filter(
    ({ isOurs, names, target }) =>
      !isOurs &&
      (TOUCHES_THE_PAGE.has(target) ||
        (target === "d3" && names.some((name) => TOUCHES_THE_PAGE_NAMES.has(name)))),
  );
  expect(touching.filter(({ file }) => !ZOOM_HOOK.test(file)).map(line)).toEqual([]);
  expect(new Set(touching.map(({ file }) => file)).size).toBeLessThanOrEqual(1);
});

test("the core uses no package at all, diagram nothing but D3", () => {
  const core = new Set(["base", "segments", "capture", "share", "tcp", "export", "lab"]);
  const packages = imports.filter(({ file, isOurs }) => !isOurs && !isTest(file) && core.has(roomOf(file)));
  expect(packages.map(line)).toEqual([]);
  const diagram = imports.filter(
    ({ file, isOurs }) => !isOurs && !isTest(file) && roomOf(file) === "diagram",
  );
  expect(diagram.filter(({ target }) => !/^d3(?:-|$)/u.test(target)).map(line)).toEqual([]);
});

test("no barrels, no drawers, names as agreed", () => {
  const wrong = files.filter((file) => {
    const name = basename(file);
    const isComponent = /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/u.test(name);
    const isKebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d|\.words)?\.tsx?$/u.test(name);
    return FORBIDDEN_NAMES.test(name) || !(isComponent || isKebab);
  });
  expect(wrong).toEqual([]);
});
