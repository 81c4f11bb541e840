import { words } from "../words.ts";

/** What kernels say, from outside. */
export const kernelViewWords = words({
  open: {
    en: "Kernel",
    ko: "커널",
    zh: "内核",
  },
  hint: {
    en: "What ss, netstat, tcpstates and conntrack say of this connection",
    ko: "ss, netstat, tcpstates, conntrack가 이 연결에 대해 말하는 것",
    zh: "ss、netstat、tcpstates 和 conntrack 对此连接的描述",
  },
  row: {
    en: "What ss, netstat, tcpstates and conntrack say of this connection",
    ko: "ss, netstat, tcpstates, conntrack가 이 연결에 대해 말하는 것",
    zh: "ss、netstat、tcpstates 和 conntrack 对此连接的描述",
  },
});
