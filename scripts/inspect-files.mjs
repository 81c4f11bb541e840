// For checks: the connections that `inspect` finds in many files, a batch at a time.
import { basename, join } from "node:path";
import { runInspect } from "./run-inspect.mjs";

const FILES_A_CALL = 50;

/**
 * @param {string} folder
 * @param {readonly string[]} names files in it
 * @returns {Generator<[name: string, connections: object[]]>} in the order given; none for a refused file
 */
export function* inspectFiles(folder, names, options = []) {
  for (let i = 0; i < names.length; i += FILES_A_CALL) {
    const batch = names.slice(i, i + FILES_A_CALL);
    const { lines, status } = runInspect([...options, ...batch.map((name) => join(folder, name))]);
    const byName = new Map(batch.map((name) => [name, []]));
    const answered = new Set();
    for (const parsed of lines) {
      if (parsed.connection !== undefined) byName.get(basename(parsed.file)).push(parsed);
      else answered.add(basename(parsed.summary?.file ?? parsed.refused.file));
    }
    // A file alone that is refused gives its sentence on standard error only.
    const silent = batch.length === 1 && status === 1 ? [] : batch.filter((name) => !answered.has(name));
    if (silent.length > 0)
      throw new Error(`inspect gives neither summary nor refusal for ${silent.join(", ")}`);
    yield* byName;
  }
}

const LINKS_A_CALL = 400;

/**
 * What `inspect` reads out of links, each of which begins with `#`.
 * @param {readonly string[]} links
 * @returns {(object | null)[]} in the order given; null for a refused link
 */
export function inspectLinks(links) {
  const lines = [];
  for (let i = 0; i < links.length; i += LINKS_A_CALL) {
    const batch = links.slice(i, i + LINKS_A_CALL);
    const { lines: parsed, status, stderr } = runInspect(batch);
    const answers = parsed.filter(
      ({ connection, refused }) => connection !== undefined || refused !== undefined,
    );
    if (answers.length !== batch.length && !(batch.length === 1 && status === 1))
      throw new Error(`inspect answers ${answers.length} of ${batch.length} links: ${stderr.slice(0, 500)}`);
    lines.push(...batch.map((_, at) => (answers[at]?.refused || !answers[at] ? null : answers[at])));
  }
  return lines;
}

/** Rows of a table with tabs, the first line naming the columns; an empty cell is undefined. */
export function tableRows(text) {
  const [head, ...lines] = text.trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] || undefined]));
  });
}
