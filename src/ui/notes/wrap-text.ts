/** Widths in characters: those of East Asian scripts are twice as wide as Latin ones. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u.test(letter) ? 2 : 1;
  return width;
}

/** The text in lines of at most so many characters, broken between words where that can be. */
export function wrapText(text: string, characters: number): readonly string[] {
  const room = Math.max(characters, 4);
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, room));
}

function wrapParagraph(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  // A break may stand behind a blank, and on both sides of a character of an East Asian script.
  for (const piece of text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+\s*|\s+/gu,
  ) ?? []) {
    if (line !== "" && widthOf((line + piece).trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
    for (let cut = cutAt(line, room); cut > 0; cut = cutAt(line, room)) {
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Where a line that is one long word must be cut; 0: it fits. */
function cutAt(line: string, room: number): number {
  if (widthOf(line.trimEnd()) <= room) return 0;
  let width = 0;
  let at = 0;
  for (const letter of line) {
    width += widthOf(letter);
    if (width > room) break;
    at += letter.length;
  }
  return Math.max(at, 1);
}
