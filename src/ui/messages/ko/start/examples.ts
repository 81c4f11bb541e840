import type { Messages } from "../../en.ts";

/** What the examples of the gallery are about. */
export const chapters: Messages["chapters"] = {
  opening: "연결 수립",
  losing: "세그먼트가 손실될 때",
  closing: "연결 종료",
  enduring: "열려 있는 동안",
};

/** The examples: a title, and one line on what happens. */
export const examples: Messages["examples"] = {
  "handshake-and-close": {
    title: "SYN부터 FIN까지",
    text: "3-way 핸드셰이크, 요청과 응답, 4-way 핸드셰이크로 닫기.",
  },
  refused: { title: "연결 거부", text: "포트에서 수신 대기하는 프로그램이 없어 SYN에 RST로 답합니다." },
  "icmp-rejected": { title: "ICMP로 거절", text: "방화벽이 RST 대신 ICMP 오류로 SYN에 답합니다." },
  "simultaneous-open": { title: "동시 열기", text: "양쪽이 connect()를 호출하고, SYN이 도중에 엇갈립니다." },
  "fast-open": { title: "Fast Open", text: "먼저 쿠키를 받고, 다음에는 SYN에 데이터를 싣습니다." },
  "given-up": { title: "여는 도중에 포기", text: "핸드셰이크가 끝나기 전에 클라이언트가 RST를 보냅니다." },
  "refused-at-last": {
    title: "마지막 순간의 거부",
    text: "핸드셰이크가 끝난 듯하지만, 서버가 RST를 보냅니다.",
  },
  "new-syn": { title: "같은 포트의 또 다른 SYN", text: "ISN이 다른 두 번째 SYN이 첫 번째를 대신합니다." },
  "old-duplicate-syn": {
    title: "오래된 중복 SYN",
    text: "RFC 9293 그림 8: 클라이언트가 오래전 SYN에 대한 응답을 거절합니다.",
  },
  "half-open": {
    title: "절반만 열린 연결의 발견",
    text: "RFC 9293 그림 9: 한쪽이 갑자기 멈췄고, 다른 쪽은 RST로 알게 됩니다.",
  },
  "syn-lost": { title: "첫 SYN이 손실됨", text: "응답이 없자 1초 뒤 클라이언트가 SYN을 다시 보냅니다." },
  "syn-never-answered": {
    title: "응답 없는 SYN",
    text: "기다림이 매번 두 배로 늘다가 클라이언트가 포기합니다.",
  },
  "syn-ack-lost": { title: "SYN,ACK가 손실됨", text: "양쪽 모두 상대가 받지 못한 듯한 것을 다시 보냅니다." },
  "syn-received-for-ever": {
    title: "끝나지 않는 SYN-RECEIVED",
    text: "핸드셰이크의 마지막 ACK가 오지 않아 서버가 포기합니다.",
  },
  "completed-by-data": {
    title: "데이터로 끝난 핸드셰이크",
    text: "마지막 ACK가 손실되고, 첫 데이터가 그것을 대신합니다.",
  },
  "completed-by-fin": {
    title: "FIN으로 끝난 핸드셰이크",
    text: "마지막 ACK가 손실되고, 클라이언트는 데이터 없이 바로 닫습니다.",
  },
  "fin-lost": {
    title: "모든 FIN이 손실됨",
    text: "클라이언트가 닫지만 FIN이 전달되지 않아 결국 포기합니다.",
  },
  "loss-at-both-ends": {
    title: "양 끝에서 본 손실",
    text: "데이터와 ACK가 차례로 손실됩니다. 두 캡처를 합쳐야 구별됩니다.",
  },
  "three-segment-close": { title: "세그먼트 세 개로 닫기", text: "서버의 ACK와 FIN이 한 세그먼트로 갑니다." },
  "server-closes-first": {
    title: "서버가 먼저 닫음",
    text: "그러면 TIME-WAIT에서 기다리는 쪽은 서버입니다.",
  },
  "half-close": { title: "절반 닫기", text: "클라이언트는 다 보냈고, 서버는 계속 보냅니다." },
  "simultaneous-close": { title: "동시 닫기", text: "두 FIN이 엇갈려 양쪽 모두 CLOSING을 지납니다." },
  "close-wait-stays": {
    title: "끝나지 않는 CLOSE-WAIT",
    text: "서버가 닫기를 잊고, 클라이언트는 언제까지나 기다리지 않습니다.",
  },
  "time-wait": {
    title: "TIME-WAIT의 쓸모",
    text: "마지막 ACK가 손실되고, 다시 온 FIN에 답할 쪽이 남아 있습니다.",
  },
  "time-wait-assassination": {
    title: "일찍 끝난 TIME-WAIT",
    text: "오래된 세그먼트가 부른 RST가 기다림을 끝냅니다.",
  },
  "port-reuse": {
    title: "같은 포트 재사용",
    text: "TIME-WAIT에서 나와 같은 주소와 포트로 새 연결을 엽니다.",
  },
  "zero-window": {
    title: "제로 윈도우",
    text: "받는 쪽이 가득 찼고, 보내는 쪽은 공간이 생길 때까지 탐침을 보냅니다.",
  },
  "keep-alive": { title: "Keep-alive", text: "보낼 데이터는 없지만, 상대가 아직 있는지 묻습니다." },
  "reset-by-client": { title: "클라이언트의 재설정", text: "FIN 대신 RST: 양쪽이 곧바로 CLOSED가 됩니다." },
  "reset-by-server": { title: "서버의 재설정", text: "서버가 요청을 읽지 않고 닫습니다: FIN 대신 RST." },
  "blind-reset": {
    title: "맹목적 재설정과 챌린지 ACK",
    text: "위조된 RST는 정확한 번호가 아니어서 실패합니다.",
  },
  partial: { title: "일부만 담긴 캡처", text: "세그먼트가 빠졌을 때 무엇을 알 수 있고 무엇을 알 수 없는지." },
};
