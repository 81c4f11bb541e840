import type { Language } from "../../store/language.ts";
import type { Messages } from "./en.ts";

const CATALOGUES: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import("./en.ts")).en,
  ko: async () => (await import("./ko.ts")).ko,
  zh: async () => (await import("./zh.ts")).zh,
};

/** All words in one language. Each language is a part of the script of its own, loaded when it is first spoken. */
export function loadMessages(language: Language): Promise<Messages> {
  return CATALOGUES[language]();
}
