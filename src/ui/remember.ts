/** A choice of an earlier visit; null: none, or the browser keeps nothing. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`synfin.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. Private windows may forbid it: then the choice lasts as long as the page. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`synfin.${key}`, value);
  } catch {
    // Said above.
  }
}
