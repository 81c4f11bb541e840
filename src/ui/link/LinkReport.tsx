import type { OpenedCapture } from "../../store/opened-capture.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useWords } from "../use-words.ts";
import { linkWords } from "./link.words.ts";

interface LinkReportProps {
  readonly link: NonNullable<OpenedCapture["link"]>;
  readonly segments: number;
}

/** What an open link holds, and what its maker left out. */
export function LinkReport({ link: { folds, lacksTimestampsAndSack, unread }, segments }: LinkReportProps) {
  const { link } = useWords(linkWords);
  const { comma, semicolon } = useWords(punctuation);
  const total = { client: { segments: 0, payload: 0 }, server: { segments: 0, payload: 0 } };
  for (const fold of folds) {
    for (const end of ["client", "server"] as const) {
      total[end].segments += fold[end].segments;
      total[end].payload += fold[end].payload;
    }
  }
  const parts = [link.read(segments)];
  if (folds.length > 0) parts.push(link.leftOut(total.client, total.server));
  if (lacksTimestampsAndSack) parts.push(link.lacksOptions);
  if (unread.length > 0) parts.push(link.unread(unread.join(comma)));
  return <p className="read-report">{parts.join(semicolon)}</p>;
}
