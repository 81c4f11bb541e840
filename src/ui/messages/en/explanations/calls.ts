import type { InferredCall } from "../../../../tcp/arrows.ts";
import type { SocketCall } from "../../../../tcp/fact.ts";
import type { Side } from "../../../../tcp/state.ts";
import { CALL_NAMES } from "../../call-names.ts";
import { ends, oneOf } from "../start/wording.ts";

/** What an arrow of the state graph lets us say of the application; empty where the call is told apart. */
export const calls: Record<InferredCall, string> = {
  listen: "",
  connect: "",
  "connect-returns": "connect() returns to the application.",
  "connect-refused": "connect() fails: connection refused (ECONNREFUSED).",
  "connect-times-out": "connect() fails: timed out (ETIMEDOUT).",
  "connect-unreachable":
    "connect() fails: ECONNREFUSED for a port, EHOSTUNREACH or ENETUNREACH for a host or network.",
  "accept-can-return": "accept() can now give the connection to the application.",
  close: "",
  "read-returns-end": "Once the data is read, read() returns 0: the other end sends no more.",
  abort: "",
  "connection-reset": "The application’s next call fails: connection reset.",
};

/** The call as part of a sentence. */
const callNames: Record<SocketCall, string> = {
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
export function wordCall(
  end: Side,
  certainty: "implied" | "one-of" | "none",
  behind: readonly SocketCall[],
): string {
  if (certainty === "none")
    return `The ${ends[end]}’s TCP sends it by itself: no call of the application is needed.`;
  const names = behind.map((call) => callNames[call]);
  if (behind.length === 1 && behind[0] === "send") {
    return `The data is what the ${ends[end]}’s application has given to send() or write().`;
  }
  if (certainty === "implied") return `The ${ends[end]}’s application has called ${names.join(" and ")}.`;
  if (names.length === 1) return `Behind it stands ${oneOf(names)}.`;
  return `Behind it stands ${oneOf(names)}; the segment does not tell which.`;
}
