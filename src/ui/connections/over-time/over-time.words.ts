import { formatCount } from "../../figures.ts";
import { words } from "../../words.ts";

/** The overview of all connections over time. */
export const overTimeWords = words({
  label: { en: "Overview over time", ko: "시간별 개요", zh: "时间概览" },
  tones: {
    en: {
      complete: "complete",
      reset: "reset, refused",
      unfinished: "unfinished",
      open: "open",
    },
    ko: {
      complete: "정상 종료",
      reset: "재설정, 거부",
      unfinished: "미완료",
      open: "열려 있음",
    },
    zh: { complete: "正常关闭", reset: "重置、拒绝", unfinished: "未完成", open: "打开" },
  },
  toneHints: {
    en: {
      complete: "Closed by both ends",
      reset: "Refused, reset by an end, or rejected by an ICMP error",
      unfinished: "Never answered, abandoned, half-open, half-closed, or a close that was not finished",
      open: "Never closed, or only one direction was captured",
    },
    ko: {
      complete: "양쪽 모두 닫음",
      reset: "거부되었거나, 한쪽이 재설정했거나, ICMP 오류로 거절됨",
      unfinished: "응답 없음, 포기, 절반만 열림, 한쪽만 닫음, 또는 끝나지 않은 종료",
      open: "닫히지 않았거나 한 방향만 캡처됨",
    },
    zh: {
      complete: "两端都已关闭",
      reset: "被拒绝、被一端重置，或被 ICMP 差错拒绝",
      unfinished: "无应答、被放弃、半打开、半关闭，或关闭未完成",
      open: "从未关闭，或只捕获了一个方向",
    },
  },
  picture: {
    en: (lines: number) =>
      `${formatCount(lines)} connections, a line each from the first to the last segment, in lanes by outcome`,
    ko: (lines) =>
      `연결 ${formatCount(lines)}개, 첫 세그먼트부터 마지막 세그먼트까지 선 하나씩, 결과별로 나눈 줄`,
    zh: (lines) => `${formatCount(lines)} 个连接，每个一条线，从第一个报文段到最后一个，按结果分栏`,
  },
  fieldHint: {
    en: "Drag to pick a time; click a line to open its connection",
    ko: "끌어서 시간 범위를 고르고, 선을 클릭하면 그 연결이 열립니다",
    zh: "拖动以选择时间；点击一条线打开其连接",
  },
  hint: { en: "drag to zoom", ko: "끌어서 확대", zh: "拖动以放大" },
  rangeLabel: {
    en: "Time in view, in seconds since the start of the capture",
    ko: "보이는 시간(캡처 시작부터 초 단위)",
    zh: "显示的时间，从捕获开始算起的秒数",
  },
  from: { en: "From", ko: "부터", zh: "从" },
  to: { en: "To", ko: "까지", zh: "到" },
  whole: { en: "Whole capture", ko: "캡처 전체", zh: "整个捕获" },
  noTimes: {
    en: "This capture gives no times, so there is no overview over time.",
    ko: "이 캡처에는 시각이 없어 시간별 개요를 그릴 수 없습니다.",
    zh: "此捕获没有时间，因此没有时间概览。",
  },
  untimed: {
    en: (count: number) =>
      count === 1
        ? "1 connection has no times and is not drawn."
        : `${formatCount(count)} connections have no times and are not drawn.`,
    ko: (count) => `연결 ${formatCount(count)}개는 시각이 없어 그리지 않았습니다.`,
    zh: (count) => `${formatCount(count)} 个连接没有时间，未画出。`,
  },
});
