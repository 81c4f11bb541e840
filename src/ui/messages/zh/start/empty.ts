import { segmentCount } from "../../../wording/chinese.ts";
import type { empty as english } from "../../en/start/empty.ts";

export const empty: typeof english = {
  title: "从 SYN 到 FIN，看清捕获中的每个 TCP 连接",
  sentence:
    "给 Synfin 一个 pcap 或 pcapng 文件，或 tcpdump 输出的文本，逐步查看每个连接：谁发送了什么，两端各处于什么状态，以及为什么。",
  privacy: "捕获留在此浏览器中，不会发送到任何地方。",
  drop: "把捕获文件拖放到任意位置",
  or: "或",
  choose: "选择文件…",
  pasteLabel: "粘贴 tcpdump 文本",
  pastePlaceholder:
    "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
  pasteButton: "打开文本",
  pasteHint: "在此页的任何地方都可以粘贴。",
  examples: "或从示例开始",
  segments: segmentCount,
};
