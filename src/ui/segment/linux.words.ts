import type { LinuxDifference } from "../../tcp/fact.ts";
import { words } from "../words.ts";

/** Where Linux, or `ss` on it, shows something else than the states of RFC 9293. */
export const linuxWords = words<Record<LinuxDifference, string>>({
  "listener-stays-listen": {
    en: "On Linux the listening socket stays LISTEN; a request of its own stands beside it in SYN-RECEIVED.",
    ko: "Linux에서는 listen하는 소켓이 계속 LISTEN으로 남고, 별도의 연결 요청이 그 옆에서 SYN-RECEIVED가 됩니다.",
    zh: "在 Linux 上，监听套接字一直处于 LISTEN；旁边另有一个连接请求处于 SYN-RECEIVED。",
  },
  "dropped-syn-looks-lost": {
    en: "A SYN that a full accept queue or a firewall drops looks the same as one that was lost on its way.",
    ko: "accept 대기열이 가득 차서, 또는 방화벽이 버린 SYN은 도중에 손실된 SYN과 똑같아 보입니다.",
    zh: "因 accept 队列已满或被防火墙丢弃的 SYN，看起来与途中丢失的 SYN 一样。",
  },
  "accept-queue-full": {
    en: "The server may have ignored the ACK because its accept queue is full; Linux then repeats the SYN,ACK.",
    ko: "accept 큐가 가득 차서 서버가 ACK를 무시했을 수 있습니다. 그러면 Linux는 SYN,ACK를 다시 보냅니다.",
    zh: "服务器可能因 accept 队列已满而忽略了 ACK；此时 Linux 会重发 SYN,ACK。",
  },
  "fin-wait-1-begins-at-close": {
    en: "On Linux FIN-WAIT-1 begins at close(), even while the FIN still waits behind data.",
    ko: "Linux에서는 FIN이 아직 데이터 뒤에서 기다리고 있어도 close()할 때 FIN-WAIT-1이 시작됩니다.",
    zh: "在 Linux 上，即使 FIN 还排在数据之后等待，FIN-WAIT-1 也从 close() 时开始。",
  },
  "close-looks-like-shutdown": {
    en: "close() and shutdown() look alike on the wire until the other end sends data.",
    ko: "상대가 데이터를 보내기 전까지는 close()와 shutdown()이 회선에서 똑같아 보입니다.",
    zh: "在对方发送数据之前，close() 和 shutdown() 在线路上看起来一样。",
  },
  "orphaned-fin-wait-2-resets": {
    en: "On Linux a connection in FIN-WAIT-2 that no process owns any more answers data with RST.",
    ko: "Linux에서는 소유한 프로세스가 없는 FIN-WAIT-2 연결이 데이터를 받으면 RST로 응답합니다.",
    zh: "在 Linux 上，不再属于任何进程的 FIN-WAIT-2 连接收到数据时以 RST 应答。",
  },
  "unread-data-becomes-rst": {
    en: "On Linux close() with data unread sends RST instead of FIN.",
    ko: "Linux에서는 읽지 않은 데이터가 있을 때 close()하면 FIN 대신 RST를 보냅니다.",
    zh: "在 Linux 上，有未读数据时 close() 发送 RST 而不是 FIN。",
  },
  "challenge-ack-for-syn": {
    en: "Linux answers a SYN inside a connection with a challenge ACK, always.",
    ko: "Linux는 연결 중에 온 SYN에 항상 챌린지 ACK로 응답합니다.",
    zh: "Linux 对连接中的 SYN 总是以质询 ACK 应答。",
  },
  "rst-sender-closes": {
    en: "After sending a RST, Linux goes to CLOSED; RFC 9293 also allows TIME-WAIT.",
    ko: "RST를 보낸 뒤 Linux는 CLOSED로 갑니다. RFC 9293은 TIME-WAIT도 허용합니다.",
    zh: "发送 RST 之后，Linux 进入 CLOSED；RFC 9293 也允许 TIME-WAIT。",
  },
});
