import { words } from "../../words.ts";

/** The example that plays by itself, and the course below it. */
export const livingWords = words({
  label: {
    en: "A real connection, playing",
    ko: "재생 중인 실제 연결",
    zh: "正在播放的真实连接",
  },
  told: {
    en: "A real connection opens, carries a request and its answer, and closes: each segment moves an end to its next state.",
    ko: "실제 연결이 열리고, 요청과 응답을 나르고, 닫힙니다. 세그먼트마다 한쪽 끝이 다음 상태로 넘어갑니다.",
    zh: "一个真实的连接：建立、传送请求和应答、关闭。每个报文段都使一端进入下一个状态。",
  },
  takeOver: {
    en: "Take it over",
    ko: "직접 해 보기",
    zh: "自己来",
  },
  pause: {
    en: "Pause",
    ko: "일시 정지",
    zh: "暂停",
  },
  play: {
    en: "Play",
    ko: "재생",
    zh: "播放",
  },
  course: {
    en: (lessons: number) => `A course in ${lessons} lessons`,
    ko: (lessons) => `수업 ${lessons}개로 된 강좌`,
    zh: (lessons) => `${lessons} 课的课程`,
  },
  own: {
    en: "A course of your own…",
    ko: "나만의 강좌…",
    zh: "自己的课程表…",
  },
});
