import { formatCount } from "../figures.ts";
import {
  wordSkipped as skippedInEnglish,
  wordWarning as warningInEnglish,
} from "../messages/en/files/warnings.ts";
import { counted } from "../messages/en/start/wording.ts";
import {
  wordSkipped as skippedInKorean,
  wordWarning as warningInKorean,
} from "../messages/ko/files/warnings.ts";
import { segmentCount } from "../messages/ko/start/wording.ts";
import {
  wordSkipped as skippedInChinese,
  wordWarning as warningInChinese,
} from "../messages/zh/files/warnings.ts";
import { words } from "../words.ts";

/** What was read of a capture, and what was not. */
export const reportWords = words({
  /** Between the parts of the report. */
  between: { en: "; ", ko: "; ", zh: "；" },
  warning: { en: warningInEnglish, ko: warningInKorean, zh: warningInChinese },
  skippedReason: { en: skippedInEnglish, ko: skippedInKorean, zh: skippedInChinese },
  records: {
    en: (records: number, segments: number) =>
      `${counted(records, "record", "records")}, ${counted(segments, "TCP segment", "TCP segments")}`,
    ko: (records, segments) => `레코드 ${formatCount(records)}개, TCP ${segmentCount(segments)}`,
    zh: (records, segments) => `${formatCount(records)} 条记录，${formatCount(segments)} 个 TCP 报文段`,
  },
  lines: {
    en: (lines: number, segments: number) =>
      `${counted(lines, "packet line", "packet lines")}, ${counted(segments, "TCP segment", "TCP segments")}`,
    ko: (lines, segments) => `패킷 줄 ${formatCount(lines)}개, TCP ${segmentCount(segments)}`,
    zh: (lines, segments) => `${formatCount(lines)} 个分组行，${formatCount(segments)} 个 TCP 报文段`,
  },
  skipped: {
    en: (parts: readonly string[]) => `skipped: ${parts.join(", ")}`,
    ko: (parts) => `건너뜀: ${parts.join(", ")}`,
    zh: (parts) => `跳过：${parts.join("，")}`,
  },
  warnings: {
    en: (count: number) => counted(count, "warning", "warnings"),
    ko: (count) => `경고 ${formatCount(count)}개`,
    zh: (count) => `${formatCount(count)} 个警告`,
  },
  byte: {
    en: (at: number) => `byte ${formatCount(at)}`,
    ko: (at) => `바이트 ${formatCount(at)}`,
    zh: (at) => `第 ${formatCount(at)} 字节`,
  },
  line: {
    en: (at: number) => `line ${formatCount(at)}`,
    ko: (at) => `줄 ${formatCount(at)}`,
    zh: (at) => `第 ${formatCount(at)} 行`,
  },
  more: {
    en: (count: number) => `and ${formatCount(count)} more`,
    ko: (count) => `그 밖에 ${formatCount(count)}개`,
    zh: (count) => `还有 ${formatCount(count)} 个`,
  },
});
