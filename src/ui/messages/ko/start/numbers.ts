import type { numbers as englishNumbers, hosts as englishHosts } from "../../en/start/numbers.ts";

export const numbers: typeof englishNumbers = {
  label: "순서 번호",
  relative: "상대",
  wire: "실제",
  relativeHint: "연결의 시작부터 셉니다. SYN이 0입니다",
  wireHint: "세그먼트에 적힌 그대로",
  hexadecimal: "16진",
  hexadecimalHint: "세그먼트에 적힌 그대로 16진수로. 길이와 윈도우는 10진수입니다",
  wireNotTold: "이 캡처에는 상대 번호만 있습니다",
};

export const hosts: typeof englishHosts = {
  label: "호스트 이름",
  names: { addresses: "주소", names: "이름" },
  hints: {
    addresses: "세그먼트에 적힌 주소",
    names: "캡처가 주소에 붙인 이름",
  },
};
