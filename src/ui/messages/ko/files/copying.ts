import { formatCount } from "../../../figures.ts";

/** What can be copied from the connection on screen. */
export const copying = {
  label: "이 연결 복사",
  wiresharkFilter: "Wireshark 필터로 복사",
  listedFilter: (count: number) => `목록의 연결 ${formatCount(count)}개를 Wireshark 필터로 복사`,
  tooMany: (most: number) => `최대 ${most}개까지`,
  tcpdumpText: "tcpdump 텍스트로 복사",
  namesOnly: "이 캡처에는 주소와 포트 번호가 아니라 이름만 있습니다",
  copiedFilter: "Wireshark 필터를 복사했습니다",
  copiedText: "텍스트를 복사했습니다. 붙여 넣으면 Synfin이 엽니다",
  copiedPair: "필터를 복사했습니다. 같은 주소와 포트를 쓰는 다른 연결도 함께 보입니다",
  forbidden: "브라우저가 복사를 허용하지 않았습니다",
};
