import { formatCount } from "../../../figures.ts";
import type { report as english } from "../../en/explorer/report.ts";
import { segmentCount } from "../start/wording.ts";

export const report: typeof english = {
  records: (records, segments) => `레코드 ${formatCount(records)}개, TCP ${segmentCount(segments)}`,
  lines: (lines, segments) => `패킷 줄 ${formatCount(lines)}개, TCP ${segmentCount(segments)}`,
  skipped: (parts) => `건너뜀: ${parts.join(", ")}`,
  warnings: (count) => `경고 ${formatCount(count)}개`,
  byte: (at) => `바이트 ${formatCount(at)}`,
  line: (at) => `줄 ${formatCount(at)}`,
  more: (count) => `그 밖에 ${formatCount(count)}개`,
};
