/** Calls of the socket API, and what they return, as every language writes them. By code of `tcp`. */
export const CALL_NAMES = {
  listen: "listen()",
  connect: "connect()",
  "connect-returns": "connect()",
  "connect-refused": "connect()",
  "connect-times-out": "connect()",
  "connect-unreachable": "connect()",
  "accept-can-return": "accept()",
  close: "close()",
  "read-returns-end": "read()",
  shutdown: "shutdown()",
} as const;
