import type { LinuxDifference } from "../../../../tcp/fact.ts";

export const linuxDifferences: Record<LinuxDifference, string> = {
  "listener-stays-listen":
    "Linux에서는 listen하는 소켓이 계속 LISTEN으로 남고, 별도의 연결 요청이 그 옆에서 SYN-RECEIVED가 됩니다.",
  "dropped-syn-looks-lost":
    "accept 대기열이 가득 차서, 또는 방화벽이 버린 SYN은 도중에 손실된 SYN과 똑같아 보입니다.",
  "accept-queue-full":
    "accept 큐가 가득 차서 서버가 ACK를 무시했을 수 있습니다. 그러면 Linux는 SYN,ACK를 다시 보냅니다.",
  "fin-wait-1-begins-at-close":
    "Linux에서는 FIN이 아직 데이터 뒤에서 기다리고 있어도 close()할 때 FIN-WAIT-1이 시작됩니다.",
  "close-looks-like-shutdown":
    "상대가 데이터를 보내기 전까지는 close()와 shutdown()이 회선에서 똑같아 보입니다.",
  "orphaned-fin-wait-2-resets":
    "Linux에서는 소유한 프로세스가 없는 FIN-WAIT-2 연결이 데이터를 받으면 RST로 응답합니다.",
  "unread-data-becomes-rst": "Linux에서는 읽지 않은 데이터가 있을 때 close()하면 FIN 대신 RST를 보냅니다.",
  "challenge-ack-for-syn": "Linux는 연결 중에 온 SYN에 항상 챌린지 ACK로 응답합니다.",
  "rst-sender-closes": "RST를 보낸 뒤 Linux는 CLOSED로 갑니다. RFC 9293은 TIME-WAIT도 허용합니다.",
};
