import type { failed as english } from "../../en/start/failed.ts";

export const failed: typeof english = {
  refusedTitle: "Synfin 无法读取",
  linkTitle: "无法打开此链接",
  unreadableTitle: "无法读取文件",
  faultTitle: "Synfin 出错了",
  unreadable: (name, message) =>
    `浏览器无法读取 ${name}（${message}）。请检查文件是否还在、您是否有权读取，然后重新选择。`,
  fault: (name, message) => `Synfin 在读取 ${name} 时出错。错在 Synfin，不在文件：“${message}”。`,
  memoryTitle: "内存不足以容纳此捕获",
  memory: (name, message) =>
    `浏览器没有更多内存读取 ${name}（${message}）。请关闭其他标签页再打开，或把它切分，例如用“editcap -c 1000000”。`,
  unstartedTitle: "Synfin 缺少一部分",
  unstarted: (name, message) =>
    `读取捕获的部分无法加载或启动，因此没有打开 ${name}（${message}）。请重新加载页面；如果仍不行，可能是没有网络，或浏览器过旧。`,
  stoppedTitle: "读取已停止",
  stopped: (name, message) => `Synfin 中保存 ${name} 的部分已停止（${message}）。文件未受影响：请重新打开。`,
  drawingFault: (message) => `Synfin 在绘制此捕获时出错。错在 Synfin，不在文件：“${message}”。`,
  startOver: "重新开始",
  back: (name) => `返回 ${name}`,
  analysisFault: (message) => `Synfin 在分析此连接时出错。错在 Synfin：“${message}”。`,
};
