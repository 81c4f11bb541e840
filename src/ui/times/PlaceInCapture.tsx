import { captureSpanOf } from "../../store/filter/time-range.ts";
import { captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { formatCount } from "../figures.ts";
import { formatSeconds } from "../sequence-diagram/format-seconds.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { timeOfDay } from "./clock-text.ts";
import { timesWords } from "./times.words.ts";

interface PlaceInCaptureProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** Where a segment stands in the coordinates of logs and of Wireshark: its frame number and its time of day. */
export function PlaceInCapture({ analysis: { segments }, position }: PlaceInCaptureProps) {
  const words = useWords(timesWords);
  const capture = useSynfin(captureOf);
  const isLocal = useSynfin((state) => state.times === "local");
  if (capture === null) return null;
  const time = segments.time[position - 1] ?? Number.NaN;
  const frame = segments.frame[position - 1] ?? 0;
  const clock = timeOfDay(capture, time, isLocal, 6);
  const since = time - (captureSpanOf(capture.connections)?.start ?? Number.NaN);
  const isEpoch = capture.timeBase.kind === "epoch";
  const parts = [
    // A link holds no place in a file.
    capture.format !== "link" && capture.run === null && frame > 0
      ? (capture.format === "text" ? words.line : words.frame)(formatCount(frame))
      : null,
    clock === null ? null : !isEpoch ? clock : isLocal ? words.local(clock) : `${clock} UTC`,
    Number.isNaN(since)
      ? null
      : (capture.run === null ? words.sinceCapture : words.sinceScript)(formatSeconds(since, 6)),
  ];
  return <p className="place-in-capture">{parts.filter((part) => part !== null).join(" · ")}</p>;
}
