import { formatCount } from "../../../figures.ts";
import { counted } from "../start/wording.ts";

export const report = {
  records: (records: number, segments: number) =>
    `${counted(records, "record", "records")}, ${counted(segments, "TCP segment", "TCP segments")}`,
  lines: (lines: number, segments: number) =>
    `${counted(lines, "packet line", "packet lines")}, ${counted(segments, "TCP segment", "TCP segments")}`,
  skipped: (parts: readonly string[]) => `skipped: ${parts.join(", ")}`,
  warnings: (count: number) => counted(count, "warning", "warnings"),
  byte: (at: number) => `byte ${formatCount(at)}`,
  line: (at: number) => `line ${formatCount(at)}`,
  more: (count: number) => `and ${formatCount(count)} more`,
};
