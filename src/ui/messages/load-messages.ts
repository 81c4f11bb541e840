import type { Language } from "../../store/language.ts";
import { wordsBrought } from "../words.ts";
import type { Messages } from "./en.ts";

/** The words that the first view needs. Each is a part of the script of its own. */
const FIRST: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en/start/first.ts")).first,
  ko: async () => (await import("./ko/start/first.ts")).first,
  zh: async () => (await import("./zh/start/first.ts")).first,
};

/** The languages that the page has spoken, or was asked to speak. */
const asked = new Set<Language>();

/** The words of the first view in the language in which the page begins. */
export async function firstWords(language: Language): Promise<Messages> {
  asked.add(language);
  return FIRST[language]();
}

/** All words in one language, of the parts of the page that are there. */
export async function loadMessages(language: Language): Promise<Messages> {
  const [first] = await Promise.all([firstWords(language), wordsBrought(language)]);
  return first;
}

/** A topic of each part of the script that holds words of the first diagram (`partOfLanguage`). */
const FIRST_DIAGRAM: Readonly<Record<Language, Readonly<Record<string, () => Promise<unknown>>>>> = {
  en: import.meta.glob(["../sequence-diagram/diagram.words.ts", "../segment/why.words.ts"], { query: "?en" }),
  ko: import.meta.glob(["../sequence-diagram/diagram.words.ts", "../segment/why.words.ts"], { query: "?ko" }),
  zh: import.meta.glob(["../sequence-diagram/diagram.words.ts", "../segment/why.words.ts"], { query: "?zh" }),
};

/** Asks for the words of the first diagram beside what draws it, which would ask for them a journey later. */
export function preloadDiagramWords(): void {
  for (const language of asked)
    for (const load of Object.values(FIRST_DIAGRAM[language])) load().catch(() => undefined);
}

/** Resolves when the words are there of a part that has been loaded. */
export async function wordsOfPart(): Promise<void> {
  await Promise.all(Array.from(asked, wordsBrought));
}
