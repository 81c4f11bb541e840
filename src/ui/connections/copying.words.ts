import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** What can be copied from the connection on screen. */
export const copyingWords = words({
  label: {
    en: "Copy this connection",
    ko: "이 연결 복사",
    zh: "复制此连接",
  },
  table: { en: "Show as a table (w)", ko: "표로 보기 (w)", zh: "以表格显示 (w)" },
  wiresharkFilter: {
    en: "Copy as Wireshark filter",
    ko: "Wireshark 필터로 복사",
    zh: "复制为 Wireshark 过滤器",
  },
  listedFilter: {
    en: (count: number) => `Copy a Wireshark filter for the ${formatCount(count)} in the list`,
    ko: (count: number) => `목록의 연결 ${formatCount(count)}개를 Wireshark 필터로 복사`,
    zh: (count: number) => `将列表中的 ${formatCount(count)} 个连接复制为 Wireshark 过滤器`,
  },
  tooMany: {
    en: (most: number) => `For at most ${most} connections`,
    ko: (most: number) => `최대 ${most}개까지`,
    zh: (most: number) => `最多 ${most} 个连接`,
  },
  tcpdumpText: {
    en: "Copy as tcpdump text",
    ko: "tcpdump 텍스트로 복사",
    zh: "复制为 tcpdump 文本",
  },
  namesOnly: {
    en: "The capture gives names, not addresses and port numbers",
    ko: "이 캡처에는 주소와 포트 번호가 아니라 이름만 있습니다",
    zh: "此捕获只给出名称，没有地址和端口号",
  },
  copiedFilter: {
    en: "Wireshark filter copied",
    ko: "Wireshark 필터를 복사했습니다",
    zh: "已复制 Wireshark 过滤器",
  },
  copiedText: {
    en: "Text copied; Synfin opens it when it is pasted",
    ko: "텍스트를 복사했습니다. 붙여 넣으면 Synfin이 엽니다",
    zh: "已复制文本；粘贴即可在 Synfin 中打开",
  },
  copiedPair: {
    en: "Filter copied; it also shows other connections of the same addresses and ports",
    ko: "필터를 복사했습니다. 같은 주소와 포트를 쓰는 다른 연결도 함께 보입니다",
    zh: "已复制过滤器；它还会显示使用相同地址和端口的其他连接",
  },
  forbidden: {
    en: "The browser did not allow copying",
    ko: "브라우저가 복사를 허용하지 않았습니다",
    zh: "浏览器不允许复制",
  },
});
