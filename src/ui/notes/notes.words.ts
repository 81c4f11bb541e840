import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** Writing notes. */
export const notesWords = words({
  title: {
    en: "Your notes",
    ko: "내 메모",
    zh: "自己的笔记",
  },
  close: {
    en: "Close",
    ko: "닫기",
    zh: "关闭",
  },
  about: {
    en: "About",
    ko: "대상",
    zh: "关于",
  },
  segment: {
    en: (position: number) => `segment ${position}`,
    ko: (position) => `세그먼트 ${position}`,
    zh: (position) => `报文段 ${position}`,
  },
  state: {
    en: (end: 0 | 1, position: number) =>
      `the ${end === 0 ? "client" : "server"}’s state ${position === 0 ? "at the start" : `after segment ${position}`}`,
    ko: (end, position) =>
      `${position === 0 ? "시작할 때" : `세그먼트 ${position} 뒤`} ${end === 0 ? "클라이언트" : "서버"}의 상태`,
    zh: (end, position) =>
      `${position === 0 ? "开始时" : `报文段 ${position} 之后`}${end === 0 ? "客户端" : "服务器"}的状态`,
  },
  connection: {
    en: "the whole connection",
    ko: "연결 전체",
    zh: "整个连接",
  },
  text: {
    en: "Note",
    ko: "메모",
    zh: "笔记",
  },
  asks: {
    en: "It asks: what follows stays hidden until it is answered",
    ko: "묻기: 답할 때까지 뒤를 가립니다",
    zh: "提问：回答之前隐藏后面的内容",
  },
  answers: {
    en: "Answers, one a line; the right one begins with *",
    ko: "보기를 한 줄에 하나씩. 정답은 *로 시작합니다",
    zh: "每行一个选项；正确的以 * 开头",
  },
  answersWrong: {
    en: "Two to six answers are needed, one of them with * before it.",
    ko: "보기는 둘에서 여섯 개이고, 그중 하나는 *로 시작해야 합니다.",
    zh: "需要两到六个选项，其中一个以 * 开头。",
  },
  left: {
    en: (characters: number) => `${formatCount(characters)} characters left in all notes of this connection`,
    ko: (characters) => `이 연결의 메모에 남은 글자 ${formatCount(characters)}자`,
    zh: (characters) => `此连接的笔记还可写 ${formatCount(characters)} 个字符`,
  },
  save: {
    en: "Save the note",
    ko: "메모 저장",
    zh: "保存笔记",
  },
  saveHint: {
    en: "Also with Ctrl+Enter",
    ko: "Ctrl+Enter로도 됩니다",
    zh: "也可按 Ctrl+Enter",
  },
  undo: {
    en: "Undo",
    ko: "되돌리기",
    zh: "撤销",
  },
  list: {
    en: "All notes",
    ko: "모든 메모",
    zh: "所有笔记",
  },
  edit: {
    en: (place: string) => `Edit the note about ${place}`,
    ko: (place) => `고치기: ${place}`,
    zh: (place) => `修改：${place}`,
  },
  earlier: {
    en: (place: string) => `One segment earlier: ${place}`,
    ko: (place) => `한 세그먼트 앞으로: ${place}`,
    zh: (place) => `前移一个报文段：${place}`,
  },
  later: {
    en: (place: string) => `One segment later: ${place}`,
    ko: (place) => `한 세그먼트 뒤로: ${place}`,
    zh: (place) => `后移一个报文段：${place}`,
  },
  remove: {
    en: (place: string) => `Delete the note about ${place}`,
    ko: (place) => `지우기: ${place}`,
    zh: (place) => `删除：${place}`,
  },
  shared: {
    en: "Notes travel in the link (s), which then opens as a tour, one note a step.",
    ko: "메모는 링크(s)에 함께 담기며, 그 링크는 메모 하나가 한 단계인 투어로 열립니다.",
    zh: "笔记随链接 (s) 一起分享；该链接以导览方式打开，每条笔记一步。",
  },
  note: {
    en: (text: string) => `Note: ${text}`,
    ko: (text) => `메모: ${text}`,
    zh: (text) => `笔记：${text}`,
  },
});
