import { segmentCount } from "../../../wording/korean.ts";
import type { empty as english } from "../../en/start/empty.ts";

export const empty: typeof english = {
  title: "캡처 속 모든 TCP 연결을 SYN부터 FIN까지",
  sentence:
    "pcap 또는 pcapng 파일이나 tcpdump가 출력한 텍스트를 Synfin에 주고 연결을 한 단계씩 살펴보십시오. 누가 무엇을 보냈는지, 양쪽이 어떤 상태였는지, 왜 그런지 볼 수 있습니다.",
  privacy: "캡처는 이 브라우저를 떠나지 않습니다. 아무 데도 보내지 않습니다.",
  drop: "캡처 파일을 아무 곳에나 놓으십시오",
  or: "또는",
  choose: "파일 고르기…",
  pasteLabel: "tcpdump 텍스트 붙여 넣기",
  pastePlaceholder:
    "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
  pasteButton: "텍스트 열기",
  pasteHint: "이 페이지 어디에서나 붙여 넣을 수 있습니다.",
  examples: "예제로 시작하기",
  segments: segmentCount,
};
