/** Characters that start a formula in a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/u;
/** A plain number, which may begin with a minus. */
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/**
 * Rows as in RFC 4180: CRLF, quotes where needed. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front, as OWASP advises: the names of hosts come from the capture.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
