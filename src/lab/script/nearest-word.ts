/** The word that is at most two changes away from what was written; null if none is. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  let [nearest, least]: [string | null, number] = [null, 3];
  for (const word of words) {
    const changes = changesBetween(written.slice(0, 20), word.toLowerCase());
    if (changes < least && changes < word.length) [nearest, least] = [word, changes];
  }
  return nearest;
}

/** How many letters must be added, left out or replaced (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
