import { formatCount } from "../../../figures.ts";
import type { tour as english } from "../../en/class/tour.ts";

export const tour: typeof english = {
  label: "课程",
  offered: "此示例有导览。",
  start: "开始导览",
  startHint: "也可按 g，或用翻页器的前进键（PgDn）",
  link: "以此语言打开它的链接",
  decline: "不用了",
  step: (step, steps) => `第 ${formatCount(step)} 步，共 ${formatCount(steps)} 步`,
  otherConnection: "另一个连接，地址和端口相同。",
  segmentBefore: (sender, flags) =>
    `在此之前，先前显示的连接中：${sender === "client" ? "客户端" : "服务器"}发送了 ${flags}。`,
  back: "上一步",
  next: "下一步",
  reveal: "答案",
  finish: "完成",
  leave: "退出导览",
  over: "导览结束。",
  overHint: "自己逐个查看报文段，或让学生来预测。",
  again: "再来一次",
  explore: "自行探索",
};
