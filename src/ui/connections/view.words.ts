import { words } from "../words.ts";

/** The list of connections, from outside. */
export const connectionsWords = words({
  open: {
    en: "Connections",
    ko: "연결",
    zh: "连接",
  },
  hint: {
    en: "The connections of the capture",
    ko: "캡처의 연결",
    zh: "捕获中的连接",
  },
  row: {
    en: "To the list of connections",
    ko: "연결 목록으로",
    zh: "转到连接列表",
  },
});
