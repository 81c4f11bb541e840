import type { views as english } from "../../en/explorer/views.ts";

export const views: typeof english = {
  label: "视图",
  connections: "连接",
  diagram: "时序图",
  diagramTab: "时序图",
  graph: "状态图",
  graphTab: "状态",
  segment: "报文段",
  playback: "播放",
};
