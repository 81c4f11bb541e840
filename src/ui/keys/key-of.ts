/** Keys by where they are on the keyboard, for scripts that have other characters there. */
const BY_PLACE: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ["/", "?"],
  Period: [".", ">"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
};

/**
 * The key that is meant: as the keyboard says, but a letter of another script counts as the Latin one in its place
 * (Hangul, Cyrillic), full-width punctuation as its own, and Caps Lock counts for nothing.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (key.length !== 1) return key;
  const letter = /^[a-z]$/iu.test(key) ? key : key > "~" ? /^Key([A-Z])$/u.exec(code)?.[1] : undefined;
  if (letter !== undefined) return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
  return key > "~" ? (BY_PLACE[code]?.[shiftKey ? 1 : 0] ?? key) : key;
}
