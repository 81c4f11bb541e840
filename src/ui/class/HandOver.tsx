import { useState } from "react";
import { flagNames } from "../../segments/flags.ts";
import type { LessonStep } from "../../store/tour/lesson.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useWords } from "../use-words.ts";
import { lessonWords } from "./lesson.words.ts";

interface HandOverProps {
  readonly steps: readonly LessonStep[];
  /** Index of the present one. */
  readonly step: number;
  readonly analysis: ConnectionAnalysis;
}

/** What a step was shown with. */
type Shown = Pick<HandOverProps, "step" | "analysis">;

/**
 * Says that a tour has gone on to another connection of the same pair, and names the segment of the one before that the
 * step before was about: the two diagrams do not show each other's.
 */
export function HandOver({ steps, step, analysis }: HandOverProps) {
  const words = useWords(lessonWords);
  const [[shown, shownBefore], setShown] = useState<readonly [Shown, Shown | null]>([
    { step, analysis },
    null,
  ]);
  const before = steps[step - 1];
  const stop = steps[step];
  if (analysis.connection.id !== stop?.connection) return null;
  // What a step shows of the connection may come after the step: it hides the future.
  if (shown.step !== step || shown.analysis !== analysis)
    setShown([{ step, analysis }, shown.step === step ? shownBefore : shown]);
  if (before === undefined || before.connection === stop.connection) return null;
  if (shownBefore?.step !== step - 1 || !areOfOnePair(shownBefore.analysis, analysis)) return null;
  return (
    <p className="class-card-hand-over">
      {words.otherConnection} {words.segmentBefore(...senderAndFlags(shownBefore.analysis, before.position))}
    </p>
  );
}

function areOfOnePair(
  { connection: one }: ConnectionAnalysis,
  { connection: other }: ConnectionAnalysis,
): boolean {
  const ends = ({ address, port }: typeof one.client): string => `${address} ${port}`;
  return new Set([one.client, one.server, other.client, other.server].map(ends)).size <= 2;
}

function senderAndFlags(
  { segments, fromClient }: ConnectionAnalysis,
  position: number,
): ["client" | "server", string] {
  const flags = flagNames(segments.flags[position - 1] ?? 0).join(",");
  return [fromClient[position - 1] === 1 ? "client" : "server", flags];
}
