import { type Capture, readCapture } from "../capture/read-capture.ts";
import type { Refusal } from "../capture/read-report.ts";
import { flagNames } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { type SegmentTable, directionOf, flowOf } from "../segments/segment-table.ts";
import { pcapFile } from "./capture-bytes.ts";

/** The octets in slices of one size, each in memory that is overwritten afterwards, as a file reader does. */
export async function* slicesOf(file: Uint8Array, size = file.length): AsyncGenerator<Uint8Array> {
  const reused = new Uint8Array(size);
  for (let at = 0; at < file.length; at += size) {
    const length = Math.min(size, file.length - at);
    reused.set(file.subarray(at, at + length));
    yield reused.subarray(0, length);
    reused.fill(0xee);
  }
}

/** Reads a capture that must not be refused. */
export async function readOctets(file: Uint8Array, sliceSize?: number): Promise<Capture> {
  const result = await readCapture(slicesOf(file, sliceSize));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Reads an input that must be refused, and says why. */
export async function refusalOf(file: Uint8Array, sliceSize?: number): Promise<Refusal> {
  const result = await readCapture(slicesOf(file, sliceSize));
  if (result.ok) throw new Error(`not refused, ${result.value.table.length} segments`);
  return result.error;
}

/** Every column of every row in words, to compare what two readers made of the same capture. */
export function describeRows(table: SegmentTable): string[] {
  return Array.from({ length: table.length }, (_, row) => {
    const flow = flowOf(table, row);
    const ends = [table.flows.a(flow), table.flows.b(flow)].map(({ address, port }) => `${address} ${port}`);
    const [from, to] = directionOf(table, row) === 0 ? ends : ends.toReversed();
    const time = table.time[row] ?? Number.NaN;
    return [
      `#${table.frame[row]}`,
      Number.isNaN(time) ? "no time" : table.timeBase.origin + BigInt(Math.round(time)),
      `${from} > ${to}`,
      flagNames(table.flags[row] ?? 0).join(","),
      `seq ${table.sequenceNumber[row]} ack ${table.acknowledgmentNumber[row]} win ${table.window[row]}`,
      `len ${table.payloadLength[row]} urg ${table.urgentPointer.get(row) ?? 0}`,
      `id ${table.ipId[row]} ttl ${table.ttl[row]} marks ${table.marks[row]}`,
      `options ${optionOctets(table, row).join(" ")}`,
    ].join(" | ");
  });
}

/** The rows of one record of a link type in words, or why it gives none. */
async function rowsOrReason(
  octets: Uint8Array,
  linkType: number,
  captured = octets.length,
): Promise<string[] | string> {
  const result = await readCapture(slicesOf(pcapFile([{ octets, captured }], { linkType })));
  if (result.ok) return describeRows(result.value.table);
  const reasons = Object.keys(result.error.values ?? {}).filter((name) => name !== "records");
  return reasons.join(" ");
}

/** As {@link rowsOrReason}, in short: `192.0.2.1 40000 > 192.0.2.2 80 len 3`, joined by `; `. */
export async function foundIn(record: Uint8Array, linkType = 1, captured?: number): Promise<string> {
  const found = await rowsOrReason(record, linkType, captured);
  if (typeof found === "string") return found;
  return found.map((row) => row.replace(/^.*?\| .*? \| (.*?) \|.*\| len (\d+).*$/, "$1 len $2")).join("; ");
}

/** What one record gives that the snap length cut, as {@link foundIn} says it: every outcome there is, of all cuts. */
export async function foundWhenCut(record: Uint8Array, linkType = 1): Promise<string[]> {
  const outcomes = new Set<string>();
  for (let captured = 1; captured < record.length; captured++) {
    outcomes.add(await foundIn(record, linkType, captured));
  }
  return [...outcomes].toSorted();
}
