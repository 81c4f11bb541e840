import "./over-time.css";
import type { Lifetimes } from "../../../diagram/overview/lifetimes.ts";
import { timeRangeOf, withTimeRange } from "../../../store/filter/filter-test.ts";
import { clockOf } from "../../../store/filter/read-time.ts";
import { type CaptureSpan, captureSpanOf, type TimeRange } from "../../../store/filter/time-range.ts";
import { placeOf } from "../../../store/find-line.ts";
import { valueOf } from "../../../store/loadable.ts";
import type { OpenedCapture } from "../../../store/opened-capture.ts";
import { punctuation } from "../../parts/punctuation.words.ts";
import { timeOfDay } from "../../times/clock-text.ts";
import { useEndpointText } from "../../use-endpoint-text.ts";
import { useSynfin } from "../../use-synfin.ts";
import { useLanguage, useWords } from "../../use-words.ts";
import { wordOutcome } from "../word-outcome.ts";
import { formatMoment } from "./format-moment.ts";
import { LineField } from "./LineField.tsx";
import { overTimeWords } from "./over-time.words.ts";
import { RangeHandle } from "./RangeHandle.tsx";
import { useLifetimes } from "./use-lifetimes.ts";

const NANOSECONDS = 1e9;

/** All connections of a judged capture over time, a line each. A range of time can be picked. */
export function OverTime({ capture: { connections } }: { readonly capture: OpenedCapture }) {
  const words = useWords(overTimeWords);
  const span = captureSpanOf(connections);
  const lifetimes = useLifetimes(connections);
  if (lifetimes === null) return <div className="over-time-space" />;
  if (span === null) return <p className="over-time-note">{words.noTimes}</p>;
  return (
    <section className="over-time" aria-label={words.label}>
      <TimedLines span={span} lifetimes={lifetimes} />
      {lifetimes.untimed > 0 && <p className="over-time-note">{words.untimed(lifetimes.untimed)}</p>}
    </section>
  );
}

interface TimedLinesProps {
  readonly span: CaptureSpan;
  readonly lifetimes: Lifetimes;
}

function TimedLines({ span, lifetimes }: TimedLinesProps) {
  const words = useWords(overTimeWords);
  const { comma } = useWords(punctuation);
  const language = useLanguage();
  const endpointText = useEndpointText();
  const filter = useSynfin((state) => state.filter);
  const filterWords = useSynfin((state) => state.filterWords);
  const filterBy = useSynfin((state) => state.filterBy);
  const listed = useSynfin((state) => state.listed);
  // A capture with a single moment still needs some width.
  const whole = { from: 0, to: Math.max(span.end - span.start, 1000) / NANOSECONDS };
  const isLocal = useSynfin((state) => state.times === "local");
  const capture = useSynfin((state) => valueOf(state.capture));
  const clock = capture && filter.includes(":") ? clockOf(capture, isLocal) : null;
  const picked = timeRangeOf(filter, filterWords, clock);
  const range = inside(picked, whole);
  const pick = (wish: TimeRange | null): void => {
    const isWhole = wish === null || (wish.from <= whole.from && wish.to >= whole.to);
    filterBy(withTimeRange(filter, isWhole ? null : wish, filterWords));
  };
  const length = range.to - range.from;
  const clockAt = (seconds: number): string | null =>
    capture && timeOfDay(capture, span.start + seconds * NANOSECONDS, isLocal, length < 60 ? 3 : 0);
  const momentText = (seconds: number): string => clockAt(seconds) ?? formatMoment(seconds, length);
  const lineText = (id: number): string => {
    const line = capture?.connections.at(placeOf(capture.connections, id));
    if (!line) return "";
    const { client, server, verdict } = line;
    const outcome = verdict && `${comma}${wordOutcome(verdict.outcome, verdict.startCaptured, language)}`;
    return `${endpointText(client)} → ${endpointText(server)}${outcome ?? ""}`;
  };
  return (
    <>
      <LineField
        lifetimes={lifetimes}
        listed={listed}
        captureStart={span.start}
        range={range}
        onPick={pick}
        momentText={momentText}
        lineText={lineText}
      />
      <div className="over-time-axis" role="group" aria-label={words.rangeLabel}>
        <RangeHandle
          label={words.from}
          text={formatMoment(range.from, length)}
          clock={clockAt(range.from)}
          value={range.from}
          least={whole.from}
          most={range.to}
          step={length / 20}
          onClear={() => pick(null)}
          onMove={(from) => pick({ from, to: range.to })}
        />
        {picked === null ? (
          <span className="over-time-hint">{words.hint}</span>
        ) : (
          <button type="button" className="over-time-whole" onClick={() => pick(null)}>
            {words.whole}
          </button>
        )}
        <RangeHandle
          label={words.to}
          text={formatMoment(range.to, length)}
          clock={clockAt(range.to)}
          value={range.to}
          least={range.from}
          most={whole.to}
          step={length / 20}
          onClear={() => pick(null)}
          onMove={(to) => pick({ from: range.from, to })}
        />
      </div>
      <div className="over-time-track" aria-hidden="true">
        <div
          style={{
            left: `${(100 * range.from) / whole.to}%`,
            width: `${(100 * length) / whole.to}%`,
          }}
        />
      </div>
    </>
  );
}

/** The part of the range within the capture; the whole capture if there is none. */
function inside(range: TimeRange | null, whole: TimeRange): TimeRange {
  const from = Math.max(range?.from ?? whole.from, whole.from);
  const to = Math.min(range?.to ?? whole.to, whole.to);
  return from < to ? { from, to } : whole;
}
