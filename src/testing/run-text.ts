import { runScript } from "../lab/run/run-script.ts";
import type { Trace } from "../lab/run/trace.ts";
import { describeProblem } from "../lab/script/describe-problem.ts";
import { printPattern } from "../lab/script/print-script.ts";
import { readScript } from "../lab/script/read-script.ts";
import { END_LETTERS, type Script } from "../lab/script/script.ts";
import { flagNames } from "../segments/flags.ts";
import type { TcpState } from "../tcp/state.ts";

/** Reads a script that has no mistake. */
export function scriptOfText(text: string): Script {
  const script = readScript(text);
  if (!script.ok) throw new Error(script.error.map(describeProblem).join("\n"));
  return script.value;
}

export function runText(text: string): Trace {
  return runScript(scriptOfText(text));
}

/** Everything of a trace, one line for each thing that happened, in order; times in nanoseconds. */
export function linesOfTrace({ segments, moves, calls, end }: Trace): string[] {
  const lines: { readonly order: number; readonly text: string }[] = [];
  for (const segment of segments) {
    const { order, sentAt, name, flags, sequence, acknowledgment, window, octets, loss, arrivals } = segment;
    const came =
      loss ??
      arrivals.map(({ capturedAt, processed }) => `${capturedAt} ${processed?.effect ?? "-"}`).join(" ");
    const header = `[${flagNames(flags).join(",")}] ${sequence} ${acknowledgment} win ${window} len ${octets}`;
    const options = JSON.stringify(segment.options);
    lines.push({ order, text: `${sentAt} ${printPattern(name)} ${header} ${options} -> ${came}` });
  }
  for (const { order, at, end: side, block, arrow, to } of moves)
    lines.push({ order, text: `${at} ${END_LETTERS[side]}${block} ${arrow} ${to}` });
  for (const { order, at, call } of calls)
    lines.push({ order, text: `${at} ${END_LETTERS[call.end]}: ${call.verb.kind}` });
  const inOrder = lines.toSorted((a, b) => a.order - b.order).map(({ text }) => text);
  return [...inOrder, `${end} end`];
}

/** The states that an end came through on its connection number `block`, the first one included. */
export function pathOf(trace: Trace, end: 0 | 1, block = 0): TcpState[] {
  const path: TcpState[] = [trace.blocks[end][block]?.initial ?? "CLOSED"];
  for (const move of trace.moves) {
    if (move.end !== end || move.block !== block) continue;
    if (move.via !== null) path.push(move.via);
    path.push(move.to);
  }
  return path;
}
