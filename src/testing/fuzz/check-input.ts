import { type Capture, readCapture } from "../../capture/read-capture.ts";
import type { Refusal } from "../../capture/read-report.ts";
import { KEPT_WARNINGS } from "../../capture/read-report.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { wordRefusal } from "../../ui/messages/en/files/refusals.ts";
import { wordWarning } from "../../ui/messages/en/files/warnings.ts";
import { describeRows, slicesOf } from "../read-octets.ts";
import { brokenPath } from "./broken-path.ts";

/** Octets of table that an octet of input may cost, beside {@link FREE_MEMORY}: the shortest line of text is a row. */
const MEMORY_FACTOR = 64;
/** What an empty table takes. */
const FREE_MEMORY = 256 * 1024;

/** What was found wrong in reading an input; thrown, like the faults that the core throws itself. */
class Broken extends Error {
  override readonly name = "Broken";
}

function demand(holds: boolean, wanted: string): void {
  if (!holds) throw new Broken(wanted);
}

/** How thoroughly an input is looked at: the slower questions are asked of some inputs only. */
export interface CheckDepth {
  /** Read it once more, in slices of so many octets, and compare; null: do not. */
  readonly sliceLength: number | null;
  /** Read its first so many octets and compare; null: do not. */
  readonly prefixLength: number | null;
}

/**
 * Reads any octets as the page does, through to the states of every connection.
 * @throws if anything throws, a number is out of its range, a record is neither read nor counted, memory is not a
 *   small multiple of the input, or other slices or a prefix tell another story
 */
export async function checkInput(octets: Uint8Array, depth: CheckDepth): Promise<void> {
  const read = await readCapture(slicesOf(octets, Math.max(1, octets.length)));
  if (read.ok) checkCapture(read.value, octets.length);
  else checkRefusal(read.error);
  if (depth.sliceLength !== null) {
    const again = await readCapture(slicesOf(octets, depth.sliceLength));
    // How much a damaged gzip stream gives before it ends depends on how much is pushed at once.
    const isDamaged = isGzipCut(read) || isGzipCut(again);
    demand(
      isDamaged || storyOf(again) === storyOf(read),
      `the same in slices of ${depth.sliceLength} octets`,
    );
  }
  if (depth.prefixLength !== null && read.ok) {
    await checkPrefix(octets.subarray(0, depth.prefixLength), read.value);
  }
}

function isGzipCut(read: Awaited<ReturnType<typeof readCapture>>): boolean {
  if (!read.ok) return read.error.kind === "gzip-cut";
  return read.value.report.warnings.some(({ reason }) => reason.code === "gzip-cut");
}

function storyOf(read: Awaited<ReturnType<typeof readCapture>>): string {
  if (!read.ok) return JSON.stringify(read.error);
  const { records, skipped, warningCount } = read.value.report;
  return JSON.stringify([describedRows(read.value.table), records, [...skipped], warningCount]);
}

function describedRows(table: SegmentTable): string[] {
  return describeRows({ ...tableOf(table), timeBase: { ...table.timeBase, origin: 0n } });
}

/** The columns as a plain object: a builder's are properties, so that a spread takes them. */
function tableOf(table: SegmentTable): SegmentTable {
  return { ...table, flows: table.flows };
}

function checkRefusal(refusal: Refusal): void {
  const sentence = wordRefusal("this", refusal);
  demand(
    sentence.length > 10 && !sentence.includes("undefined"),
    `a sentence for ${JSON.stringify(refusal)}`,
  );
}

function checkCapture({ table, report }: Capture, length: number): void {
  demand(report.format !== null, "a format");
  demand(report.warnings.length <= Math.min(KEPT_WARNINGS, report.warningCount), "few warnings kept");
  for (const warning of report.warnings) {
    const sentence = wordWarning(warning.reason);
    demand(sentence.length > 5 && !sentence.includes("undefined"), `a sentence for ${warning.reason.code}`);
    demand(warning.place.at >= 0 && warning.text.length <= 80, `a place for ${warning.reason.code}`);
  }
  checkTable(table);
  checkAccounts({ table, report });
  demand(
    memoryOf(table) <= FREE_MEMORY + MEMORY_FACTOR * length || report.isCompressed,
    "memory bounded by the input",
  );
  for (const analysis of analyseTable(table)) checkAnalysis(analysis);
}

function checkTable(table: SegmentTable): void {
  let frame = 0;
  for (let row = 0; row < table.length; row++) {
    const at = `row ${row}: `;
    demand((table.frame[row] ?? 0) >= 1, `${at}a frame number`);
    frame = Math.max(frame, table.frame[row] ?? 0);
    demand((table.flow[row] ?? 0) >>> 1 < table.flows.length, `${at}a flow that exists`);
    demand((table.flags[row] ?? 0) < 4096, `${at}twelve control bits`);
    const end = (table.optionsAt[row] ?? 0) + (table.optionsLength[row] ?? 0);
    demand(end <= table.optionBytes.length, `${at}options within the column`);
    const time = table.time[row] ?? 0;
    demand(Number.isNaN(time) || Number.isFinite(time), `${at}a time or none`);
  }
  for (let flow = 0; flow < table.flows.length; flow++) {
    for (const { address, port } of [table.flows.a(flow), table.flows.b(flow)]) {
      const isPort = typeof port === "string" || (port >= 0 && port <= 65535);
      demand(address.length > 0 && isPort, `flow ${flow}: ${address} ${port} is no address and port`);
    }
  }
}

/** Every record gave a segment or is counted with a reason. */
function checkAccounts({ table, report }: Capture): void {
  const skipped = [...report.skipped.values()].reduce((sum, count) => sum + count, 0);
  // A line of text may hold two packets; a record of a file counts as one.
  const frames =
    report.format === "text" ? table.length : new Set(table.frame.subarray(0, table.length)).size;
  demand(skipped >= 0 && report.records >= 0, "counts that are no less than 0");
  demand(
    frames + skipped + table.icmpErrors.length >= report.records,
    `${report.records} records: ${frames} read, ${skipped} counted, so nothing lost`,
  );
}

function memoryOf(table: SegmentTable): number {
  const columns = Object.values(tableOf(table)).filter((column) => ArrayBuffer.isView(column));
  return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function checkAnalysis(analysis: ConnectionAnalysis): void {
  const { length } = analysis.segments;
  demand(analysis.fate.length === length, "a fate for every segment");
  let before = 0;
  for (const { position } of analysis.moves) {
    demand(position >= before && position <= length + 1, "moves in order");
    before = position;
  }
  for (const side of ["client", "server"] as const) {
    const broken = brokenPath(analysis, side);
    demand(broken === null, broken ?? "");
  }
  for (const { position } of analysis.annotations)
    demand(position >= 0 && position <= length, "notes in place");
}

/** What a prefix gave, the whole gives too: only the unit that the cut went through may be read otherwise. */
async function checkPrefix(prefix: Uint8Array, whole: Capture): Promise<void> {
  const read = await readCapture(slicesOf(prefix, Math.max(1, prefix.length)));
  if (!read.ok || read.value.report.format !== whole.report.format) return;
  const isText = whole.report.format === "text";
  const describe = isText ? settledRows : describedRows;
  const { table } = read.value;
  const wanted = new Set(describe(whole.table));
  const rows = describe(table);
  // The last unit may be cut; a datagram of which fragments are still to come is shown without its length so far.
  const complete = rows
    .slice(0, Math.max(0, rows.length - (isText ? 2 : 1)))
    .filter((_, row) => isText || ((table.marks[row] ?? 0) & Mark.LengthUnknown) === 0);
  const lost = complete.find((row) => !wanted.has(row));
  demand(lost === undefined, `what the first ${prefix.length} octets gave: ${lost}`);
}

/** Lines that come later may settle the numbers of a line of text, its time (which others contradict) and marks. */
function settledRows(table: SegmentTable): string[] {
  return describedRows(table).map((row) => {
    const [frame, , ...rest] = row.split(" | ");
    return [frame, ...rest].join(" | ").replace(/seq .* win | marks \d+/gu, " ");
  });
}
