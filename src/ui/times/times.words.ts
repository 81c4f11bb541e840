import { words } from "../words.ts";

/** The forms in which times are shown. */
export const timesWords = words({
  label: { en: "Times", ko: "시각", zh: "时间" },
  names: {
    en: {
      connection: "Since start",
      capture: "Since capture",
      utc: "Clock, UTC",
      local: "Clock, local",
      previous: "Since previous",
    },
    ko: {
      connection: "연결 시작부터",
      capture: "캡처 시작부터",
      utc: "시각, UTC",
      local: "시각, 현지",
      previous: "앞 세그먼트부터",
    },
    zh: {
      connection: "自连接开始",
      capture: "自捕获开始",
      utc: "时刻，UTC",
      local: "时刻，本地",
      previous: "距上一报文段",
    },
  },
  /** Above the column of times. */
  heads: {
    en: {
      connection: "Time / s",
      capture: "Capture / s",
      utc: "UTC",
      local: "Local time",
      previous: "Delta / s",
    },
    ko: { connection: "시간 / s", capture: "캡처 / s", utc: "UTC", local: "현지 시각", previous: "간격 / s" },
    zh: { connection: "时间 / s", capture: "捕获 / s", utc: "UTC", local: "本地时刻", previous: "间隔 / s" },
  },
  /** The clock of a text, which prints no date and no zone. */
  printed: { en: "As printed", ko: "적힌 대로", zh: "如原文" },
  hint: {
    en: "How times are shown (T)",
    ko: "시각을 보이는 방법 (T)",
    zh: "时间的显示方式 (T)",
  },
  frame: {
    en: (frame: string) => `Frame ${frame}`,
    ko: (frame) => `프레임 ${frame}`,
    zh: (frame) => `第 ${frame} 帧`,
  },
  line: {
    en: (line: string) => `Line ${line}`,
    ko: (line) => `${line}번째 줄`,
    zh: (line) => `第 ${line} 行`,
  },
  local: {
    en: (time: string) => `${time} local`,
    ko: (time) => `현지 ${time}`,
    zh: (time) => `本地 ${time}`,
  },
  sinceScript: {
    en: (seconds: string) => `${seconds} s after the first segment, simulated`,
    ko: (seconds) => `첫 세그먼트 ${seconds} s 뒤 (시뮬레이션)`,
    zh: (seconds) => `第一个报文段之后 ${seconds} s（模拟）`,
  },
  sinceCapture: {
    en: (seconds: string) => `${seconds} s after the capture began`,
    ko: (seconds) => `캡처 시작 ${seconds} s 뒤`,
    zh: (seconds) => `捕获开始后 ${seconds} s`,
  },
});
