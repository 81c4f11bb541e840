import { words } from "../words.ts";

/** The pane about the segment, from outside. */
export const segmentWords = words({
  open: {
    en: "Segment",
    ko: "세그먼트",
    zh: "报文段",
  },
  hint: {
    en: "The segment at the position",
    ko: "현재 위치의 세그먼트",
    zh: "当前位置的报文段",
  },
  row: {
    en: "To the pane about the segment",
    ko: "세그먼트 패널로",
    zh: "转到报文段窗格",
  },
});

/** The tab that explains the segment, from outside. */
export const whyWords = words({
  open: {
    en: "Why",
    ko: "이유",
    zh: "原因",
  },
  hint: {
    en: "What happened, and by which rule of the RFC",
    ko: "무슨 일이 RFC의 어느 규칙에 따라 일어났는지",
    zh: "发生了什么，依据 RFC 的哪条规则",
  },
  row: {
    en: "Segment: why it was sent",
    ko: "세그먼트: 보낸 이유",
    zh: "报文段：发送的原因",
  },
});

/** The tab of the header, from outside. */
export const headerWords = words({
  open: {
    en: "Header",
    ko: "헤더",
    zh: "首部",
  },
  hint: {
    en: "The header of RFC 9293 figure 1",
    ko: "RFC 9293 그림 1의 헤더",
    zh: "RFC 9293 图 1 的首部",
  },
  row: {
    en: "Segment: its header",
    ko: "세그먼트: 헤더",
    zh: "报文段：首部",
  },
});

/** The tab of the options, from outside. */
export const optionsWords = words({
  open: {
    en: "Options",
    ko: "옵션",
    zh: "选项",
  },
  hint: {
    en: "Each option, explained",
    ko: "각 옵션의 설명",
    zh: "逐项解释选项",
  },
  row: {
    en: "Segment: its options",
    ko: "세그먼트: 옵션",
    zh: "报文段：选项",
  },
});

/** The tab of the sockets, from outside. */
export const socketsWords = words({
  open: {
    en: "Sockets",
    ko: "소켓",
    zh: "套接字",
  },
  hint: {
    en: "What ss would print on each host now",
    ko: "이때 각 호스트에서 ss가 출력할 내용",
    zh: "此时各主机上 ss 的输出",
  },
  row: {
    en: "Segment: the sockets that it leaves",
    ko: "세그먼트: 그 뒤의 소켓",
    zh: "报文段：之后的套接字",
  },
});

/** The tab of the octets, from outside. */
export const bytesWords = words({
  open: {
    en: "Bytes",
    ko: "바이트",
    zh: "字节",
  },
  hint: {
    en: "The octets of the record and its data",
    ko: "레코드와 데이터의 옥텟",
    zh: "记录及其数据的字节",
  },
  row: {
    en: "Segment: its octets",
    ko: "세그먼트: 옥텟",
    zh: "报文段：字节",
  },
});
