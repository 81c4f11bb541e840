const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as it stands in an element, or between double quotes in an attribute, of HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => REFERENCES[sign] ?? sign);
}
