import type { AnnotationKind } from "../../../../tcp/annotation.ts";
import type { NoteFigures } from "../../en/explanations/notes.ts";
import { countOctets, spoken } from "../start/wording.ts";

function growth({ factor }: NoteFigures): string {
  if (factor === null) return "";
  if (factor > 1.85 && factor < 2.15) return ", 직전 대기 시간의 두 배";
  return factor > 0.95 && factor < 1.05 ? ", 직전과 같은 대기 시간" : "";
}

function after({ interval, earlier }: NoteFigures): string {
  if (earlier === null) return "";
  return interval === null ? ` (${earlier} 다시 보냄)` : `, ${earlier} 이후 ${spoken(interval)} 만에`;
}

const copy =
  (what: string) =>
  (figures: NoteFigures): string =>
    `같은 ${what} 재전송${figures.count === null ? "" : ` (사본 ${figures.count + 1})`}${after(figures)}${growth(figures)}.`;

const octetsOrNone = (octets: number | null): string => (octets === null ? "데이터" : countOctets(octets));

/** What is noteworthy about a segment. */
export const notes: Record<AnnotationKind, (figures: NoteFigures) => string> = {
  "syn-retransmission": copy("SYN"),
  "syn-ack-retransmission": copy("SYN,ACK"),
  "fin-retransmission": copy("FIN"),
  retransmission: (figures) => `재전송: 전에 보냈던 바이트입니다${after(figures)}.`,
  "fast-retransmission": (figures) =>
    `빠른 재전송: 중복 ACK가 이 바이트를 요청했습니다${after(figures)}. 타이머 만료를 기다릴 필요가 없었습니다.`,
  "spurious-retransmission": (figures) =>
    `불필요한 재전송: 상대가 이 바이트를 이미 확인 응답했습니다${after(figures)}.`,
  "out-of-order": () => "순서 뒤바뀜: 이 바이트보다 뒤의 바이트가 캡처에서 먼저 나옵니다.",
  "gap-before": ({ octets, earlier }) =>
    earlier === null
      ? `이 세그먼트 바로 앞에서 이쪽이 보낸 ${octetsOrNone(octets)} 분량이 캡처에 없습니다.`
      : `이 세그먼트 바로 앞에서, 이쪽이 보낸 ${octetsOrNone(octets)} 분량이 ${earlier} 앞에서 생략된 부분에 있습니다.`,
  "ack-unseen": ({ octets, earlier }) => {
    if (earlier === null) return `캡처에 없는 ${octetsOrNone(octets)} 분량을 확인 응답합니다.`;
    if (octets === 0)
      return `Wireshark라면 캡처에 없는 데이터를 확인 응답한다고 표시하지만, 그 데이터는 앞부분과 함께 ${earlier}에 들어 있습니다.`;
    return `${earlier} 앞에서 생략된 부분에 있는 ${octetsOrNone(octets)} 분량을 확인 응답합니다.`;
  },
  "duplicate-ack": ({ count }) =>
    `중복 ACK${count === null ? "" : ` ${count}번째`}: 이전과 같은 확인 응답 번호입니다. TCP는 순서가 어긋난 세그먼트나 사본에 이렇게 응답합니다.`,
  "keep-alive": () => "Keep-alive: 상대의 응답을 얻으려고 일부러 이전 번호로 보냅니다.",
  "keep-alive-ack": ({ earlier }) =>
    `Keep-alive에 대한 응답입니다${earlier === null ? "" : ` (${earlier})`}.`,
  "window-probe": () => "윈도우 탐침: 상대의 윈도우가 닫혀 있어, 아직도 그런지 묻습니다.",
  "window-probe-ack": () => "윈도우 탐침에 대한 응답: 윈도우가 여전히 닫혀 있습니다.",
  "zero-window": () => "윈도우 0: 지금은 이쪽에 데이터를 더 받을 공간이 없습니다.",
  "window-full": () => "이 세그먼트로 상대의 윈도우가 마지막 바이트까지 가득 찹니다.",
  "window-update": () => "윈도우 갱신: 확인 응답 번호는 그대로이고 윈도우만 바뀌었습니다.",
  "port-reuse": () => "이 캡처에서 앞서 다른 연결이 같은 주소와 포트를 썼습니다.",
  "stray-syn": () =>
    "계속되는 연결 안에 초기 순서 번호가 다른 SYN이 왔습니다. 오래된 중복이거나 위조된 것이며, 아무것도 바꾸지 않습니다.",
  "challenge-ack": () =>
    "챌린지 ACK(challenge ACK): 기대하는 번호를 되풀이하여, 상대가 보낸 것이 진짜인지 증명하게 합니다(RFC 5961).",
  "rst-refused": () => "거부: 이 포트에서 수신 대기하는 프로그램이 없거나, 방화벽이 이렇게 응답합니다.",
  "rst-reply": () =>
    "이쪽의 어떤 연결에도 맞지 않는 세그먼트에 RST로 응답합니다. RST의 순서 번호는 그 세그먼트의 확인 응답 번호에서 가져옵니다.",
  "rst-abort": () => "강제 종료: 이쪽의 다음 순서 번호를 단 RST입니다.",
  "rst-bare": () => "어떤 세그먼트도 부르지 않은, ACK 플래그 없는 RST입니다.",
  "rst-not-exact": () =>
    "RST가 윈도우 안에 있지만 기대하는 번호와 정확히 같지 않습니다. 받는 쪽은 따르지 않고 챌린지 ACK를 보내야 합니다(RFC 5961).",
  "rst-outside": () => "RST가 윈도우 밖에 있으므로 받는 쪽은 무시합니다.",
  "simultaneous-open": () => "동시 열기: 양쪽이 각자 SYN을 보냈습니다.",
  "simultaneous-close": () => "동시 닫기: 상대의 FIN이 도착하기 전에 양쪽 모두 FIN을 보냈습니다.",
  "unseen-fin": () => "캡처에 없는 FIN을 확인 응답합니다.",
  "captured-twice": () => "캡처에 이 패킷이 두 번 들어 있습니다. 두 번째 사본은 아무것도 바꾸지 않습니다.",
  elided: () => "바로 앞의 세그먼트들이 생략되었습니다.",
  "time-jump": () => "여기서 시각이 건너뛰므로, 이 지점을 지나는 시간은 표시하지 않습니다.",
  wrap: () => "여기서 순서 번호가 4,294,967,295에서 0으로 순환합니다.",
  "icmp-unreachable": () =>
    "ICMP 오류가 이 세그먼트에 응답합니다. 경로의 호스트나 방화벽이 포트, 호스트 또는 네트워크에 도달할 수 없다고 알립니다.",
  "tfo-request": () => "Fast Open 쿠키를 요청합니다(RFC 7413).",
  "tfo-cookie": () => "Fast Open 쿠키를 건네줍니다(RFC 7413).",
  "tfo-data": () => "Fast Open: SYN에 이미 데이터가 실려 있습니다(RFC 7413).",
  "tfo-accepted": () => "Fast Open 수락: SYN의 데이터가 확인 응답되었습니다.",
  "tfo-refused": () => "Fast Open 거부: SYN만 확인 응답되었으므로 데이터를 다시 보내야 합니다.",
  "ecn-setup": () => "ECN을 제안합니다: SYN에 CWR와 ECE가 있습니다(RFC 3168).",
  "ecn-accepted": () => "ECN을 수락합니다(RFC 3168).",
  "ecn-echo": () => "ECN-Echo: 경로의 라우터가 혼잡을 표시했습니다.",
  cwr: () => "CWR: 이쪽이 ECN-Echo를 받고 속도를 줄였습니다.",
  urgent: ({ octets }) => `긴급 데이터${octets === null ? "" : `: 긴급 포인터까지 ${octetsOrNone(octets)}`}.`,
  rejected: () => "상대는 이 세그먼트를 쓰지 않고 ACK 없는 RST로 응답합니다.",
};
