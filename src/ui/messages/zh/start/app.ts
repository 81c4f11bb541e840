import type { app as englishApp } from "../../en/start/app.ts";

export const app: typeof englishApp = {
  name: "Synfin",
  pastedText: "粘贴的内容",
  sharedConnection: "分享的连接",
  openOther: "打开…",
  openOtherHint: "打开另一个捕获",
  close: "关闭捕获",
  tools: "工具",
  more: "更多工具",
  noCapture: "这段文本不是捕获，也不是链接；已打开的内容保持不变",
  dropHere: "放下捕获即可打开",
};
