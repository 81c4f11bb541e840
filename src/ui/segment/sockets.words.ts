import { words } from "../words.ts";

/** Words of the tab that shows what `ss -tan` would print. */
export const socketsWords = words({
  intro: {
    en: "What ss -tan would print on each host now, as far as the segments tell.",
    ko: "세그먼트로 알 수 있는 한, 지금 각 호스트에서 ss -tan이 출력할 내용입니다.",
    zh: "根据报文段所能得知的，ss -tan 此刻在各主机上会输出的内容。",
  },
  columns: {
    en: ["State", "Recv-Q", "Send-Q"] as readonly string[],
    ko: ["State", "Recv-Q", "Send-Q"],
    zh: ["State", "Recv-Q", "Send-Q"],
  },
  ends: {
    en: "Local and peer address:port",
    ko: "로컬과 상대의 주소:포트",
    zh: "本地和对方的地址:端口",
  },
  host: {
    en: { client: "On the client’s host", server: "On the server’s host" },
    ko: { client: "클라이언트 호스트", server: "서버 호스트" },
    zh: { client: "在客户端主机上", server: "在服务器主机上" },
  },
  gone: {
    en: "Nothing: there is no socket of this connection.",
    ko: "없음: 이 연결의 소켓이 없습니다.",
    zh: "无：没有此连接的套接字。",
  },
  unknown: {
    en: "It cannot be known what this host has: it never says anything in this capture.",
    ko: "이 호스트의 상태는 알 수 없습니다. 이 캡처에서 한 번도 말하지 않습니다.",
    zh: "无法知道此主机的情况：在此捕获中它从未发言。",
  },
  any: {
    en: "*:*",
    ko: "*:*",
    zh: "*:*",
  },
  untold: {
    en: "?",
    ko: "?",
    zh: "?",
  },
  atLeast: {
    en: (octets: string) => `≥ ${octets}`,
    ko: (octets) => `≥ ${octets}`,
    zh: (octets) => `≥ ${octets}`,
  },
  legend: {
    en: "? no segment tells it · ≥ the application may have handed over more",
    ko: "? 세그먼트로 알 수 없음 · ≥ 애플리케이션이 더 넘겼을 수 있음",
    zh: "? 没有报文段说明 · ≥ 应用程序可能交付了更多",
  },
});

/** Words of the tab that shows the octets of the header. */
export const bytesWords = words({
  header: {
    en: "TCP header",
    ko: "TCP 헤더",
    zh: "TCP 首部",
  },
  rows: {
    en: "Offset, octets",
    ko: "오프셋, 바이트",
    zh: "偏移，字节",
  },
  notKept: {
    en: "·· not known or not kept, as the checksum.",
    ko: "·· 알 수 없거나 보관하지 않음(예: 체크섬).",
    zh: "·· 未知或未保存，例如检验和。",
  },
  payload: {
    en: (octets: string) => `${octets} of data follow.`,
    ko: (octets) => `데이터 ${octets}가 뒤따릅니다.`,
    zh: (octets) => `其后有 ${octets} 数据。`,
  },
  noPayload: {
    en: "No data follows.",
    ko: "뒤따르는 데이터가 없습니다.",
    zh: "其后没有数据。",
  },
});
