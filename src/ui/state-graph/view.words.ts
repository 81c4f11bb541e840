import { words } from "../words.ts";

/** The state graph, from outside. */
export const graphWords = words({
  open: {
    en: "States",
    ko: "상태",
    zh: "状态",
  },
  hint: {
    en: "The states of both ends, after RFC 9293 figure 5",
    ko: "RFC 9293 그림 5에 따른 양 끝의 상태",
    zh: "两端的状态，依 RFC 9293 图 5",
  },
  row: {
    en: "To the state graph",
    ko: "상태 그래프로",
    zh: "转到状态图",
  },
});
