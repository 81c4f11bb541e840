import { linkIn } from "../link-text.ts";
import { type Course, isLinkLesson } from "./course.ts";

const COURSE = /^course=(?<lessons>[^&]+)/u;
const PLACE = /&lesson=(?<number>\d{1,3})(?=&|$)/u;

/** A course for two hours, from opening to closing. */
export const FIRST_COURSE = [
  "handshake-and-close",
  "refused",
  "syn-lost",
  "three-segment-close",
  "half-close",
  "time-wait",
];

/** The most lessons of a course: more than a term has. */
const MOST_LESSONS = 100;

/**
 * Reads `course=NAME,NAME,…`; null if the fragment is none, or names no lesson that there is. A name that no example
 * has is left out and told. It begins with the lesson that `&lesson=` numbers, from 1, or else with the first.
 * @param names of all examples
 */
export function courseIn(fragment: string, names: readonly string[], linkName: string): Course | null {
  const told = COURSE.exec(fragment)?.groups?.["lessons"];
  if (told === undefined) return null;
  const asked = decoded(told).split(",").filter(Boolean).slice(0, MOST_LESSONS);
  const isKnown = (lesson: string): boolean =>
    isLinkLesson(lesson) ? linkIn(`#${lesson}`) !== null : names.includes(lesson);
  const lessons = asked.filter(isKnown);
  const unknown = asked.filter((lesson) => !isKnown(lesson));
  const number = Number(PLACE.exec(fragment)?.groups?.["number"] ?? 1);
  const at = number >= 1 && number <= lessons.length ? number - 1 : 0;
  return lessons.length === 0 ? null : { lessons, at, unknown, asked: fragment, linkName };
}

/** The fragment that asks for a course at its present lesson; null if none asked for it. */
export function courseAsked({ asked, at }: Course): string | null {
  return asked && asked.replace(PLACE, "") + (at === 0 ? "" : `&lesson=${at + 1}`);
}

/** The fragment that asks for a course. */
export function courseText(lessons: readonly string[]): string {
  return `course=${lessons.map(encodeURIComponent).join(",")}`;
}

/** A chat program may have written the commas as `%2C`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
