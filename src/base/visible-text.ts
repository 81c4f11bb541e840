/**
 * What a name from a file may hold and nobody sees: controls, lone surrogates and noncharacters, which XML and files do
 * not take either; marks that turn the text behind them around; separators of lines; characters without a width.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u00ad\u200b\u2060-\u2064\ufeff]/gu;

/** A name with what is not seen shown by its code, `‹U+202E›`, so that it looks like what it is. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (mark) => {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `‹U+${code.padStart(4, "0")}›`;
  });
}
