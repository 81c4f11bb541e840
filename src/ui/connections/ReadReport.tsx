import type { OpenedCapture } from "../../store/opened-capture.ts";
import { formatCount } from "../figures.ts";
import { LinkReport } from "../link/LinkReport.tsx";
import { useWords } from "../use-words.ts";
import { reportWords } from "./report.words.ts";

/** What was read and, quietly, what was not. */
export function ReadReport({ capture }: { readonly capture: OpenedCapture }) {
  const report = useWords(reportWords);
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
  if (warningCount === 0) return <p className="read-report">{parts.join(report.between)}</p>;
  return (
    <details className="read-report">
      <summary>
        {[...parts, ""].join(report.between)}
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
