import type { ExampleName } from "./examples.ts";
import { LESSON_LANGUAGES, SECONDS } from "./lesson-language.ts";
import { lessonSteps, type WordedStep } from "./lesson-steps.ts";
import { tourOf, tourWords } from "./lesson.ts";

/** The lesson of an example in that language, a BCP 47 tag; in English where it is not written in it. */
export async function wordedLesson(
  name: ExampleName,
  language: string,
): Promise<{ readonly steps: readonly WordedStep[] }> {
  const spoken = LESSON_LANGUAGES.find((one) => language === one || language.startsWith(`${one}-`)) ?? "en";
  const [tour, words] = await Promise.all([tourOf(name), tourWords(spoken, name)]);
  return { steps: lessonSteps(tour, words, SECONDS[spoken]) };
}
