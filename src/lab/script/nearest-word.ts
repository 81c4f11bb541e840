import { editDistance } from "../../base/edit-distance.ts";

/** The word that is at most two changes away from what was written; null if none is. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  let [nearest, least]: [string | null, number] = [null, 3];
  for (const word of words) {
    const changes = editDistance(written.slice(0, 20), word.toLowerCase());
    if (changes < least && changes < word.length) [nearest, least] = [word, changes];
  }
  return nearest;
}
