import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RefusalKind, WarningCode } from "../../capture/reading-codes.ts";
import type { Language } from "../../store/language.ts";
import { noteWords } from "../segment/notes.words.ts";
import { type Topic, wordsIn } from "../words.ts";
import type { Messages } from "./en.ts";
import { refusals as englishRefusals } from "./en/files/refusals.ts";
import { skippedReasons as englishReasons, warnings as englishWarnings } from "./en/files/warnings.ts";
import { first as en } from "./en/start/first.ts";
import { refusals as koreanRefusals } from "./ko/files/refusals.ts";
import { skippedReasons as koreanReasons, warnings as koreanWarnings } from "./ko/files/warnings.ts";
import { first as ko } from "./ko/start/first.ts";
import type { Sentence } from "./word-code.ts";
import { refusals as chineseRefusals } from "./zh/files/refusals.ts";
import { skippedReasons as chineseReasons, warnings as chineseWarnings } from "./zh/files/warnings.ts";
import { first as zh } from "./zh/start/first.ts";

/*
 * That every message exists in every language is proved by the compiler (`Messages`). Here: that each language says
 * the same facts, that no message is left in English, and that every message is used.
 */

const CATALOGUES: Record<Language, Messages> = { en, ko, zh };

/** The topics that stand beside what says them, by name. */
const TOPICS = Object.values(
  import.meta.glob<Record<string, Topic<object>>>("../**/*.words.ts", { eager: true }),
).flatMap((file) => Object.entries(file));

/** All that the page says in a language. */
function saidIn(language: Language): Leaf[] {
  const topics = TOPICS.map(([name, topic]) => [name, wordsIn(topic, language)]);
  return [...leavesOf(CATALOGUES[language]), ...leavesOf(Object.fromEntries(topics))];
}

const LANGUAGES = ["ko", "zh"] as const satisfies readonly Exclude<Language, "en">[];
const SCRIPTS = { ko: /\p{Script=Hangul}/u, zh: /\p{Script=Han}/u } as const;

/** Names, protocol words, keys and figures: the same in every language. */
const UNTRANSLATED =
  /^(?:app\.name|empty\.pastePlaceholder|graphWords\.token\.|playbackWords\.speed|connectionsWords\.(?:columns\.handshakeRoundTrip|noFigure)|socketsWords\.(?:columns|any|untold|atLeast)|timesWords\.heads\.utc|optionsWords\.(?:\w+\.)?name|fieldWords\.\w+\.name|(?:whyWords\.clause|callReturns|basisWords)|diagramWords\.timeShort|callWords|chipWords\.(?:ecn-echo|cwr|tfo-cookie|keep-alive)|openingWords\.fast-open|closingWords\.rst|coverageWords\.columns\.clause|helpWords\.keys\.\d+\.keys|examples\.(?:fast-open|keep-alive)\.title|link\.name$)/u;

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leavesOf(node: unknown, path = ""): Leaf[] {
  if (typeof node !== "object" || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, value]) =>
    leavesOf(value, path === "" ? key : `${path}.${key}`),
  );
}

/** What a message is called with: figures and names that no message holds by itself. */
const SAMPLES: readonly (readonly unknown[])[] = [
  [7531, 8642, 9753, 6420],
  ["Anna7", "Berta8", "Cora9", "Dora6", "Emma5"],
  [7531, "Berta8", "Cora9", "Dora6"],
  [7531, 8642, "Cora9", "Dora6", "Emma5"],
  ["Anna7", 8642, "Cora9", "Dora6"],
  ["Anna7", "Berta8", 9753],
];

/** The arguments that a message repeats, among the samples that it can be called with. */
function repeated(
  message: (...words: readonly unknown[]) => unknown,
  words: readonly unknown[],
): string[] | null {
  try {
    const said = message(...words);
    if (typeof said !== "string") return null;
    const plain = said.replaceAll(",", "");
    return words.map(String).filter((word) => plain.includes(word));
  } catch {
    return null;
  }
}

describe.each(LANGUAGES)("%s", (language) => {
  const english = saidIn("en");
  const others = new Map(saidIn(language).map(({ path, value }) => [path, value]));

  test("has every message, and no other", () => {
    expect([...others.keys()].toSorted()).toEqual(english.map(({ path }) => path).toSorted());
  });

  test("repeats the names and figures that English repeats", () => {
    let compared = 0;
    const lacking: string[] = [];
    for (const { path, value } of english) {
      const other = others.get(path);
      if (typeof value !== "function" || typeof other !== "function") continue;
      for (const words of SAMPLES) {
        const wanted = repeated(value as () => unknown, words);
        const said = repeated(other as () => unknown, words);
        if (wanted === null || said === null) continue;
        compared++;
        if (wanted.some((word) => !said.includes(word)))
          lacking.push(`${path}(${words.join(", ")}): ${said.join(" ")}`);
      }
    }
    expect(lacking).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  test("leaves nothing in English", () => {
    const script = SCRIPTS[language];
    const left = [...others].filter(([path, value]) => {
      if (typeof value !== "string" || value === "" || UNTRANSLATED.test(path)) return false;
      return /[A-Za-z]{2}/u.test(value) && !script.test(value);
    });
    expect(left).toEqual([]);
  });
});

describe("what is found by a code", () => {
  test.each([
    ["ko refusals", englishRefusals, koreanRefusals],
    ["zh refusals", englishRefusals, chineseRefusals],
    ["ko warnings", englishWarnings, koreanWarnings],
    ["zh warnings", englishWarnings, chineseWarnings],
    ["ko reasons", englishReasons, koreanReasons],
    ["zh reasons", englishReasons, chineseReasons],
  ])("%s have the codes of English", (_, english, other) => {
    expect(Object.keys(other)).toEqual(Object.keys(english));
  });

  const figures = {
    length: 7531,
    octets: "de ad",
    version: "9.8",
    lines: 8642,
    limit: 7654,
    records: 9753,
    udp: 6420,
    missing: 1357,
    captured: 2468,
    first: 3579,
    second: 4680,
    interface: 5791,
    line: 6802,
    protocol: "HTTP/3",
    type: 8913,
  };
  const repeatedFigures = (said: string): string[] =>
    ["<file>", ...Object.values(figures).map(String)].filter((figure) => said.includes(figure));

  test("refusals repeat the figures of English", () => {
    for (const [code, sentence] of Object.entries(englishRefusals)) {
      const wanted = repeatedFigures(sentence("<file>", figures));
      expect(wanted).toContain("<file>");
      // A figure that the samples above lack would be compared with itself.
      expect(sentence("<file>", figures), code).not.toContain("undefined");
      for (const other of [koreanRefusals, chineseRefusals]) {
        expect(repeatedFigures(other[code as RefusalKind]("<file>", figures)), code).toEqual(wanted);
      }
    }
  });

  test("warnings repeat the figures of English", () => {
    const say = (sentence: Sentence): string =>
      typeof sentence === "function" ? sentence(figures) : sentence;
    for (const [code, sentence] of Object.entries(englishWarnings)) {
      expect(say(sentence), code).not.toContain("undefined");
      for (const other of [koreanWarnings, chineseWarnings]) {
        expect(repeatedFigures(say(other[code as WarningCode])), code).toEqual(
          repeatedFigures(say(sentence)),
        );
      }
    }
  });

  test("notes repeat the figures of English", () => {
    const noted = { count: 7531, earlier: "Anna7", interval: "Berta8", octets: 8642, factor: 2 };
    const said = (note: (all: typeof noted) => string): string[] =>
      ["7531", "7532", "Anna7", "Berta8", "8,642"].filter((word) => note(noted).includes(word));
    for (const [kind, note] of Object.entries(noteWords)) {
      expect(said(note.ko), kind).toEqual(said(note.en));
      expect(said(note.zh), kind).toEqual(said(note.en));
    }
  });
});

test("every message is used", () => {
  const source = sourcesOf(join(import.meta.dirname, "..", ".."));
  const unused = saidIn("en")
    .map(({ path }) => path.split("."))
    // Keys of tables are codes that come from the core: the table is used when its name is.
    .map((path) => path.slice(0, path.findIndex((key) => !/^[a-z]\w*$/iu.test(key)) >>> 0))
    // The titles of failures are found by the kind of the failure: `${kind}Title`.
    .filter(([first, second]) => !(first === "failed" && second?.endsWith("Title")))
    .filter((path) => !path.every((key) => new RegExp(`\\b${key}\\b`, "u").test(source)));
  expect(unused.map((path) => path.join("."))).toEqual([]);
});

function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      ({ name, parentPath }) => /(?<!\.test|\.words)\.tsx?$/u.test(name) && !parentPath.includes("messages"),
    )
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("testing"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}
