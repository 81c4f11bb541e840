import type { InferredCall } from "../../../../tcp/arrows.ts";
import type { SocketCall } from "../../../../tcp/fact.ts";
import { CALL_NAMES } from "../../call-names.ts";
import type { wordCall as english } from "../../en/explanations/calls.ts";
import { ends, oneOf } from "../start/wording.ts";

export const calls: Record<InferredCall, string> = {
  listen: "",
  connect: "",
  "connect-returns": "connect() 成功返回应用程序。",
  "connect-refused": "connect() 失败：连接被拒绝（ECONNREFUSED）。",
  "connect-times-out": "connect() 失败：超时（ETIMEDOUT）。",
  "connect-unreachable":
    "connect() 失败：端口不可达时为 ECONNREFUSED，主机或网络不可达时为 EHOSTUNREACH 或 ENETUNREACH。",
  "accept-can-return": "accept() 现在可以把连接交给应用程序。",
  close: "",
  "read-returns-end": "读完数据后 read() 返回 0：对方不再发送数据。",
  abort: "",
  "connection-reset": "应用程序的下一次调用将失败：连接被重置。",
};

const callNames: Record<SocketCall, string> = {
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

export const wordCall: typeof english = (end, certainty, behind) => {
  if (certainty === "none") return `由${ends[end]}的 TCP 自行发送，不需要应用程序调用。`;
  const names = behind.map((call) => callNames[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `这些数据由${ends[end]}的应用程序交给 send() 或 write()。`;
  }
  if (certainty === "implied") return `${ends[end]}的应用程序已调用 ${names.join(" 和 ")}。`;
  if (names.length === 1) return `起因：${oneOf(names)}。`;
  return `起因是下列之一：${oneOf(names)}；报文段本身无法说明是哪一个。`;
};
