import { formatCount } from "../../../figures.ts";

/** What can be copied from the connection on screen. */
export const copying = {
  label: "复制此连接",
  wiresharkFilter: "复制为 Wireshark 过滤器",
  listedFilter: (count: number) => `将列表中的 ${formatCount(count)} 个连接复制为 Wireshark 过滤器`,
  tooMany: (most: number) => `最多 ${most} 个连接`,
  tcpdumpText: "复制为 tcpdump 文本",
  namesOnly: "此捕获只给出名称，没有地址和端口号",
  copiedFilter: "已复制 Wireshark 过滤器",
  copiedText: "已复制文本；粘贴即可在 Synfin 中打开",
  copiedPair: "已复制过滤器；它还会显示使用相同地址和端口的其他连接",
  forbidden: "浏览器不允许复制",
};
