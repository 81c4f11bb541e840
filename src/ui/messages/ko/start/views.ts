import type { views as english } from "../../en/start/views.ts";

export const views: typeof english = {
  label: "보기",
  connections: "연결",
  diagram: "시퀀스 다이어그램",
  graph: "상태 그래프",
  segment: "세그먼트",
  playback: "재생",
};
