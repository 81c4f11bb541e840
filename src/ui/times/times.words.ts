import { words } from "../words.ts";

/** The forms in which times are shown. */
export const timesWords = words({
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
    ko: (seconds) => `첫 세그먼트 ${seconds}초 뒤 (시뮬레이션)`,
    zh: (seconds) => `第一个报文段之后 ${seconds} 秒（模拟）`,
  },
  sinceCapture: {
    en: (seconds: string) => `${seconds} s after the capture began`,
    ko: (seconds) => `캡처 시작 ${seconds}초 뒤`,
    zh: (seconds) => `捕获开始后 ${seconds} 秒`,
  },
});
