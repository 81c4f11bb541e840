/**
 * Invisible characters that a name from a file may contain: controls, lone surrogates and noncharacters, which XML
 * and file names forbid too; marks that reverse the text after them; line separators; characters without width.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u2064\ufeff]/gu;

/** A name with its invisible characters shown as codes, `‹U+202E›`. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (mark) => {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `‹U+${code.padStart(4, "0")}›`;
  });
}
