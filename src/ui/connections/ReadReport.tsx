import type { OpenedCapture } from "../../store/opened-capture.ts";
import { formatCount } from "../figures.ts";
import { LinkReport } from "../link/LinkReport.tsx";
import { punctuation } from "../parts/punctuation.words.ts";
import { useWords } from "../use-words.ts";
import { reportWords } from "./report.words.ts";

type Damage = NonNullable<OpenedCapture["damage"]>;

/** What was read and, quietly, what was not; a bar where a part of the file could not be read. */
export function ReadReport({ capture }: { readonly capture: OpenedCapture }) {
  return (
    <>
      {capture.damage && <DamageBar damage={capture.damage} />}
      <Records capture={capture} />
    </>
  );
}

function DamageBar({ damage: { from, octets, total } }: { readonly damage: Damage }) {
  const words = useWords(reportWords);
  const share = percentOf(octets, total);
  const [first, all] = [formatCount(from), formatCount(total)];
  const said =
    from + octets >= total
      ? words.unread(first, all, share)
      : words.hole(first, formatCount(octets), all, share);
  return (
    <p className="read-damage" role="status">
      {said}
    </p>
  );
}

/** `81 %`, `0.3 %`, `< 0.1 %`. */
function percentOf(part: number, whole: number): string {
  const percent = (100 * part) / Math.max(1, whole);
  if (percent < 0.1) return "< 0.1 %";
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

function Records({ capture }: { readonly capture: OpenedCapture }) {
  const report = useWords(reportWords);
  const { semicolon } = useWords(punctuation);
  const { warning, skippedReason } = report;
  const { format, records, segments, skipped, warnings, warningCount } = capture;
  const numbered = warnings.map((each, number) => ({ ...each, number }));
  if (capture.link !== null) return <LinkReport link={capture.link} segments={segments} />;
  const parts = [format === "text" ? report.lines(records, segments) : report.records(records, segments)];
  if (skipped.length > 0) {
    parts.push(
      report.skipped(skipped.map(([reason, count]) => `${formatCount(count)} ${skippedReason(reason)}`)),
    );
  }
  if (warningCount === 0) return <p className="read-report">{parts.join(semicolon)}</p>;
  return (
    <details className="read-report">
      <summary>
        {[...parts, ""].join(semicolon)}
        <strong>{report.warnings(warningCount)}</strong>
      </summary>
      <ol>
        {numbered.map(({ number, place, text, reason }) => (
          <li key={number}>
            <span className="place">{report[place.kind](place.at)}</span> {warning(reason)}
            {text !== "" && <code>{text}</code>}
          </li>
        ))}
        {warningCount > warnings.length && (
          <li className="more">{report.more(warningCount - warnings.length)}</li>
        )}
      </ol>
    </details>
  );
}
