import type { Language } from "../store/language.ts";

/** A sentence, or a group of them, in every language; the English one says what parameters it takes. */
type Said<T> = { readonly [L in Language]: L extends "en" ? T : NoInfer<T> };

/** What is said of one topic, in every language. */
export type Topic<T> = { readonly [K in keyof T]: Said<T[K]> };

/** What a language says of a topic. */
export type WordsOf<T> = T extends Topic<infer Words> ? Words : never;

/**
 * The words of one topic, with the languages of a sentence beside each other. Its file stands in the folder of what
 * says it; only the words of views (`view.words.ts`) are there from the beginning, all others come with the part that
 * uses them.
 */
export function words<T>(topic: Topic<T>): Topic<T> {
  return topic;
}

/** What of a topic each language says. */
const spoken = new WeakMap<object, Map<Language, object>>();

/**
 * Tells what one language says of a topic. The build takes a topic apart (`scripts/one-language.ts`): the topic is
 * empty there, and each language that is loaded tells its words.
 * @public what the build makes of a file of words imports it
 */
export function tell(topic: object, language: Language, said: object): void {
  const known = spoken.get(topic) ?? new Map<Language, object>();
  spoken.set(topic, known.set(language, said));
}

/** Loads what each language says of a topic. */
type Brings = Readonly<Record<Language, () => Promise<unknown>>>;
const brought: Brings[] = [];

/**
 * Notes how the words of a topic are loaded, as soon as a part of the page is there that uses it.
 * @public what the build makes of a file of words imports it
 */
export function bring(topic: Brings): void {
  brought.push(topic);
}

/** Resolves when a language has told the words of all topics of the parts that are there. */
export async function wordsBrought(language: Language): Promise<void> {
  await Promise.all(brought.map((topic) => topic[language]()));
}

/** What a language says of a topic. */
export function wordsIn<T>(topic: Topic<T>, language: Language): T {
  const known = spoken.get(topic)?.get(language);
  if (known !== undefined) return known as T;
  const said = Object.fromEntries(
    Object.entries<Said<unknown>>(topic).map(([key, each]) => [key, each[language]]),
  );
  tell(topic, language, said);
  return said as T;
}
