import type { Language } from "../../store/language.ts";
import { wordsBrought } from "../words.ts";
import type { Messages } from "./en.ts";
import type { rest as englishRest } from "./en/rest.ts";
import type { first as englishFirst } from "./en/start/first.ts";

type First = typeof englishFirst;
type Rest = typeof englishRest;

/** The words that the first view needs, and all others. Each is a part of the script of its own. */
const CATALOGUES: Record<
  Language,
  { readonly first: () => Promise<First>; readonly rest: () => Promise<Rest> }
> = {
  en: {
    first: async () => (await import("./en/start/first.ts")).first,
    rest: async () => (await import("./en/rest.ts")).rest,
  },
  ko: {
    first: async () => (await import("./ko/start/first.ts")).first,
    rest: async () => (await import("./ko/rest.ts")).rest,
  },
  zh: {
    first: async () => (await import("./zh/start/first.ts")).first,
    rest: async () => (await import("./zh/rest.ts")).rest,
  },
};

/** The languages that the page has spoken, or was asked to speak. */
const asked = new Set<Language>();

/** All words in one language, of the parts of the page that are there. */
export async function loadMessages(language: Language): Promise<Messages> {
  asked.add(language);
  const { first, rest } = CATALOGUES[language];
  const [ofFirst, ofRest] = await Promise.all([first(), rest(), wordsBrought(language)]);
  return { ...ofFirst, ...ofRest };
}

let begun: { readonly language: Language; readonly messages: Partial<Messages> } | null = null;

/**
 * The words of the first view in the language in which the page begins. The others come into the same object when
 * `restOfWords` is asked for; what needs them is drawn only then (`laterPart`).
 */
export async function firstWords(language: Language): Promise<Messages> {
  asked.add(language);
  const messages = { ...(await CATALOGUES[language].first()) };
  begun = { language, messages };
  return messages as Messages;
}

/** Resolves when the words are there of a part that has been loaded. */
export async function wordsOfPart(): Promise<void> {
  await Promise.all(Array.from(asked, wordsBrought));
}

/** Resolves when all words are there in which the page began; at once where it never began, as in tests. */
export async function restOfWords(): Promise<void> {
  if (begun !== null) Object.assign(begun.messages, await CATALOGUES[begun.language].rest());
}
