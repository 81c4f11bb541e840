import type { bytes as englishBytes, sockets as englishSockets } from "../../en/explorer/sockets.ts";

export const sockets: typeof englishSockets = {
  intro: "根据报文段所能得知的，ss -tan 此刻在各主机上会输出的内容。",
  columns: ["State", "Recv-Q", "Send-Q"],
  ends: "本地和对方的地址:端口",
  host: { client: "在客户端主机上", server: "在服务器主机上" },
  gone: "无：没有此连接的套接字。",
  unknown: "无法知道此主机的情况：在此捕获中它从未发言。",
  any: "*:*",
  untold: "?",
  atLeast: (octets) => `≥ ${octets}`,
  legend: "? 没有报文段说明 · ≥ 应用程序可能交付了更多",
};

export const bytes: typeof englishBytes = {
  header: "TCP 首部",
  rows: "偏移，字节",
  notKept: "·· 未知或未保存，例如检验和。",
  payload: (octets) => `其后有 ${octets} 数据。Synfin 从不保存数据。`,
  noPayload: "其后没有数据。",
};
