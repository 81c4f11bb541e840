import { formatCount } from "../../../figures.ts";
import type { report as english } from "../../en/explorer/report.ts";

export const report: typeof english = {
  records: (records, segments) => `${formatCount(records)} 条记录，${formatCount(segments)} 个 TCP 报文段`,
  lines: (lines, segments) => `${formatCount(lines)} 个分组行，${formatCount(segments)} 个 TCP 报文段`,
  skipped: (parts) => `跳过：${parts.join("，")}`,
  warnings: (count) => `${formatCount(count)} 个警告`,
  byte: (at) => `第 ${formatCount(at)} 字节`,
  line: (at) => `第 ${formatCount(at)} 行`,
  more: (count) => `还有 ${formatCount(count)} 个`,
};
