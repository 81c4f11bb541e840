import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";
import { visibleText } from "../base/visible-text.ts";
import { ReadReport } from "../capture/read-report.ts";
import type { Note } from "../segments/note.ts";
import { decodeLink } from "../share/decode-link.ts";
import { openShared } from "../share/open-shared.ts";
import type { OpenedLink, OpenFailure } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { GroupedCapture } from "./read-source.ts";

const NO_ROWS = new Uint32Array(0);

/** A link as a capture of one connection. */
export interface GroupedLink extends GroupedCapture {
  readonly link: OpenedLink;
}

/** Reads a link, or says why it is refused as a whole. */
export async function readLink({
  name,
  fragment,
}: Extract<CaptureSource, { kind: "link" }>): Promise<Result<GroupedLink, OpenFailure>> {
  const decoded = await decodeLink(fragment);
  if (!decoded.ok) return fail({ kind: "link", name, refusal: decoded.error });
  const { title, folds, lacksTimestampsAndSack, segments, unread, witnesses } = decoded.value;
  const { table, connections, witnessed } = openShared(decoded.value);
  const rows = connections[0]?.rows ?? NO_ROWS;
  const report = new ReadReport();
  report.records = segments.length;
  return ok({
    capture: { table, report },
    // The analysis may look at the connections before and after it; the list shows only this one.
    connections: {
      length: 1,
      at: (id) => connections[id],
      likeness: () => null,
      clientOf: () => 0,
      rowAt: (_, position) => rows[position - 1] ?? 0,
      rowCount: () => rows.length,
      placeOfRow: (row) => (rows.includes(row) ? { connection: 0, position: rows.indexOf(row) + 1 } : null),
      payload: () => 0,
    },
    witnessed,
    ...(witnesses !== null && { tellWitnesses: () => ({ witnesses, own: null }) }),
    link: { title, folds, lacksTimestampsAndSack, notes: decoded.value.notes.map(visibleNote), unread },
  });
}

/** A note as it can be shown: with invisible characters as codes. */
function visibleNote({ at, text, question }: Note): Note {
  const asked = question && { ...question, answers: question.answers.map(visibleText) };
  return { at, text: visibleText(text), question: asked };
}
