import type { Chapter } from "./example.ts";
import { EXAMPLES, type ExampleName } from "./examples.ts";
import type { LessonLanguage } from "./lesson-language.ts";
import type { Tour, TourWords } from "./tour.ts";

type Tours = Readonly<Record<string, Tour>>;
type ToursWords = Readonly<Record<string, TourWords>>;

const TOURS: Record<Chapter, () => Promise<Tours>> = {
  opening: async () => (await import("./tours/opening.ts")).opening,
  losing: async () => (await import("./tours/losing.ts")).losing,
  closing: async () => (await import("./tours/closing.ts")).closing,
  enduring: async () => (await import("./tours/enduring.ts")).enduring,
};

const WORDS: Record<LessonLanguage, Record<Chapter, () => Promise<ToursWords>>> = {
  en: {
    opening: async () => (await import("./words/en/opening.ts")).opening,
    losing: async () => (await import("./words/en/losing.ts")).losing,
    closing: async () => (await import("./words/en/closing.ts")).closing,
    enduring: async () => (await import("./words/en/enduring.ts")).enduring,
  },
  ko: {
    opening: async () => (await import("./words/ko/opening.ts")).opening,
    losing: async () => (await import("./words/ko/losing.ts")).losing,
    closing: async () => (await import("./words/ko/closing.ts")).closing,
    enduring: async () => (await import("./words/ko/enduring.ts")).enduring,
  },
  zh: {
    opening: async () => (await import("./words/zh/opening.ts")).opening,
    losing: async () => (await import("./words/zh/losing.ts")).losing,
    closing: async () => (await import("./words/zh/closing.ts")).closing,
    enduring: async () => (await import("./words/zh/enduring.ts")).enduring,
  },
};

/** The tour of that example. Loads the example; rejects when its part of the page cannot be loaded. */
export async function tourOf(name: ExampleName): Promise<Tour> {
  return ofName(await TOURS[chapterOf(name)](), name);
}

/** The words of that tour. Rejects when their part of the page cannot be loaded. */
export async function tourWords(language: LessonLanguage, name: ExampleName): Promise<TourWords> {
  return ofName(await WORDS[language][chapterOf(name)](), name);
}

function chapterOf(name: ExampleName): Chapter {
  const example = EXAMPLES.find((one) => one.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return example.chapter;
}

function ofName<Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry {
  const entry = entries[name];
  if (!entry) throw new Error(`the lessons have nothing for ${name}`);
  return entry;
}
