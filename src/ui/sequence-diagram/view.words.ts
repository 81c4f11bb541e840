import { words } from "../words.ts";

/** The sequence diagram, from outside. */
export const diagramWords = words({
  open: {
    en: "Diagram",
    ko: "다이어그램",
    zh: "时序图",
  },
  hint: {
    en: "Every segment between client and server",
    ko: "클라이언트와 서버 사이의 모든 세그먼트",
    zh: "客户端与服务器之间的每个报文段",
  },
  row: {
    en: "To the sequence diagram",
    ko: "시퀀스 다이어그램으로",
    zh: "转到时序图",
  },
});
