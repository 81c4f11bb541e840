import type { InferredCall } from "../../../../tcp/arrows.ts";
import type { SocketCall } from "../../../../tcp/fact.ts";
import { CALL_NAMES } from "../../call-names.ts";
import type { wordCall as english } from "../../en/explanations/calls.ts";
import { ends, oneOf } from "../start/wording.ts";

export const calls: Record<InferredCall, string> = {
  listen: "",
  connect: "",
  "connect-returns": "connect()가 성공하여 애플리케이션으로 돌아갑니다.",
  "connect-refused": "connect()가 실패합니다: 연결 거부(ECONNREFUSED).",
  "connect-times-out": "connect()가 실패합니다: 시간 초과(ETIMEDOUT).",
  "connect-unreachable":
    "connect()가 실패합니다: 포트에 도달할 수 없으면 ECONNREFUSED, 호스트나 네트워크이면 EHOSTUNREACH 또는 ENETUNREACH입니다.",
  "accept-can-return": "이제 accept()가 이 연결을 애플리케이션에 넘겨줄 수 있습니다.",
  close: "",
  "read-returns-end": "데이터를 다 읽으면 read()가 0을 돌려줍니다. 상대가 더는 보내지 않는다는 뜻입니다.",
  abort: "",
  "connection-reset": "애플리케이션의 다음 호출은 연결 재설정(connection reset)으로 실패합니다.",
};

const callNames: Record<SocketCall, string> = {
  ...CALL_NAMES,
  "sendto-fast-open": "MSG_FASTOPEN을 쓴 sendto()",
  abort: "강제 종료(abort)",
  "connection-reset": "재설정(reset)",
  send: "send() 또는 write()",
  exit: "프로그램의 종료",
  "close-with-unread-data": "읽지 않은 데이터를 남긴 close()",
  "close-with-linger-zero": "SO_LINGER 0을 설정한 close()",
  killed: "프로세스 강제 종료(kill)",
  "keep-alive-limit": "keep-alive 한도 초과",
  "user-timeout": "사용자 타임아웃",
  "host-shutdown": "호스트의 종료",
};

export const wordCall: typeof english = (end, certainty, behind) => {
  if (certainty === "none")
    return `${ends[end]}의 TCP가 스스로 보냅니다. 애플리케이션의 호출은 필요 없습니다.`;
  const names = behind.map((call) => callNames[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `이 데이터는 ${ends[end]} 애플리케이션이 send() 또는 write()에 넘긴 것입니다.`;
  }
  if (certainty === "implied") return `${ends[end]} 애플리케이션이 호출한 것: ${names.join(", ")}.`;
  if (names.length === 1) return `원인: ${oneOf(names)}.`;
  return `원인은 다음 중 하나입니다: ${oneOf(names)}. 세그먼트만으로는 어느 것인지 알 수 없습니다.`;
};
