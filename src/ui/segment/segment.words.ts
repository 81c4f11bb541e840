import { formatCount } from "../figures.ts";
import * as english from "../wording/english.ts";
import { words } from "../words.ts";

export const segmentWords = words({
  tabsLabel: { en: "About this segment", ko: "이 세그먼트에 대하여", zh: "关于此报文段" },
  title: {
    en: (position: number, last: number) => `Segment ${formatCount(position)} of ${formatCount(last)}`,
    ko: (position, last) => `세그먼트 ${formatCount(position)} / ${formatCount(last)}`,
    zh: (position, last) => `报文段 ${formatCount(position)} / ${formatCount(last)}`,
  },
  none: { en: "No segment yet", ko: "아직 세그먼트 없음", zh: "尚无报文段" },
  sends: {
    en: (sender: string, flags: string) => `${sender} sends ${flags}`,
    ko: (sender, flags) => `${sender} 송신: ${flags}`,
    zh: (sender, flags) => `${sender}发送 ${flags}`,
  },
  noFlags: { en: "no flags", ko: "플래그 없음", zh: "无标志" },
  sendsData: {
    en: (sends: string, octets: string) => `${sends}, ${octets}`,
    ko: (sends, octets) => `${sends}, ${octets}`,
    zh: (sends, octets) => `${sends}，${octets}`,
  },
  withData: {
    en: (octets: number) => english.counted(octets, "octet of data", "octets of data"),
    ko: (octets) => `데이터 ${formatCount(octets)}바이트`,
    zh: (octets) => `${formatCount(octets)} 字节数据`,
  },
});
