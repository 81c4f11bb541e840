import type { bytes as englishBytes, sockets as englishSockets } from "../../en/explorer/sockets.ts";

export const sockets: typeof englishSockets = {
  intro: "세그먼트로 알 수 있는 한, 지금 각 호스트에서 ss -tan이 출력할 내용입니다.",
  columns: ["State", "Recv-Q", "Send-Q"],
  ends: "로컬과 상대의 주소:포트",
  host: { client: "클라이언트 호스트", server: "서버 호스트" },
  gone: "없음: 이 연결의 소켓이 없습니다.",
  unknown: "이 호스트의 상태는 알 수 없습니다. 이 캡처에서 한 번도 말하지 않습니다.",
  any: "*:*",
  untold: "?",
  atLeast: (octets) => `≥ ${octets}`,
  legend: "? 세그먼트로 알 수 없음 · ≥ 애플리케이션이 더 넘겼을 수 있음",
};

export const bytes: typeof englishBytes = {
  header: "TCP 헤더",
  rows: "오프셋, 바이트",
  notKept: "·· 알 수 없거나 보관하지 않음(예: 체크섬).",
  payload: (octets) => `데이터 ${octets}가 뒤따릅니다. Synfin은 데이터를 보관하지 않습니다.`,
  noPayload: "뒤따르는 데이터가 없습니다.",
};
