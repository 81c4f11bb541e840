import type { RoleBasis } from "../../tcp/connection.ts";
import type { Closing, Opening, Outcome } from "../../tcp/verdict.ts";
import { words } from "../words.ts";

/** What the guess of who is the client rests on; null: the handshake tells. */
export const guessWords = words<Record<RoleBasis, string | null>>({
  SYN: { en: null, ko: null, zh: null },
  "SYN-ACK": { en: null, ko: null, zh: null },
  "shared-endpoint": {
    en: "one end talks to several others in this capture, as a server does",
    ko: "이 캡처에서 한쪽이 서버처럼 여러 상대와 통신함",
    zh: "在此捕获中一端与多个对方通信，如同服务器",
  },
  "well-known-port": {
    en: "one port is below 1024",
    ko: "한쪽 포트가 1024보다 작음",
    zh: "一个端口小于 1024",
  },
  "service-port": {
    en: "one port is known for a service",
    ko: "한쪽 포트가 알려진 서비스의 포트임",
    zh: "一个端口是已知服务的端口",
  },
  "ephemeral-port": {
    en: "one port is of the kind that clients are given",
    ko: "한쪽 포트가 클라이언트에게 주어지는 임시 포트임",
    zh: "一个端口是分配给客户端的临时端口",
  },
  "lower-port": {
    en: "the lower port is taken for the server’s",
    ko: "번호가 낮은 포트를 서버로 봄",
    zh: "把较小的端口当作服务器的端口",
  },
  "first-sender": {
    en: "the end that sends first is taken for the client",
    ko: "먼저 보낸 쪽을 클라이언트로 봄",
    zh: "把先发送的一端当作客户端",
  },
});

/** What each outcome means, in one sentence. */
export const outcomeSentences = words<Record<Outcome, string>>({
  refused: {
    en: "The client asked for a connection and a RST came back: nobody listens there, or a firewall refuses.",
    ko: "클라이언트의 연결 요청에 RST가 돌아왔습니다. 그 포트에서 수신 대기하는 프로그램이 없거나 방화벽이 거부합니다.",
    zh: "客户端请求连接，返回的是 RST：没有程序监听该端口，或防火墙拒绝。",
  },
  "one-direction-captured": {
    en: "Only the segments of one end are in the capture.",
    ko: "캡처에 한쪽의 세그먼트만 있습니다.",
    zh: "捕获中只有一端的报文段。",
  },
  "no-answer": {
    en: "The client sent its SYN, and nothing came back that answers it.",
    ko: "클라이언트가 SYN을 보냈으나 이에 응답하는 것이 돌아오지 않았습니다.",
    zh: "客户端发送了 SYN，但没有返回任何对它的应答。",
  },
  "abandoned-by-client": {
    en: "Nothing answered the client’s SYN, and the client gave up with a RST.",
    ko: "클라이언트의 SYN에 응답이 없었고, 클라이언트가 RST로 포기했습니다.",
    zh: "客户端的 SYN 没有得到应答，客户端以 RST 放弃。",
  },
  complete: {
    en: "Both ends have closed, and both closes were acknowledged.",
    ko: "양쪽 모두 연결을 닫았고, 두 FIN 모두 확인 응답되었습니다.",
    zh: "两端都已关闭，且两个关闭都得到确认。",
  },
  "closed-then-reset-by-client": {
    en: "Both ends have sent a FIN; instead of the last ACK the client sent a RST.",
    ko: "양쪽 모두 FIN을 보냈지만, 클라이언트가 마지막 ACK 대신 RST를 보냈습니다.",
    zh: "两端都发送了 FIN；客户端发送 RST 代替最后的 ACK。",
  },
  "closed-then-reset-by-server": {
    en: "Both ends have sent a FIN; instead of the last ACK the server sent a RST.",
    ko: "양쪽 모두 FIN을 보냈지만, 서버가 마지막 ACK 대신 RST를 보냈습니다.",
    zh: "两端都发送了 FIN；服务器发送 RST 代替最后的 ACK。",
  },
  "reset-by-client": {
    en: "The connection was open, and the client ended it with a RST.",
    ko: "열려 있던 연결을 클라이언트가 RST로 끝냈습니다.",
    zh: "连接处于打开状态，客户端以 RST 结束了它。",
  },
  "reset-by-server": {
    en: "The connection was open, and the server ended it with a RST.",
    ko: "열려 있던 연결을 서버가 RST로 끝냈습니다.",
    zh: "连接处于打开状态，服务器以 RST 结束了它。",
  },
  "reset-by-client-during-handshake": {
    en: "The client ended the handshake with a RST.",
    ko: "클라이언트가 핸드셰이크를 RST로 끝냈습니다.",
    zh: "客户端以 RST 结束了握手。",
  },
  "reset-by-server-during-handshake": {
    en: "The server ended the handshake with a RST.",
    ko: "서버가 핸드셰이크를 RST로 끝냈습니다.",
    zh: "服务器以 RST 结束了握手。",
  },
  "keep-alive-limit": {
    en: "Nobody answered the keep-alives; the end that sent them gave up and ended the connection with a RST.",
    ko: "keep-alive에 아무도 응답하지 않아, 보내던 쪽이 포기하고 RST로 연결을 끝냈습니다.",
    zh: "没有人应答保活探测；发送它们的一端放弃，并用 RST 结束了连接。",
  },
  "close-not-finished": {
    en: "Both ends have sent a FIN, but one of them was never acknowledged.",
    ko: "양쪽 모두 FIN을 보냈지만, 그중 하나는 확인 응답되지 않았습니다.",
    zh: "两端都发送了 FIN，但其中一个始终没有得到确认。",
  },
  "half-closed-by-client": {
    en: "The client has closed and that was acknowledged; the server never closed.",
    ko: "클라이언트는 닫았고 확인 응답도 받았지만, 서버는 끝내 닫지 않았습니다.",
    zh: "客户端已关闭并得到确认；服务器始终没有关闭。",
  },
  "half-closed-by-server": {
    en: "The server has closed and that was acknowledged; the client never closed.",
    ko: "서버는 닫았고 확인 응답도 받았지만, 클라이언트는 끝내 닫지 않았습니다.",
    zh: "服务器已关闭并得到确认；客户端始终没有关闭。",
  },
  "close-unanswered-by-client": {
    en: "The client has sent a FIN that was never acknowledged.",
    ko: "클라이언트가 보낸 FIN이 끝내 확인 응답되지 않았습니다.",
    zh: "客户端发送的 FIN 始终没有得到确认。",
  },
  "close-unanswered-by-server": {
    en: "The server has sent a FIN that was never acknowledged.",
    ko: "서버가 보낸 FIN이 끝내 확인 응답되지 않았습니다.",
    zh: "服务器发送的 FIN 始终没有得到确认。",
  },
  open: {
    en: "The connection was open when the capture ended: neither end has closed it.",
    ko: "캡처가 끝났을 때 연결이 열려 있었습니다. 어느 쪽도 닫지 않았습니다.",
    zh: "捕获结束时连接仍然打开：两端都没有关闭。",
  },
  "half-open": {
    en: "The server answered the SYN, but the client never completed the handshake.",
    ko: "서버가 SYN에 응답했지만, 클라이언트가 핸드셰이크를 완료하지 않았습니다.",
    zh: "服务器应答了 SYN，但客户端始终没有完成握手。",
  },
  "rejected-by-icmp": {
    en: "An ICMP error answered the client’s SYN: the port, the host or its network cannot be reached, or a firewall says so.",
    ko: "클라이언트의 SYN에 ICMP 오류가 돌아왔습니다. 포트, 호스트 또는 네트워크에 도달할 수 없거나, 방화벽이 그렇게 알립니다.",
    zh: "ICMP 差错应答了客户端的 SYN：端口、主机或其网络不可达，或防火墙如此表示。",
  },
});

export const openingWords = words<Record<Opening, string>>({
  "three-way": { en: "three-way handshake", ko: "3-way 핸드셰이크", zh: "三次握手" },
  "fast-open": { en: "Fast Open", ko: "Fast Open", zh: "Fast Open" },
  "simultaneous-open": {
    en: "simultaneous open: both called connect(); the first SYN’s sender is named client",
    ko: "동시 열기: 양쪽 모두 connect()를 호출했으며, 첫 SYN을 보낸 쪽을 클라이언트로 부릅니다",
    zh: "同时打开：两端都调用了 connect()；把第一个 SYN 的发送方称为客户端",
  },
  "syn-only": { en: "SYN only", ko: "SYN만", zh: "只有 SYN" },
  "partly-captured": {
    en: "handshake partly captured",
    ko: "핸드셰이크 일부만 캡처됨",
    zh: "只捕获了部分握手",
  },
  "not-captured": { en: "not captured", ko: "캡처되지 않음", zh: "未捕获" },
});

export const closingWords = words<Record<Closing, string>>({
  "four-segments": {
    en: "four segments",
    ko: "세그먼트 네 개(4-way 핸드셰이크)",
    zh: "四个报文段（四次挥手）",
  },
  "three-segments": { en: "three segments", ko: "세그먼트 세 개", zh: "三个报文段" },
  simultaneous: { en: "simultaneous", ko: "동시 닫기", zh: "同时关闭" },
  rst: { en: "RST", ko: "RST", zh: "RST" },
  "fin-then-rst": { en: "FIN, then RST", ko: "FIN 다음 RST", zh: "先 FIN，后 RST" },
  "one-side-only": { en: "one side only", ko: "한쪽만", zh: "只有一端" },
  none: { en: "none", ko: "없음", zh: "无" },
});

export const overviewWords = words({
  roles: { en: "Roles", ko: "역할", zh: "角色" },
  guessed: {
    en: (reason: string) => `guessed: ${reason}`,
    ko: (reason) => `추정: ${reason}`,
    zh: (reason) => `推测：${reason}`,
  },
  after: { en: "After the last segment", ko: "마지막 세그먼트 이후", zh: "最后一个报文段之后" },
  sentence: {
    en: (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}. `,
    ko: (name) => `${name}. `,
    zh: (name) => `${name}。`,
  },
  outcome: { en: "Outcome", ko: "결과", zh: "结果" },
  evidence: { en: "Evidence", ko: "근거", zh: "依据" },
  moreSegments: {
    en: (count: string) => `and ${count} between these`,
    ko: (count) => `그 사이에 ${count}개 더`,
    zh: (count) => `其间还有 ${count} 个`,
  },
  opening: { en: "Opening", ko: "연결 수립", zh: "建立连接" },
  closing: { en: "Closing", ko: "연결 종료", zh: "关闭连接" },
  closedBy: {
    en: { client: "client first", server: "server first" },
    ko: { client: "클라이언트가 먼저", server: "서버가 먼저" },
    zh: { client: "客户端先关闭", server: "服务器先关闭" },
  },
  handshakeRoundTrip: { en: "Handshake round trip", ko: "핸드셰이크 왕복 시간", zh: "握手往返时间" },
  openingTime: { en: "Opening took", ko: "연결에 걸린 시간", zh: "建立用时" },
  duration: { en: "Duration", ko: "지속 시간", zh: "时长" },
  data: { en: "Data", ko: "데이터", zh: "数据" },
  fromClient: {
    en: (octets: string) => `${octets} from the client`,
    ko: (octets) => `클라이언트가 보낸 ${octets}`,
    zh: (octets) => `客户端发送 ${octets}`,
  },
  fromServer: {
    en: (octets: string) => `${octets} from the server`,
    ko: (octets) => `서버가 보낸 ${octets}`,
    zh: (octets) => `服务器发送 ${octets}`,
  },
  retransmissions: { en: "Retransmissions", ko: "재전송", zh: "重传" },
  noTimes: { en: "the capture tells no times", ko: "캡처에 시각이 없음", zh: "捕获没有时间" },
  goTo: {
    en: (position: number) => `Go to segment ${position}`,
    ko: (position) => `세그먼트 ${position} 위치로 이동`,
    zh: (position) => `转到报文段 ${position}`,
  },
  hint: {
    en: "Press → for the first segment, or the space bar to play.",
    ko: "→ 키를 누르면 첫 세그먼트로 가고, 스페이스 바를 누르면 재생합니다.",
    zh: "按 → 转到第一个报文段，或按空格键播放。",
  },
});
