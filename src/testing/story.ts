import { readCapture } from "../capture/read-capture.ts";
import { flagNames } from "../segments/flags.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { type ConnectionAnalysis, type EndState, FATES, type Move } from "../tcp/analysis.ts";
import { senderAt } from "../tcp/segment-at.ts";
import type { Basis } from "../tcp/state.ts";
import { endStatesAt, movesAt } from "../tcp/states.ts";
import { compactTable } from "./compact-notation.ts";

/** How a state is known, as docs/state-machine.md 4.2 marks it: nothing for what was seen or is proved. */
export const BASIS_MARKS: Record<Basis, string> = {
  start: "",
  sent: "",
  arrived: "",
  proved: "",
  assumed: "?",
  gap: "!",
  timer: "°",
  predicted: "°",
};

/** The table that the text reader makes of a console. */
export async function tableOfText(text: string): Promise<SegmentTable> {
  async function* slices(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  const result = await readCapture(slices());
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value.table;
}

/** The connections of a console, analysed. */
export async function analyseText(text: string): Promise<ConnectionAnalysis[]> {
  return analyseTable(await tableOfText(text));
}

/** The only connection of an exchange in the compact notation, analysed. */
export function analyseCompact(compact: string): ConnectionAnalysis {
  const [analysis, ...others] = analyseTable(compactTable(compact));
  if (analysis === undefined || others.length > 0) throw new Error("not one connection");
  return analysis;
}

/** One line a segment: who sent what, and both states after it. `client SYN: SYN-SENT, SYN-RECEIVED` */
export function story(analysis: ConnectionAnalysis): string[] {
  const { segments } = analysis;
  return Array.from({ length: segments.length }, (_, index) => {
    const { client, server } = endStatesAt(analysis, index + 1);
    const sender = senderAt(analysis, index + 1);
    const data = (segments.payloadLength[index] ?? 0) > 0 ? " data" : "";
    const flags = flagNames(segments.flags[index] ?? 0).join(",");
    return `${sender} ${flags}${data}: ${stateWords(client)}, ${stateWords(server)}`;
  });
}

/**
 * What became of each segment, where it arrived and what proves it: `lost`, `delivered@3`, `delivered@3 proved by 4`.
 */
export function fateWords({ fate, arrivesAt, provedBy }: ConnectionAnalysis): string[] {
  return Array.from(fate, (index, row) => {
    const arrival = arrivesAt[row] === 0 ? "" : `@${arrivesAt[row]}`;
    return `${FATES[index]}${arrival}${provedBy[row] === 0 ? "" : ` proved by ${provedBy[row]}`}`;
  });
}

/** The moves at one segment in words: `T03 server LISTEN > SYN-RECEIVED, proved`. */
export function moveWords(analysis: ConnectionAnalysis, position: number): string[] {
  return movesAt(analysis, position).map(wordsOfMove);
}

/** The moves after the last segment in words. */
export function epilogueWords({ epilogue }: ConnectionAnalysis): string[] {
  return epilogue.map(wordsOfMove);
}

function wordsOfMove({ arrow, side, from, via, to, basis }: Move): string {
  const steps = [from ?? "unknown", via, to].filter((state) => state !== null);
  return `${arrow} ${side} ${steps.join(" > ")}, ${basis}`;
}

function stateWords({ state, basis }: EndState): string {
  return state === null ? "unknown" : `${state}${BASIS_MARKS[basis]}`;
}
