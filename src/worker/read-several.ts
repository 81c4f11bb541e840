import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";
import { takeTurns } from "../base/turns.ts";
import { ReadReport } from "../capture/read-report.ts";
import { joinPieces, orderOfPieces } from "../merge/join-pieces.ts";
import { mergeInSteps } from "../merge/merge-captures.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { OpenFailure, ReadProgress } from "./analyser.ts";
import type { CaptureSource, OneSource } from "./capture-source.ts";
import { type GroupedCapture, readSource } from "./read-source.ts";
import { sourceName, sourceOctets, sourceSize } from "./source-slices.ts";
import { groupedPair } from "./witnessed-capture.ts";

type SeveralSources = Extract<CaptureSource, { readonly kind: "pair" | "pieces" }>;

/** Reads several inputs as one capture. Throws the signal's reason once it is aborted. */
export async function readSeveral(
  source: SeveralSources,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<GroupedCapture, OpenFailure>> {
  const read = await readEach(source.sources, signal, onProgress);
  if (!read.ok) return read;
  return source.kind === "pair" ? await merged(source, read.value, signal) : joined(source.name, read.value);
}

/** Reads one after the other; the first failure is that of all. */
async function readEach(
  sources: readonly OneSource[],
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<GroupedCapture[], OpenFailure>> {
  const bytesTotal = sources.reduce((sum, source) => sum + sourceSize(source), 0);
  const all: GroupedCapture[] = [];
  let before = { bytesRead: 0, segments: 0, connections: 0 };
  for (const source of sources) {
    const from = before;
    const read = await readSource(source, sourceOctets(source), signal, (progress) => {
      before = {
        bytesRead: from.bytesRead + progress.bytesRead,
        segments: from.segments + progress.segments,
        connections: Math.max(from.connections, progress.connections),
      };
      onProgress({ ...before, bytesTotal, lines: [] });
    });
    if (!read.ok) return read;
    all.push(read.value);
  }
  return ok(all);
}

async function merged(
  { name, sources }: Extract<SeveralSources, { readonly kind: "pair" }>,
  [first, second]: readonly GroupedCapture[],
  signal: AbortSignal,
): Promise<Result<GroupedCapture, OpenFailure>> {
  if (first === undefined || second === undefined) return fail(refused(name));
  const isLeft = (): boolean => signal.aborted;
  const names = [sourceName(sources[0]), sourceName(sources[1])] as const;
  const merge = (one: GroupedCapture, other: GroupedCapture) =>
    takeTurns(mergeInSteps([asMerged(one), asMerged(other)]), { isLeft });
  const given = await merge(first, second);
  signal.throwIfAborted();
  if (given === null || typeof given === "string") return fail(refused(name));
  const clients = given.connections.filter(({ rows, clientDirection }) => {
    const isClients = (given.table.flow[rows[0]] & 1) === clientDirection;
    return isClients === (given.senders[rows[0]] === 0);
  }).length;
  // The client stands on the left: its clock is the one that the table has.
  if (2 * clients >= given.connections.length) return ok(groupedPair(given, [first, second], names));
  const turned = await merge(second, first);
  signal.throwIfAborted();
  if (turned === null || typeof turned === "string") return fail(refused(name));
  return ok(groupedPair(turned, [second, first], [names[1], names[0]]));
}

function asMerged({ capture: { table }, connections }: GroupedCapture) {
  return { table, connections };
}

function refused(name: string): OpenFailure {
  return { kind: "refused", name, refusal: { kind: "unrelated" } };
}

function joined(name: string, read: readonly GroupedCapture[]): Result<GroupedCapture, OpenFailure> {
  const order = orderOfPieces(read.map(({ capture }) => capture.table));
  if (order === null) return fail(refused(name));
  const pieces = order.flatMap((index) => read.slice(index, index + 1)).map(({ capture }) => capture);
  const report = new ReadReport();
  for (const piece of pieces) report.add(piece.report);
  const table = joinPieces(pieces.map((piece) => ({ table: piece.table, records: piece.report.records })));
  return ok({ capture: { table, report }, connections: new ConnectionGrouping(table).finish() });
}
