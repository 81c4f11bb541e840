import type { app as englishApp, theme as englishTheme } from "../../en/start/app.ts";

export const app: typeof englishApp = {
  name: "Synfin",
  pastedText: "粘贴的文本",
  sharedConnection: "共享的连接",
  openOther: "打开…",
  openOtherHint: "打开另一个捕获",
  close: "关闭捕获",
  tools: "工具",
  more: "更多工具",
  language: "语言",
  dropHere: "放下捕获即可打开",
};

export const theme: typeof englishTheme = {
  label: "主题",
  system: "系统主题",
  light: "浅色主题",
  dark: "深色主题",
  projector: "投影主题",
};
