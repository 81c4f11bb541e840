import type { views as english } from "../../en/start/views.ts";

export const views: typeof english = {
  label: "视图",
  connections: "连接",
  diagram: "时序图",
  graph: "状态图",
  segment: "报文段",
  playback: "播放",
};
