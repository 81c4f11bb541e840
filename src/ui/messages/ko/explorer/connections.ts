import { formatCount } from "../../../figures.ts";
import type { connections as english } from "../../en/explorer/connections.ts";
import { connectionCount, segmentCount } from "../start/wording.ts";
import { wordOutcome } from "./outcomes.ts";

export const connections: typeof english = {
  judged: (judged, all) => `지금까지 ${formatCount(all)}개 중 ${formatCount(judged)}개 판단`,
  unjudged: "…",
  count: connectionCount,
  shownOf: (shown, all) => `${connectionCount(all)} 중 ${formatCount(shown)}개`,
  outcome: wordOutcome,
  filterLabel: "연결 필터",
  filterPlaceholder: "필터: port:443 outcome:refused …",
  filterSyntax:
    "나란히 쓰면 ‘그리고’, 쉼표는 ‘또는’, 앞의 빼기표는 ‘아님’, 따옴표는 묶음입니다. ↓: 쓸 수 있는 말. time: 캡처 시작부터의 초.",
  filterKeys: {
    outcome: "결과",
    start: "시작",
    state: "상태",
    note: "주석",
    port: "포트",
    host: "호스트",
    opening: "열기",
    closing: "닫기",
    time: "시간",
  },
  noKey: (typed) => `“${typed}:” 키는 없습니다.`,
  noValue: (key, typed) => `${key}에 “${typed}” 값은 없습니다.`,
  noTime: (typed) => `“${typed}”: 2.5-4, 2.5-, -4처럼 초로 씁니다.`,
  meant: "혹시",
  known: "가능한 값 모두",
  offers: "자동 완성",
  notListed: "화면의 연결은 목록에 없습니다.",
  openFirst: "첫 연결 열기",
  starts: { captured: "캡처됨", "not-captured": "캡처되지 않음" },
  filterHint: (words) => `이것만 보기: ${words}`,
  all: "모두 보기",
  columns: {
    start: "순서",
    client: "클라이언트",
    server: "→ 서버",
    outcome: "결과",
    segments: "세그먼트",
    payload: "데이터",
    duration: "시간",
    handshakeRoundTrip: "RTT",
    openingTime: "연결 시간",
  },
  columnHints: {
    start: "캡처에서 첫 세그먼트가 나온 순서",
    client: "클라이언트의 주소와 포트",
    server: "서버의 주소와 포트",
    outcome: "연결이 어떻게 끝났는지",
    segments: "양쪽의 TCP 세그먼트 수",
    payload: "양쪽 데이터의 바이트 수. 재전송은 두 번 세지 않습니다",
    duration: "첫 세그먼트부터 마지막 세그먼트까지",
    handshakeRoundTrip:
      "핸드셰이크 왕복 시간: 마지막 SYN부터 그 SYN,ACK까지; 서버에서는 SYN,ACK부터 그 ACK까지",
    openingTime: "연결에 걸린 시간: 첫 SYN부터 connect()가 반환될 수 있을 때까지",
  },
  guessedRoles: "캡처에 SYN이 없어 어느 쪽이 클라이언트인지는 추정입니다",
  noFigure: "–",
  fingerprint: (segments) => `${segmentCount(segments)}의 교환`,
};
