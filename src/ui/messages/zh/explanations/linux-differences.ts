import type { LinuxDifference } from "../../../../tcp/fact.ts";

export const linuxDifferences: Record<LinuxDifference, string> = {
  "listener-stays-listen": "在 Linux 上，监听套接字一直处于 LISTEN；旁边另有一个连接请求处于 SYN-RECEIVED。",
  "dropped-syn-looks-lost": "因 accept 队列已满或被防火墙丢弃的 SYN，看起来与途中丢失的 SYN 一样。",
  "accept-queue-full": "服务器可能因 accept 队列已满而忽略了 ACK；此时 Linux 会重发 SYN,ACK。",
  "fin-wait-1-begins-at-close": "在 Linux 上，即使 FIN 还排在数据之后等待，FIN-WAIT-1 也从 close() 时开始。",
  "close-looks-like-shutdown": "在对方发送数据之前，close() 和 shutdown() 在线路上看起来一样。",
  "orphaned-fin-wait-2-resets": "在 Linux 上，不再属于任何进程的 FIN-WAIT-2 连接收到数据时以 RST 应答。",
  "unread-data-becomes-rst": "在 Linux 上，有未读数据时 close() 发送 RST 而不是 FIN。",
  "challenge-ack-for-syn": "Linux 对连接中的 SYN 总是以质询 ACK 应答。",
  "rst-sender-closes": "发送 RST 之后，Linux 进入 CLOSED；RFC 9293 也允许 TIME-WAIT。",
};
