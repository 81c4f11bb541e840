import { formatCount } from "../../../figures.ts";
import type { segment as english } from "../../en/explorer/segment.ts";

export const segment: typeof english = {
  tabsLabel: "关于此报文段",
  title: (position, last) => `报文段 ${formatCount(position)} / ${formatCount(last)}`,
  none: "尚无报文段",
  sends: (sender, flags) => `${sender}发送 ${flags}`,
  noFlags: "无标志",
  sendsData: (sends, octets) => `${sends}，${octets}`,
  withData: (octets) => `${formatCount(octets)} 字节数据`,
};
