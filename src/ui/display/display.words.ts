import { words } from "../words.ts";

/** How things are shown, and each of the ways. */
export const displayWords = words({
  close: { en: "Close", ko: "닫기", zh: "关闭" },
  times: { en: "Times", ko: "시각", zh: "时间" },
  timeForms: {
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
  /** The clock of a text, which prints no date and no zone. */
  printed: { en: "As printed", ko: "적힌 대로", zh: "如原文" },
  timeScale: { en: "Time scale", ko: "시간 축척", zh: "时间刻度" },
  scales: {
    en: { compressed: "Idle time shortened", even: "One row per segment", proportional: "To scale" },
    ko: { compressed: "빈 시간 줄이기", even: "세그먼트당 한 줄", proportional: "실제 시간 비례" },
    zh: { compressed: "压缩空闲时间", even: "每个报文段一行", proportional: "按真实时间" },
  },
  scaleHints: {
    en: {
      compressed: "Idle time is shortened and marked",
      even: "One row per segment, whatever the time between",
      proportional: "The space between two rows grows with the time between them",
    },
    ko: {
      compressed: "빈 시간을 줄이고 표시합니다",
      even: "사이의 시간과 상관없이 세그먼트마다 한 줄",
      proportional: "두 줄의 간격이 그 사이의 시간에 비례합니다",
    },
    zh: {
      compressed: "空闲时间被压缩并标出",
      even: "不论间隔多久，每个报文段一行",
      proportional: "两行的间距随其间的时间增大",
    },
  },
  numbers: { en: "Sequence numbers", ko: "순서 번호", zh: "序号" },
  numberForms: {
    en: { relative: "Relative", wire: "Wire", hexadecimal: "Hex" },
    ko: { relative: "상대", wire: "실제", hexadecimal: "16진" },
    zh: { relative: "相对", wire: "实际", hexadecimal: "十六进制" },
  },
  numberHints: {
    en: {
      relative: "Count from the start of the connection: the SYN is 0",
      wire: "As they stand in the segments",
      hexadecimal: "As they stand in the segments, in hexadecimal; lengths and windows stay decimal",
    },
    ko: {
      relative: "연결의 시작부터 셉니다. SYN이 0입니다",
      wire: "세그먼트에 적힌 그대로",
      hexadecimal: "세그먼트에 적힌 그대로 16진수로. 길이와 윈도우는 10진수입니다",
    },
    zh: {
      relative: "从连接开始计数：SYN 为 0",
      wire: "如报文段中所写",
      hexadecimal: "如报文段中所写，以十六进制表示；长度和窗口仍为十进制",
    },
  },
  wireNotTold: {
    en: "This capture tells relative numbers only",
    ko: "이 캡처에는 상대 번호만 있습니다",
    zh: "此捕获只给出相对序号",
  },
  hosts: { en: "Names of hosts", ko: "호스트 이름", zh: "主机名称" },
  hostForms: {
    en: { addresses: "Addresses", names: "Names" },
    ko: { addresses: "주소", names: "이름" },
    zh: { addresses: "地址", names: "名称" },
  },
  hostHints: {
    en: { addresses: "Addresses as in the segments", names: "The names that the capture gives to addresses" },
    ko: { addresses: "세그먼트에 적힌 주소", names: "캡처가 주소에 붙인 이름" },
    zh: { addresses: "报文段中的地址", names: "捕获为地址给出的名称" },
  },
  theme: { en: "Theme", ko: "테마", zh: "主题" },
  themes: {
    en: { system: "System", light: "Light", dark: "Dark", projector: "Projector" },
    ko: { system: "시스템", light: "밝게", dark: "어둡게", projector: "프로젝터" },
    zh: { system: "跟随系统", light: "浅色", dark: "深色", projector: "投影" },
  },
  language: { en: "Language", ko: "언어", zh: "语言" },
});
