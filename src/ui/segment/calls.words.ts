import type { InferredCall } from "../../tcp/arrows.ts";
import type { SocketCall } from "../../tcp/fact.ts";
import type { Side } from "../../tcp/state.ts";
import * as chinese from "../wording/chinese.ts";
import * as english from "../wording/english.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";
import { CALL_NAMES } from "./call-names.ts";

/** The call as part of a sentence. */
const callNamesInEnglish: Record<SocketCall, string> = {
  ...CALL_NAMES,
  "sendto-fast-open": "sendto() with MSG_FASTOPEN",
  abort: "an abort",
  "connection-reset": "a reset",
  send: "send() or write()",
  exit: "the end of the program",
  "close-with-unread-data": "close() with data unread",
  "close-with-linger-zero": "close() with SO_LINGER 0",
  killed: "a killed process",
  "keep-alive-limit": "the keep-alive limit",
  "user-timeout": "the user timeout",
  "host-shutdown": "the shutdown of the host",
};

/** The call behind a segment and how sure it is. */
function wordCallInEnglish(
  end: Side,
  certainty: "implied" | "one-of" | "none",
  behind: readonly SocketCall[],
): string {
  if (certainty === "none")
    return `The ${english.ends[end]}’s TCP sends it by itself: no call of the application is needed.`;
  const names = behind.map((call) => callNamesInEnglish[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `The data is what the ${english.ends[end]}’s application has given to send() or write().`;
  }
  if (certainty === "implied")
    return `The ${english.ends[end]}’s application has called ${names.join(" and ")}.`;
  if (names.length === 1) return `Behind it stands ${english.oneOf(names)}.`;
  return `Behind it stands ${english.oneOf(names)}; the segment does not tell which.`;
}

const callNamesInKorean: Record<SocketCall, string> = {
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

const wordCallInKorean: typeof wordCallInEnglish = (end, certainty, behind) => {
  if (certainty === "none")
    return `${korean.ends[end]}의 TCP가 스스로 보냅니다. 애플리케이션의 호출은 필요 없습니다.`;
  const names = behind.map((call) => callNamesInKorean[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `이 데이터는 ${korean.ends[end]} 애플리케이션이 send() 또는 write()에 넘긴 것입니다.`;
  }
  if (certainty === "implied") return `${korean.ends[end]} 애플리케이션이 호출한 것: ${names.join(", ")}.`;
  if (names.length === 1) return `원인: ${korean.oneOf(names)}.`;
  return `원인은 다음 중 하나입니다: ${korean.oneOf(names)}. 세그먼트만으로는 어느 것인지 알 수 없습니다.`;
};

const callNamesInChinese: Record<SocketCall, string> = {
  ...CALL_NAMES,
  "sendto-fast-open": "带 MSG_FASTOPEN 的 sendto()",
  abort: "异常中止（abort）",
  "connection-reset": "重置（reset）",
  send: "send() 或 write()",
  exit: "程序结束",
  "close-with-unread-data": "有未读数据时的 close()",
  "close-with-linger-zero": "SO_LINGER 为 0 的 close()",
  killed: "进程被杀死",
  "keep-alive-limit": "达到保活（keep-alive）上限",
  "user-timeout": "用户超时",
  "host-shutdown": "主机关机",
};

const wordCallInChinese: typeof wordCallInEnglish = (end, certainty, behind) => {
  if (certainty === "none") return `由${chinese.ends[end]}的 TCP 自行发送，不需要应用程序调用。`;
  const names = behind.map((call) => callNamesInChinese[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `这些数据由${chinese.ends[end]}的应用程序交给 send() 或 write()。`;
  }
  if (certainty === "implied") return `${chinese.ends[end]}的应用程序已调用 ${names.join(" 和 ")}。`;
  if (names.length === 1) return `起因：${chinese.oneOf(names)}。`;
  return `起因是下列之一：${chinese.oneOf(names)}；报文段本身无法说明是哪一个。`;
};

/** What an arrow of the state graph lets us say of the application; empty where the call is told apart. */
export const callReturns = words<Record<InferredCall, string>>({
  listen: { en: "", ko: "", zh: "" },
  connect: { en: "", ko: "", zh: "" },
  "connect-returns": {
    en: "connect() returns to the application.",
    ko: "connect()가 성공하여 애플리케이션으로 돌아갑니다.",
    zh: "connect() 成功返回应用程序。",
  },
  "connect-refused": {
    en: "connect() fails: connection refused (ECONNREFUSED).",
    ko: "connect()가 실패합니다: 연결 거부(ECONNREFUSED).",
    zh: "connect() 失败：连接被拒绝（ECONNREFUSED）。",
  },
  "connect-times-out": {
    en: "connect() fails: timed out (ETIMEDOUT).",
    ko: "connect()가 실패합니다: 시간 초과(ETIMEDOUT).",
    zh: "connect() 失败：超时（ETIMEDOUT）。",
  },
  "connect-unreachable": {
    en: "connect() fails: ECONNREFUSED for a port, EHOSTUNREACH or ENETUNREACH for a host or network.",
    ko: "connect()가 실패합니다: 포트에 도달할 수 없으면 ECONNREFUSED, 호스트나 네트워크이면 EHOSTUNREACH 또는 ENETUNREACH입니다.",
    zh: "connect() 失败：端口不可达时为 ECONNREFUSED，主机或网络不可达时为 EHOSTUNREACH 或 ENETUNREACH。",
  },
  "accept-can-return": {
    en: "accept() can now give the connection to the application.",
    ko: "이제 accept()가 이 연결을 애플리케이션에 넘겨줄 수 있습니다.",
    zh: "accept() 现在可以把连接交给应用程序。",
  },
  close: { en: "", ko: "", zh: "" },
  "read-returns-end": {
    en: "Once the data is read, read() returns 0: the other end sends no more.",
    ko: "데이터를 다 읽으면 read()가 0을 돌려줍니다. 상대가 더는 보내지 않는다는 뜻입니다.",
    zh: "读完数据后 read() 返回 0：对方不再发送数据。",
  },
  abort: { en: "", ko: "", zh: "" },
  "connection-reset": {
    en: "The application’s next call fails: connection reset.",
    ko: "애플리케이션의 다음 호출은 연결 재설정(connection reset)으로 실패합니다.",
    zh: "应用程序的下一次调用将失败：连接被重置。",
  },
});

/** The call behind a segment. */
export const callWords = words({
  behind: { en: wordCallInEnglish, ko: wordCallInKorean, zh: wordCallInChinese },
});
