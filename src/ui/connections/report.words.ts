import { formatCount } from "../figures.ts";
import {
  wordSkipped as skippedInEnglish,
  wordWarning as warningInEnglish,
} from "../messages/en/files/warnings.ts";
import {
  wordSkipped as skippedInKorean,
  wordWarning as warningInKorean,
} from "../messages/ko/files/warnings.ts";
import {
  wordSkipped as skippedInChinese,
  wordWarning as warningInChinese,
} from "../messages/zh/files/warnings.ts";
import { counted } from "../wording/english.ts";
import { segmentCount } from "../wording/korean.ts";
import { words } from "../words.ts";

/** What was read of a capture, and what was not. */
export const reportWords = words({
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
  unread: {
    en: (from: string, total: string, percent: string) =>
      `Read to octet ${from} of ${total}; ${percent} unread: what follows makes no sense`,
    ko: (from, total, percent) =>
      `${total}바이트 중 ${from}바이트까지 읽음. ${percent}를 읽지 못함: 그 뒤는 말이 되지 않습니다`,
    zh: (from, total, percent) =>
      `读到第 ${from} 字节，共 ${total} 字节；${percent} 未读：其后的内容没有意义`,
  },
  hole: {
    en: (from: string, octets: string, total: string, percent: string) =>
      `Damaged from octet ${from} on: ${octets} of ${total} octets (${percent}) hold no record; reading went on behind them`,
    ko: (from, octets, total, percent) =>
      `${from}바이트부터 손상됨: ${total}바이트 중 ${octets}바이트(${percent})에 레코드가 없으며, 그 뒤에서 읽기를 계속했습니다`,
    zh: (from, octets, total, percent) =>
      `从第 ${from} 字节起损坏：${total} 字节中有 ${octets} 字节（${percent}）不含记录；已在其后继续读取`,
  },
});
