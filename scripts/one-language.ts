import { parseAst, type Plugin } from "vite";
import { LANGUAGES } from "../src/store/language.ts";

/** A file of words: every export is a call of `words`, with the languages of a sentence beside each other. */
const WORDS = /^(?<file>.*\.words\.ts)(?:\?(?<language>\w+))?$/u;

/** What the words of one language put together with: plurals, particles, lists. */
const GRAMMAR = /\/ui\/wording\/\w+\.ts$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Words of the first view, which wait for them; the words of everything else come with its part. */
const FIRST = /\/view\.words\.ts$/u;

/**
 * Takes the languages of the built page apart. A file of words as others import it holds empty topics, and says how
 * their words are loaded; with `?ko` behind its name it tells the Korean words of them, and of no other language.
 */
export function oneLanguage(): Plugin {
  return {
    name: "one-language",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: [WORDS, GRAMMAR] },
      handler(code, id) {
        // Nobody needs the grammar of a language that is cut out.
        if (GRAMMAR.test(id)) return { code, moduleSideEffects: false };
        const { file = "", language } = WORDS.exec(id)?.groups ?? {};
        if (language === undefined) return emptyTopics(code, file);
        if (!LANGUAGES.some((one) => one === language))
          throw new Error(`${file} has no language ${language}`);
        return inLanguage(code, file, language);
      },
    },
  };
}

function emptyTopics(code: string, file: string): string {
  const topics = topicsOf(code).map(({ name }) => `export const ${name} = {};\n`);
  if (FIRST.test(file)) return topics.join("");
  const loads = LANGUAGES.map((one) => `${one}: () => import("./${nameOf(file)}?${one}")`);
  return `import { bring } from "/src/ui/words.ts";\n${topics.join("")}bring({ ${loads.join(", ")} });\n`;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** The file with one language in place of all, telling what it says. */
function inLanguage(code: string, file: string, language: string): string {
  const topics = topicsOf(code);
  const cuts = topics.flatMap(({ said }) => said.map((sentence) => cutOf(sentence, language, file)));
  let cut = code;
  for (const { of, by } of cuts.toSorted((one, other) => other.of.start - one.of.start)) {
    cut = cut.slice(0, of.start) + code.slice(by.start, by.end) + cut.slice(of.end);
  }
  const told = topics.map(({ name }) => `tell(topics.${name}, "${language}", ${name});\n`).join("");
  return `import * as topics from "./${nameOf(file)}";\nimport { tell } from "/src/ui/words.ts";\n${cut}\n${told}`;
}

interface Cut {
  readonly of: Piece;
  readonly by: Piece;
}

function cutOf({ key, value }: Sentence, language: string, file: string): Cut {
  const by = propertiesOf(value).find((each) => each.key === language)?.value;
  if (by === undefined) throw new Error(`${file}: ${key} is not said in the language ${language}`);
  return { of: value, by };
}

interface Sentence {
  readonly key: string;
  readonly value: Node;
}

/** What is read of a syntax tree (ESTree). */
interface Node extends Piece {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The exported topics of a file of words, and what each says. */
function topicsOf(code: string): { readonly name: string; readonly said: readonly Sentence[] }[] {
  const { body } = parseAst(code, { lang: "ts" }) as unknown as { readonly body: readonly Node[] };
  return body
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .map(({ declaration }) => (declaration as { declarations?: readonly Node[] } | null)?.declarations?.[0])
    .filter((declared) => declared !== undefined)
    .map(({ id, init }) => {
      const { name } = id as { readonly name: string };
      const [topic] = (init as { arguments?: readonly Node[] }).arguments ?? [];
      if (topic?.type !== "ObjectExpression") throw new Error(`${name} is no call of words({ … })`);
      return { name, said: propertiesOf(topic) };
    });
}

function propertiesOf(object: Node): Sentence[] {
  return ((object["properties"] as readonly Node[] | undefined) ?? []).map((property) => ({
    key: (property["key"] as { readonly name?: string; readonly value?: string }).name ?? "",
    value: property["value"] as Node,
  }));
}
