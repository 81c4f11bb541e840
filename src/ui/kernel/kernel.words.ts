import { words } from "../words.ts";

/** What kernels say, beside what the segments show. */
export const kernelWords = words({
  title: {
    en: "What the kernel says",
    ko: "커널이 말하는 것",
    zh: "内核的描述",
  },
  close: {
    en: "Close",
    ko: "닫기",
    zh: "关闭",
  },
  none: {
    en: "Nothing yet. Paste lines of ss -tan, netstat -an, tcpstates or conntrack -E together with the packet lines, or drop a file of them together with the capture.",
    ko: "아직 없습니다. ss -tan, netstat -an, tcpstates, conntrack -E의 출력을 패킷 줄과 함께 붙여 넣거나, 그 파일을 캡처와 함께 놓으십시오.",
    zh: "还没有。请把 ss -tan、netstat -an、tcpstates 或 conntrack -E 的输出与分组行一起粘贴，或把其文件与捕获一起拖入。",
  },
  columns: {
    en: { place: "After", end: "End", says: "Says", shown: "The segments show" },
    ko: { place: "위치", end: "끝", says: "출력", shown: "세그먼트로 본 상태" },
    zh: { place: "位置", end: "端", says: "输出", shown: "由报文段得出" },
  },
  after: {
    en: (position: number) => (position === 0 ? "before the first segment" : `segment ${position}`),
    ko: (position) => (position === 0 ? "첫 세그먼트 앞" : `세그먼트 ${position} 뒤`),
    zh: (position) => (position === 0 ? "第一个报文段之前" : `报文段 ${position} 之后`),
  },
  ends: {
    en: { client: "client", server: "server", middlebox: "middlebox" },
    ko: { client: "클라이언트", server: "서버", middlebox: "중간 장치" },
    zh: { client: "客户端", server: "服务器", middlebox: "中间设备" },
  },
  says: {
    en: (tool: string, state: string) => `${tool}: ${state}`,
    ko: (tool, state) => `${tool}: ${state}`,
    zh: (tool, state) => `${tool}：${state}`,
  },
  shown: {
    en: { agrees: "the same", contradicts: (states: string) => `otherwise: ${states}`, untold: "not known" },
    ko: { agrees: "같음", contradicts: (states) => `다름: ${states}`, untold: "알 수 없음" },
    zh: { agrees: "一致", contradicts: (states) => `不一致：${states}`, untold: "未知" },
  },
  /** In the diagram: the row of a contradiction. */
  against: {
    en: (said: string, states: string) => `${said} ✗ here ${states}`,
    ko: (said, states) => `${said} ✗ 여기는 ${states}`,
    zh: (said, states) => `${said} ✗ 此处为 ${states}`,
  },
  fitNone: {
    en: "Sockets of the files beside the capture that belong to no connection of it:",
    ko: "캡처와 함께 준 파일의 소켓 중 맞는 연결이 없는 것:",
    zh: "与捕获一起提供的文件中没有对应连接的套接字：",
  },
  legend: {
    en: "said by a kernel; ✓ agrees with the segments, ✗ does not",
    ko: "커널의 출력. ✓는 세그먼트와 일치, ✗는 불일치",
    zh: "内核的描述；✓ 与报文段一致，✗ 不一致",
  },
});
