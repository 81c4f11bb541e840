import { words } from "../words.ts";

/** Two captures that are merged, from outside. */
export const mergeWords = words({
  open: { en: "Both ends", ko: "양쪽", zh: "两端" },
  hint: {
    en: "Two captures of the same traffic as one: what crossed, what was lost, by both clocks",
    ko: "같은 트래픽의 두 캡처를 하나로: 무엇이 건너갔고 무엇이 손실되었는지 두 시계로 보기",
    zh: "把同一流量的两个捕获合而为一：按两个时钟看哪些到达、哪些丢失",
  },
  row: {
    en: "Merge with another capture of the same traffic: drop the second file on the open one",
    ko: "같은 트래픽의 다른 캡처와 합치기: 열린 캡처 위에 두 번째 파일 놓기",
    zh: "与同一流量的另一个捕获合并：把第二个文件拖放到已打开的捕获上",
  },
});

/** The header of a segment as each of two captures holds it, from outside. */
export const bothHeadersWords = words({
  open: { en: "Both sides", ko: "양쪽 헤더", zh: "两侧首部" },
  hint: {
    en: "The header of the segment as it was sent and as it arrived, and what the path changed",
    ko: "세그먼트가 보내졌을 때와 도착했을 때의 헤더, 그리고 경로가 바꾼 것",
    zh: "报文段发出时与到达时的首部，以及路径改动了什么",
  },
  row: {
    en: "The header at both sides, where two captures are merged",
    ko: "두 캡처를 합쳤을 때 양쪽의 헤더",
    zh: "合并两个捕获时两侧的首部",
  },
});
