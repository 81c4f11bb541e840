import { formatCount } from "../../../figures.ts";
import type { segment as english } from "../../en/explorer/segment.ts";

export const segment: typeof english = {
  tabsLabel: "이 세그먼트에 대하여",
  title: (position, last) => `세그먼트 ${formatCount(position)} / ${formatCount(last)}`,
  none: "아직 세그먼트 없음",
  sends: (sender, flags) => `${sender} 송신: ${flags}`,
  noFlags: "플래그 없음",
  sendsData: (sends, octets) => `${sends}, ${octets}`,
  withData: (octets) => `데이터 ${formatCount(octets)}바이트`,
};
